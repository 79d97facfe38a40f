import { mkdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { problemNames, type ProblemName } from '../../../shared/domain/catalogue/problems'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { refusalOf } from '../../workbook/write/atomicFile'
import { writeCsv } from '../../workbook/write/list/csvWriter'
import { writeList, type ListValue } from '../../workbook/write/list/listWriter'
import type { WorkWatch } from '../inTurns'
import { vectorResult } from '../lists/listResult'
import { otherName } from '../lists/placeNames'
import { titleFields } from '../records/shown/recordTitle'
import type { RegisterSession } from '../opened/session'
import { partOf, problems } from './problems'
import { problemSourcesOf } from './problemSources'

/** A record that has a problem. */
export interface ProblemRow {
  id: number
  key: string
  title: string
  /** Names of the districts that it belongs to; empty where none is known. */
  districts: string[]
}

export interface ProblemRows {
  problem: ProblemName
  kind: ListKind
  total: number
  rows: ProblemRow[]
}

/** The records [from, to) that have a problem, in id order. @throws Refusal job_cancelled */
export async function problemRows(session: RegisterSession, problem: ProblemName, today: string, from: number, to: number, watch: WorkWatch = {}): Promise<ProblemRows> {
  const sources = await problemSourcesOf(session, today)
  const { list: kind, find } = problems[problem]
  const ids = await find(sources, watch)
  const found = { ...vectorResult(ids), kind, sequence: sources.columns.sequence }
  const rows = await session.lists.rows(found, from, Math.min(to, ids.length), shownFields(kind), today)
  return {
    problem, kind, total: ids.length,
    rows: rows.map(({ id, cells }) => {
      const { district = null, [keyOf(kind)]: key = null, [titleFieldOf(kind)]: title = null } = cells
      return { id, key: String(key ?? ''), title: String(title ?? ''), districts: Array.isArray(district) ? district.map(String) : district === null ? [] : [String(district)] }
    }),
  }
}

function keyOf(kind: ListKind): string {
  return listDefinitions[kind].fields[0]?.name ?? ''
}

function titleFieldOf(kind: ListKind): string {
  return titleFields[listDefinitions[kind].record]
}

function shownFields(kind: ListKind): ListField[] {
  return [keyOf(kind), titleFieldOf(kind), 'district'].map((name) => listField(kind, name)).filter((field) => field !== undefined)
}

export interface WorklistOptions {
  /** All problems where it is null. */
  problem: ProblemName | null
  /** An .xlsx or .csv for one list in the order of the districts; a folder for one .xlsx a district. */
  out: string
  today: string
  creator: string
  /** Epoch milliseconds. */
  at: number
  watch?: WorkWatch
}

export interface WorklistFile {
  /** null for the list of all districts. */
  district: string | null
  file: string
  rows: number
}

/**
 * Writes what is to be mended as worklists to be sent out. A record of several districts stands in the list of each.
 *
 * @returns usage_bad_value for another kind of file, file_not_writable, disk_full
 * @throws  Refusal job_cancelled
 */
export async function writeWorklists(session: RegisterSession, options: WorklistOptions): Promise<Result<WorklistFile[]>> {
  const extension = extname(options.out).toLowerCase()
  const isFile = extension === '.xlsx' || extension === '.csv'
  if (!isFile && extension !== '') return fail('usage_bad_value', undefined, { option: '--out', value: options.out, expected: '.xlsx、.csv' })
  const byDistrict = await linesByDistrict(session, options)
  if (isFile) return writeAll(options, [{ district: null, file: options.out, lines: [...byDistrict.values()].flat() }])
  try {
    mkdirSync(options.out, { recursive: true })
  } catch (error) {
    return fail(refusalOf(error) ?? 'file_not_writable', undefined, { path: options.out })
  }
  return writeAll(options, [...byDistrict].map(([district, lines]) => ({ district, file: join(options.out, t('doctor.file', { district })), lines })))
}

type Line = ListValue[]

/** Lines under their districts, these in the official order, 其他 last; districts with nothing to mend are left out. */
async function linesByDistrict(session: RegisterSession, { problem, today, watch = {} }: WorklistOptions): Promise<Map<string, Line[]>> {
  const lists = new Map<string, Line[]>([...session.places.resolver.districts().map(({ name }) => name), otherName].map((name) => [name, []]))
  const wanted = problem === null ? problemNames : [problem]
  for (const [at, each] of wanted.entries()) {
    const { kind, rows } = await problemRows(session, each, today, 0, Number.MAX_SAFE_INTEGER, partOf(watch, at, wanted.length))
    for (const { key, title, districts } of rows) {
      for (const district of districts.length === 0 ? [otherName] : districts) {
        const lines = lists.get(district) ?? []
        lists.set(district, lines)
        lines.push([district, t(`doctor.${each}`), t(`kind.${kind}`), key, title, null])
      }
    }
  }
  return new Map([...lists].filter(([, lines]) => lines.length > 0))
}

async function writeAll(options: WorklistOptions, files: readonly { district: string | null; file: string; lines: Line[] }[]): Promise<Result<WorklistFile[]>> {
  const written: WorklistFile[] = []
  for (const { district, file, lines } of files) {
    const done = await writeLines(options, file, lines)
    if (!done.ok) return done
    written.push({ district, file, rows: lines.length })
  }
  return succeed(written)
}

const headings = [
  ['doctor.district', 12], ['doctor.problem', 36], ['doctor.kind', 10], ['doctor.key', 24], ['doctor.title', 48], ['doctor.remedy', 24],
] as const

function writeLines({ creator, at }: WorklistOptions, file: string, lines: readonly Line[]) {
  const columns = headings.map(([heading, width]) => ({ header: t(heading), width, kind: 'text' as const }))
  if (extname(file).toLowerCase() === '.csv') return writeCsv(file, { columns, rows: [lines] })
  return writeList(file, { columns, rows: [lines], sheetName: t('doctor.sheet'), footer: t('list.footer'), creator, createdAt: at })
}
