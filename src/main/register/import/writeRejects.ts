import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { cellText, columnLetter } from './table/cellText'
import { writeList } from '../../workbook/write/listWriter'
import type { Row } from '../../workbook/types'
import type { ExportWatch } from '../exportJobs'
import type { ImportAnswer } from './answer'
import type { ImportServices } from './importOptions'

/**
 * Writes the rows that did not come in, as they stand in the file, each with its cell and reason, so that they can be
 * corrected and imported again (import-sources.md 5).
 *
 * @returns job_cancelled, and no file, when the watch gives up
 */
export async function writeRejects(out: string, path: string, answer: ImportAnswer, services: ImportServices, more: { at: number; password?: string; watch?: ExportWatch }): Promise<Result<null>> {
  const wanted = new Map<string, { cell: string; reason: string }[]>()
  for (const entry of [...answer.rejected, ...answer.review]) {
    const key = `${entry.sheet ?? ''}|${entry.row}`
    wanted.set(key, [...(wanted.get(key) ?? []), { cell: `${entry.column}${entry.row}`, reason: entry.message }])
  }
  const rows = await collectRows(path, wanted, services, more)
  if (rows === null) return fail('job_cancelled')
  const width = Math.max(0, ...rows.map(({ row }) => row.cells.length))
  const headings = headingsOf(answer, width)
  const written = await writeList(out, {
    sheetName: t('rejects.sheet'),
    columns: [t('rejects.sheetColumn'), t('rejects.cell'), t('rejects.reason'), ...headings].map((header) => ({ header, kind: 'text' as const })),
    rows: [rows.map(({ sheet, row, faults }) => [sheet, faults.map((fault) => fault.cell).join('、'), faults.map((fault) => fault.reason).join('；'), ...Array.from({ length: width }, (_, column) => cellText(row.cells[column]))])],
    footer: t('list.footer'), creator: t('app.name'), createdAt: more.at, ...(more.watch ? { signal: more.watch.signal } : {}),
  })
  return written.ok ? succeed(null) : written
}

interface Reject { sheet: string; row: Row; faults: { cell: string; reason: string }[] }

/** Reads the file again for the wanted rows; null when it was given up on the way. */
async function collectRows(path: string, wanted: ReadonlyMap<string, { cell: string; reason: string }[]>, services: ImportServices, { password, watch }: { password?: string; watch?: ExportWatch }): Promise<Reject[] | null> {
  const found: Reject[] = []
  let sheet = ''
  for await (const event of services.open(path, password === undefined ? {} : { password })) {
    if (event.type === 'sheet') sheet = event.sheet.name ?? ''
    if (event.type !== 'rows') continue
    for (const row of event.rows) {
      const faults = wanted.get(`${sheet}|${row.row}`)
      if (faults) found.push({ sheet, row, faults })
    }
    if (watch?.signal.aborted) return null
    watch?.onProgress(found.length, wanted.size)
  }
  return found
}

/** Headings of the first sheet over the columns they stood over; columns without one keep their letter. */
function headingsOf(answer: ImportAnswer, width: number): string[] {
  const headings = Array.from({ length: width }, (_, column) => columnLetter(column))
  const [sheet] = answer.sheets
  for (const { column, header } of [...Object.values(sheet?.mapping ?? {}), ...(sheet?.unmapped ?? [])]) {
    const index = headings.indexOf(column)
    if (index >= 0) headings[index] = header.split('/').at(-1) ?? header
  }
  return headings
}
