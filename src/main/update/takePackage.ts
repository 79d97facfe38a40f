import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { OfferedPackage } from '../../shared/domain/update/updateOffer'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { toDiskFailure } from './updateFailure'
import type { UpdatePlace } from './updatePlace'

/**
 * Copies a package to this computer and proves it on the way. The copy has its name only when it is whole, on the disk,
 * and the very file that was signed for.
 *
 * @param onProgress  bytes copied so far
 * @returns update_incomplete where length or digest differ (half copied, or altered), update_place_away, and what the disk refuses
 */
export async function takePackage(place: UpdatePlace, { file, bytes, sha256 }: OfferedPackage, target: string, onProgress: (done: number) => void): Promise<Result<null>> {
  const draft = `${target}.part`
  try {
    await mkdir(dirname(target), { recursive: true })
    const copied = await copy(place.read(file), draft, bytes, onProgress)
    if (copied.bytes !== bytes || copied.sha256 !== sha256) return fail('update_incomplete', undefined, { path: file })
    await rename(draft, target)
    return succeed(null)
  } catch (error) {
    return toDiskFailure(error, target)
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}

/** Stops behind what was promised: a file that never ends must not fill the disk. */
async function copy(source: AsyncIterable<Uint8Array>, target: string, promised: number, onProgress: (done: number) => void): Promise<{ bytes: number; sha256: string }> {
  const sum = createHash('sha256')
  const file = await open(target, 'w')
  let bytes = 0
  try {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > promised) break
      sum.update(chunk)
      // On a nearly full disk one write takes fewer bytes than offered; this goes on with the rest.
      await file.writeFile(chunk)
      onProgress(bytes)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: sum.digest('hex') }
}
