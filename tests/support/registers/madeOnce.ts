import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the run for what is made once, by whichever file asks first, and copied from then on. */
    madeOnce: string
  }
}

/** Begins a run: gives its files a folder in common, and takes it away when the last has ended. */
export default function beginRun({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'made-once-'))
  provide('madeOnce', folder)
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}
