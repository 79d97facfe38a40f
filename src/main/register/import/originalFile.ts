import { createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { createFileStore } from '../../store/fileStore'
import type { StoredBatch } from '../../store/registerStore'
import { dropFolder, temporaryFolder } from '../../store/temporaryFolders'

/** A copy of a kept file, for as long as somebody reads it. */
export interface OriginalCopy {
  path: string
  /** Removes the copy. */
  dispose(): void
}

/**
 * A copy of a batch's original under its own name, which is part of how a file is read.
 *
 * @returns original_missing when it is no longer beside the register, original_changed when it is not what was taken in
 */
export async function copyOriginal(registerPath: string, { sha256, fileName }: Pick<StoredBatch, 'sha256' | 'fileName'>): Promise<Result<OriginalCopy>> {
  const files = createFileStore(registerPath)
  const state = await files.verify(sha256)
  const content = state === 'intact' ? files.read(sha256) : null
  if (content === null) return fail(state === 'changed' ? 'original_changed' : 'original_missing')
  const folder = temporaryFolder('original')
  const dispose = (): void => dropFolder(folder)
  const path = join(folder, basename(fileName))
  try {
    await pipeline(content, createWriteStream(path))
  } catch (error) {
    dispose()
    throw error
  }
  return succeed({ path, dispose })
}

/** The same for whoever can do without; null when it is not there as it was. */
export async function originalOf(registerPath: string, batch: StoredBatch): Promise<OriginalCopy | null> {
  const copy = await copyOriginal(registerPath, batch)
  return copy.ok ? copy.value : null
}
