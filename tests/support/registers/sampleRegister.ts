import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type {} from './madeOnce'

export interface SampleRegister {
  folder: string
  file: string
  remove(): void
}

/** A register file with the samples imported in their order, for a program that opens it itself. */
export async function sampleRegister(): Promise<SampleRegister> {
  const folder = mkdtempSync(join(inject('madeOnce'), 'register-'))
  const file = join(folder, '样例台账 2021.bzr')
  await putSampleRegister(file)
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Puts the register of {@link sampleRegister} at a path where there is none. */
export async function putSampleRegister(path: string): Promise<void> {
  copyFileSync(await importedSamples(), path)
}

/** The same register, opened for writing in a folder of its own, which goes with the run. */
export async function openSampleRegister(): Promise<SqliteStore> {
  const { file } = await sampleRegister()
  return opened(file)
}

/** The samples are imported once in a run: reading them takes longer than most files that need them. */
async function importedSamples(): Promise<string> {
  const made = join(inject('madeOnce'), 'samples.bzr')
  if (existsSync(made)) return made
  const { importSamples } = await import('./sampleImport')
  const folder = mkdtempSync(join(inject('madeOnce'), 'samples-'))
  const store = await opened(join(folder, 'samples.bzr'))
  await importSamples(store)
  await store.close()
  // Another file of the run may have been at it meanwhile: either register is as good.
  renameSync(join(folder, 'samples.bzr'), made)
  rmSync(folder, { recursive: true, force: true })
  return made
}

async function opened(file: string): Promise<SqliteStore> {
  const { createStore } = await import('../../../src/main/store/sqlite/createStore')
  const store = createStore(file, { mode: 'write' })
  if (!store.ok) throw new Error(store.code)
  return store.value
}
