import { extname } from 'node:path'
import { exportedReads, writeExported, type PlaceWords } from '../../../shared/domain/catalogue/exportedValues'
import type { FieldDefinition } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { writeCsv } from '../../workbook/write/list/csvWriter'
import { writeList, type ListColumn, type ListValue } from '../../workbook/write/list/listWriter'
import { markOfState, writeExportMark } from '../ownExports/exportMark'
import type { RegisterSession } from '../opened/session'
import type { FoundList } from './listService'

export interface ExportOptions {
  /** Columns in this order; the key among them. */
  fields: readonly FieldDefinition[]
  /** Where to write; .xlsx or .csv decides the format. */
  path: string
  from: number
  to: number
  creator: string
  /** Epoch milliseconds. */
  at: number
  places: PlaceWords
  onProgress?(rows: number, total: number): void
  signal?: AbortSignal
}

/** One page at a time stands in memory. */
const pageRows = 200

/**
 * Writes the rows [from, to) of a list with stored fields under the headings of fields.ts: the file imports again as all
 * `same`. A workbook bears the state that it shows, so that what is changed in it is known from what is changed meanwhile.
 *
 * @returns how many rows were written; usage_bad_value for another kind of file, file_not_writable, disk_full,
 *          job_cancelled
 */
export async function exportList(session: RegisterSession, list: FoundList, options: ExportOptions): Promise<Result<{ rows: number }>> {
  const extension = extname(options.path).toLowerCase()
  if (extension !== '.xlsx' && extension !== '.csv') return fail('usage_bad_value', undefined, { option: '--out', value: options.path, expected: '.xlsx、.csv' })
  const { fields } = options
  // Before the first row: what changes while rows are written counts as a later word.
  const mark = await markOfState(session.store)
  using _reading = session.store.readThrough()
  const shared = {
    columns: fields.map(columnOf),
    rows: pages(session, list, fields, options),
    onProgress: (rows: number) => options.onProgress?.(rows, options.to - options.from),
    ...(options.signal ? { signal: options.signal } : {}),
  }
  const written = extension === '.csv'
    ? await writeCsv(options.path, shared)
    : await writeList(options.path, { ...shared, sheetName: t(sheetNames[list.kind]), creator: options.creator, createdAt: options.at, footer: t('export.footer', { name: t(sheetNames[list.kind]) }), ...(mark === null ? {} : { mark: writeExportMark(mark) }) })
  return written.ok ? succeed({ rows: written.value.rows }) : written
}

const sheetNames = {
  standards: 'export.standards', patents: 'export.patents', trademarks: 'export.trademarks', units: 'export.units', honours: 'export.honours',
  pilots: 'export.pilots', pct: 'export.pct', population: 'export.population', market_entities: 'export.marketEntities', indicators: 'export.indicators',
} as const satisfies Record<ListKind, string>

async function* pages(session: RegisterSession, list: FoundList, fields: readonly FieldDefinition[], { from, to, places }: ExportOptions): AsyncGenerator<ListValue[][]> {
  const { record } = listDefinitions[list.kind]
  const read = exportedReads(fields)
  for (let at = from; at < to; at += pageRows) {
    const records = await session.lists.values(list, at, Math.min(to, at + pageRows), read)
    yield records.map(({ values }) => fields.map((field) => writeExported(record, field, values, places)))
  }
}

/** Wide enough for most values; identifiers stay text, so that no program rounds them. */
const widths: Partial<Record<FieldDefinition['type'], number>> = { date: 12, flag: 10, integer: 12, real: 12, positions: 60, names: 40, texts: 24, name: 30, integers: 14 }

function columnOf(field: FieldDefinition): ListColumn {
  return { header: field.label, kind: columnKind(field), width: widths[field.type] ?? 22 }
}

function columnKind({ type }: FieldDefinition): ListColumn['kind'] {
  if (type === 'date') return 'date'
  return type === 'integer' ? 'integer' : type === 'real' ? 'number' : 'text'
}
