import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { endingFor } from '../../../shared/domain/catalogue/attachmentTypes'
import { safeFileName } from '../../../shared/domain/fileName'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { Attachment } from '../../store/attachmentStore'
import { handedOutFolder, removeStaleFolders } from '../../store/temporaryFolders'
import type { KeptFiles } from './keptFiles'

/** What a copy is called: the file's own name as far as it is safe, with an ending that says what it is. */
export function copyName({ fileName, type }: Pick<Attachment, 'fileName' | 'type'>): string {
  return safeFileName(fileName, endingFor(type, fileName), t('attachment.fallbackName'))
}

/** The same for several files in one folder: each name once, whatever the letters' case. */
export function copyNames(attachments: readonly Pick<Attachment, 'fileName' | 'type'>[]): string[] {
  const taken = new Set<string>()
  return attachments.map((attachment) => {
    const name = copyName(attachment)
    let free = name
    for (let number = 2; taken.has(free.toLowerCase()); number++) free = name.replace(/(?=\.[^.]*$)/u, ` (${number})`)
    taken.add(free.toLowerCase())
    return free
  })
}

/**
 * A copy that another program may open, in a temporary folder of its own. It is read-only, since what is changed in it
 * does not come back. Folders of yesterday go when the next copy is made: no program tells when it is done with a file.
 *
 * @returns attachment_lost, and what the disk refuses
 */
export async function handOut(files: KeptFiles, attachment: Attachment): Promise<Result<{ file: string }>> {
  removeStaleFolders()
  const file = join(handedOutFolder(), copyName(attachment))
  const copied = await files.copyTo(attachment.sha256, file)
  if (!copied.ok) return { ...copied, details: { file: attachment.fileName, ...copied.details } }
  chmodSync(file, 0o400)
  return succeed({ file })
}
