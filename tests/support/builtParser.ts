import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../..')

/** Builds the parser process as the program ships it; returns its entry. It lies in the project, where packages are found. */
export async function buildParser(): Promise<string> {
  const outDir = join(root, 'out/tests/parser')
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, 'src/main/workbook/parserProcess.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rollupOptions: { external: [/^node:/, /^@e965\/xlsx/], output: { format: 'es', entryFileNames: 'parser.js', chunkFileNames: 'chunks/[name].js' } },
    },
  })
  return join(outDir, 'parser.js')
}
