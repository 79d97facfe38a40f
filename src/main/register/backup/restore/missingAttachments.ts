import { succeed, type Result } from '../../../../shared/domain/result'
import { createFileStore } from '../../../store/fileStore'
import { attachedContent } from '../../../store/sqlite/attachments/attachedContent'

/**
 * How many attachments a register or backup speaks of whose content does not lie in a folder of kept files.
 *
 * @param owner  register whose `name.files` is looked at; backups of one register share theirs
 */
export function countMissing(path: string, owner: string): Result<number> {
  const files = createFileStore(owner)
  return countWithout(path, (sha256) => files.stamp(sha256) !== null)
}

/** The same where something else than a folder of kept files says what is there. */
export function countWithout(path: string, isThere: (sha256: string) => boolean): Result<number> {
  const content = attachedContent(path)
  return content.ok ? succeed(content.value.filter((sha256) => !isThere(sha256)).length) : content
}
