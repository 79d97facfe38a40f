import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { importSamples } from './sampleImport'

export interface SampleRegister {
  folder: string
  file: string
  remove(): void
}

/** A register file with the samples imported in their order, for a program that opens it itself. */
export async function sampleRegister(): Promise<SampleRegister> {
  const folder = mkdtempSync(join(tmpdir(), 'samples-'))
  const file = join(folder, '样例台账 2021.bzr')
  const store = createStore(file, { mode: 'write' })
  if (!store.ok) throw new Error(store.code)
  await importSamples(store.value)
  await store.value.close()
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
