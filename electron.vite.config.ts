import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import mainConfig from './vite.main.config'

const root = import.meta.dirname

export default defineConfig({
  main: mainConfig,
  preload: {
    build: {
      externalizeDeps: false,
      outDir: join(root, 'out/preload'),
      // A sandboxed preload is one CommonJS file: it can load nothing but electron.
      lib: { entry: join(root, 'src/preload/index.ts'), formats: ['cjs'] },
    },
  },
  renderer: {
    root: join(root, 'src/renderer'),
    plugins: [react()],
    build: {
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      // Half the bytes to parse before the window can show.
      minify: true,
      rollupOptions: { input: join(root, 'src/renderer/index.html') },
    },
  },
})
