import { basename } from 'node:path'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { copyKeptFiles } from '../../store/copyKeptFiles'
import { filesFolderOf } from '../../store/fileStore'
import type { SalvageReport } from '../../store/salvageReport'
import { salvageRegister } from '../../store/sqlite/salvage/salvageRegister'
import { countMissing } from './missingAttachments'

export interface Salvaged extends SalvageReport {
  /** Attachments of the new register whose content is not beside the damaged one. */
  missingFiles: number
}

/**
 * Makes a new register of what can be proved of a damaged one, with the originals and attachments that are whole.
 *
 * @returns file_not_found, register_exists, and what the disk refuses
 */
export async function salvage(damaged: string, out: string, by: { at: number; operator: string }): Promise<Result<Salvaged>> {
  const saved = salvageRegister(damaged, out, { ...by, note: t('salvage.note', { file: basename(damaged) }) })
  if (!saved.ok) return saved
  const files = await copyKeptFiles(filesFolderOf(damaged), filesFolderOf(out))
  if (!files.ok) return files
  const missing = countMissing(out, out)
  return missing.ok ? succeed({ ...saved.value, missingFiles: missing.value }) : missing
}
