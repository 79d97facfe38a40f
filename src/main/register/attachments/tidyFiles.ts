import type { Tidied } from '../../store/fileStore'
import type { RegisterSession } from '../opened/session'

/**
 * Removes what killed copies left beside a register and content that neither its batches, nor its records, nor any change
 * that could be undone speaks of. Only ever on a person's word: beside a register that was taken back from a backup, such
 * content may belong to what she still wants to restore.
 *
 * @param isOnlyLooking  tells what would go and removes nothing
 */
export async function tidyFiles({ store, files }: Pick<RegisterSession, 'store' | 'files'>, isOnlyLooking: boolean): Promise<Tidied> {
  const wanted = await store.attachments.keptContent()
  return files.tidy((sha256) => wanted.has(sha256), isOnlyLooking)
}

/** Removes halves of files that killed copies left, which nobody can want back; what is whole stays. */
export function removeUnfinished({ files }: Pick<RegisterSession, 'files'>): Tidied {
  return files.tidy(() => true)
}
