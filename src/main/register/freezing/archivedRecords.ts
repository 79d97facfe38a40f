import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import { columnLetters } from '../../../shared/domain/columnLetters'
import type { Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FrozenReport } from '../../store/frozenStore'
import { writeList, type ListColumn } from '../../workbook/write/list/listWriter'
import { titleFields } from '../records/shown/recordTitle'
import { headingOf } from './formHeading'
import type { FrozenContent } from './freezePeriod'
import { goneRecordsOf, type GoneRecords, type GoneSetting } from './goneRecords'

/** Records read and written at once. */
const atOnce = 500

/**
 * Writes the records behind every number of a frozen form as a workbook: its cells are texts, so that no program takes an
 * application number for a number.
 *
 * @returns file_not_writable, disk_full, job_cancelled
 */
export function writeArchivedRecords(path: string, setting: GoneSetting, report: FrozenReport, content: FrozenContent, signal: AbortSignal | undefined): Promise<Result<unknown>> {
  return writeList(path, {
    sheetName: t('archive.sheet'), columns: columns(), rows: recordRows(setting, report, content), creator: report.operator, createdAt: report.frozenAt, footer: t('report.footer'), ...(signal ? { signal } : {}),
  })
}

function columns(): ListColumn[] {
  const headers = [[t('archive.column'), 6], [t('archive.heading'), 26], [t('archive.row'), 14], [t('archive.kind'), 10], [t('archive.key'), 26], [t('archive.title'), 50]] as const
  return headers.map(([header, width]) => ({ header, width, kind: 'text' }))
}

/** Every number with its records; one that is gone since stands with what it was called. */
async function* recordRows(setting: GoneSetting, report: FrozenReport, { numbers, sheets }: FrozenContent): AsyncGenerator<string[][]> {
  const form = sheets.find((sheet) => sheet.kind === 'form')
  const gone = goneRecordsOf(setting, report, numbers)
  for (const { kind, column, rows } of numbers) {
    const letters = column === null ? '' : columnLetters(column)
    const heading = column === null || form === undefined ? '' : headingOf(form, letters)
    for (const { region, ids } of rows) {
      for (let from = 0; from < ids.length; from += atOnce) {
        const names = await namesOf(setting.store, gone, kind, ids.slice(from, from + atOnce))
        yield names.map((name) => [letters, heading, region, t(`kind.${listNameOf[kind]}`), ...name])
      }
    }
  }
}

/** Number and title of each record. */
async function namesOf({ records }: GoneSetting['store'], gone: GoneRecords, kind: RecordKind, ids: readonly number[]): Promise<[key: string, title: string][]> {
  const keys = await records.keysOf(kind, ids)
  const titles = new Map((await records.fieldsOf(kind, ids, [titleFields[kind]])).map(({ id, values }) => [id, values[titleFields[kind]]]))
  const names: [key: string, title: string][] = []
  for (const id of ids) {
    const key = keys.get(id)
    if (key !== undefined) names.push([readable(key), String(titles.get(id) ?? '')])
    else names.push(nameOfGone(await gone(kind, id), id))
  }
  return names
}

function nameOfGone({ key, title }: Awaited<ReturnType<GoneRecords>>, id: number): [key: string, title: string] {
  return key === null ? [t('archive.gone', { id }), title] : [readable(key), t('archive.deleted', { title })]
}

/** A key of several parts without the bars between them. */
function readable(key: string): string {
  return key.split('|').filter((part) => part !== '').join(' ')
}
