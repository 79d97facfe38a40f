import { existsSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { defineConfig, type UserConfig } from 'vite'

/** Every program of the Node side; one output file each in out/main. */
export const mainEntries = {
  index: 'src/main/index.ts',
  register: 'src/main/register/process.ts',
  writer: 'src/main/register/writer/writerThread.ts',
  backup: 'src/main/register/backup/backupThread.ts',
  inspection: 'src/main/register/condition/inspectionThread.ts',
  survey: 'src/main/register/units/survey/surveyThread.ts',
  printer: 'src/main/register/printing/printThread.ts',
  parser: 'src/main/workbook/parserProcess.ts',
  update: 'src/main/update/updateProcess.ts',
  cli: 'src/main/cli/index.ts',
  command: 'src/main/cli/installed.ts',
}

const root = import.meta.dirname

function existingEntries(): Record<string, string> {
  const entries = Object.entries(mainEntries).map(([name, path]) => [name, join(root, path)] as const)
  return Object.fromEntries(entries.filter(([, path]) => existsSync(path)))
}

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: object }
/** Packages stay packages: they are found in node_modules at run time. */
const external = [/^node:/, ...['electron', ...Object.keys(dependencies), ...builtinModules].map((name) => new RegExp(`^${name}($|/)`))]

/**
 * The Node side alone. The command line builds with it directly, because it must start where neither
 * Electron nor a screen is installed; electron.vite.config.ts uses the same settings for the whole program.
 */
const mainConfig: UserConfig = {
  root,
  publicDir: false,
  ssr: { noExternal: true },
  // Releases are built with the key that their updates are signed for; see docs/release.md.
  define: { __UPDATE_PUBLIC_KEY__: JSON.stringify(process.env['BIAOZHI_UPDATE_PUBLIC_KEY'] ?? '') },
  build: {
    ssr: true,
    outDir: join(root, 'out/main'),
    // A command that runs while another builds still finds its chunks.
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: existingEntries(),
      external,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
}

export default defineConfig(mainConfig)
