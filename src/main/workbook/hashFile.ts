import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../shared/domain/result'

/** SHA-256 of a file's bytes, in lower-case hexadecimal. Refuses with `file_not_found` or `file_not_readable`. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash)
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Refusal(missing ? 'file_not_found' : 'file_not_readable')
  }
  return hash.digest('hex')
}
