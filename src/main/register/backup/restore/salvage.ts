import { basename } from 'node:path'
import { listNameOf } from '../../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../../shared/domain/result'
import { hasText, t, textOf } from '../../../../shared/text/t'
import { copyKeptFiles } from '../../../store/copyKeptFiles'
import { filesFolderOf } from '../../../store/fileStore'
import type { SalvageReport } from '../../../store/salvageReport'
import { salvageRegister } from '../../../store/sqlite/salvage/salvageRegister'
import { writeCsv } from '../../../workbook/write/list/csvWriter'
import { countMissing } from './missingAttachments'

export interface Salvaged extends SalvageReport {
  /** Attachments of the new register whose content is not beside the damaged one. */
  missingFiles: number
  /** The list of what is not in the new register, for people, beside it; null where nothing is missing. */
  list: string | null
}

/**
 * Makes a new register of what can be proved of a damaged one, with the originals and attachments that are whole, and
 * writes beside it what is missing.
 *
 * @returns file_not_found, register_exists, and what the disk refuses
 */
export async function salvage(damaged: string, out: string, by: { at: number; operator: string }): Promise<Result<Salvaged>> {
  const saved = salvageRegister(damaged, out, { ...by, note: t('salvage.note', { file: basename(damaged) }) })
  if (!saved.ok) return saved
  const list = await writeLost(out, saved.value)
  if (!list.ok) return list
  const files = await copyKeptFiles(filesFolderOf(damaged), filesFolderOf(out))
  if (!files.ok) return files
  const missing = countMissing(out, out)
  return missing.ok ? succeed({ ...saved.value, missingFiles: missing.value, list: list.value }) : missing
}

async function writeLost(out: string, { lost, doubts }: SalvageReport): Promise<Result<string | null>> {
  if (lost.length + doubts.length === 0) return succeed(null)
  const file = out.replace(/(\.bzr)?$/i, `_${t('salvage.list')}.csv`)
  const rows = [
    ...lost.map(({ kind, id, key, why }) => [kindWord(listNameOf[kind]), key ?? String(id), t(`salvage.why.${why}`)]),
    ...doubts.map(({ problem, subject }) => ['', subject, t(`problem.${problem}`)]),
  ]
  const written = await writeCsv(file, { columns: [{ header: t('batches.kind') }, { header: t('salvage.key') }, { header: t('salvage.why') }], rows: [rows] })
  return written.ok ? succeed(file) : written
}

function kindWord(name: string): string {
  const key = `kind.${name}`
  return hasText(key) ? textOf(key) : name
}
