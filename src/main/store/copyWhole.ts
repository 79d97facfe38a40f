import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { dropDraft, nameDraft } from './durableFile'
import { toStoreFailure } from './sqlite/file/sqliteFailure'

/**
 * Copies a file that nobody writes to. The copy gets its name when it is on the disk and, read again, the same to the byte.
 *
 * @returns backup_not_verified, and what the disk refuses
 */
export async function copyWhole(from: string, target: string): Promise<Result<null>> {
  const draft = `${target}.part`
  try {
    await copyFile(from, draft)
    await flush(draft)
    if (await hashOf(draft) !== await hashOf(from)) return fail('backup_not_verified')
    nameDraft(draft, target)
    return succeed(null)
  } catch (error) {
    return toStoreFailure(error)
  } finally {
    dropDraft(draft)
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const sum = createHash('sha256')
  await pipeline(createReadStream(path), sum)
  return sum.digest('hex')
}
