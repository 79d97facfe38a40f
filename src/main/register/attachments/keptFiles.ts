import { createHash } from 'node:crypto'
import { succeed, Refusal, type Result } from '../../../shared/domain/result'
import { createFileStore, type FileState, type FileStore } from '../../store/fileStore'
import { writeFileAtomically } from '../../workbook/write/atomicFile'

/** The kept files of an open register. */
export interface KeptFiles extends Pick<FileStore, 'keep' | 'tidy'> {
  isThere(sha256: string): boolean
  /** By content, which is read again only when the file looks otherwise than before. */
  stateOf(sha256: string): Promise<FileState>
  /**
   * Writes a copy; what is written is what was once kept, or nothing is.
   *
   * @returns attachment_lost when the content is not there or no longer the same, and what the disk refuses
   */
  copyTo(sha256: string, target: string): Promise<Result<null>>
}

export function createKeptFiles(registerPath: string): KeptFiles {
  const files = createFileStore(registerPath)
  const seen = new Map<string, { stamp: string; state: FileState }>()
  return {
    keep: files.keep,
    tidy: files.tidy,
    isThere: (sha256) => files.stamp(sha256) !== null,
    async stateOf(sha256) {
      const stamp = files.stamp(sha256)
      if (stamp === null) return 'missing'
      const known = seen.get(sha256)
      if (known?.stamp === stamp) return known.state
      const state = await files.verify(sha256)
      seen.set(sha256, { stamp, state })
      return state
    },
    async copyTo(sha256, target) {
      const written = await writeFileAtomically(target, undefined, async (sink) => {
        const content = files.read(sha256)
        if (content === null) throw new Refusal('attachment_lost')
        const sum = createHash('sha256')
        for await (const chunk of readable(content)) {
          sum.update(chunk)
          await sink.append(chunk)
        }
        if (sum.digest('hex') !== sha256) throw new Refusal('attachment_lost')
      })
      return written.ok ? succeed(null) : written
    },
  }
}

/** A file that can no longer be read or inflated is lost, however that shows. */
async function* readable(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* content
  } catch {
    throw new Refusal('attachment_lost')
  }
}
