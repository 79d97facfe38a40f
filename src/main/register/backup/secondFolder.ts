import { existsSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { copyKeptFiles } from '../../store/copyKeptFiles'
import { copyWhole } from '../../store/copyWhole'
import { filesFolderOf } from '../../store/fileStore'
import { backupsOf } from './backupFiles'
import { removeOutlived } from './removeOutlived'

/**
 * Copies what a second folder (a USB disk, a share) does not have yet of the backups, originals and attachments in the
 * first, and lets go there what the rule no longer keeps. Each copy is read again and compared before it gets its name.
 *
 * @returns backup_folder_away where the folder is not there: it is never made, a disk that is not plugged in would be
 *          replaced by a folder of its name; backup_not_verified, and what the disk refuses
 */
export async function bringIntoStep(register: string, first: string, second: string): Promise<Result<null>> {
  if (!existsSync(second)) return fail('backup_folder_away', undefined, { path: second })
  const filesFolder = basename(filesFolderOf(register))
  const files = await copyKeptFiles(join(first, filesFolder), join(second, filesFolder))
  if (!files.ok) return files
  for (const { file } of backupsOf(register, first)) {
    const target = join(second, basename(file))
    if (statSync(target, { throwIfNoEntry: false })?.size === statSync(file).size) continue
    const copied = await copyWhole(file, target)
    if (!copied.ok) return copied
  }
  removeOutlived(register, second)
  return succeed(null)
}
