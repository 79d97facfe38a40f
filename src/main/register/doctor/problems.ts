import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { problemNames, type ProblemName, type TwinProblem } from '../../../shared/domain/catalogue/problems'
import { Refusal } from '../../../shared/domain/result'
import { standardStateOfWord } from '../../../shared/domain/counting/standardState'
import { parseStandardNumber } from '../../../shared/domain/standards/standardNumber'
import { typeOfApplicationNumber } from '../../../shared/domain/patents/patentNumber'
import { normaliseName } from '../../../shared/domain/text'
import type { ColumnRow, ColumnSource } from '../../store/columnSource'
import type { RowFinder } from '../../store/rowFinder'
import { recordsWithLostFiles } from '../attachments/attachmentStates'
import { packDate } from '../columns/packedDate'
import { placeOn, type PlacedColumns } from '../columns/placedColumns'
import { outside, unknownPlace } from '../columns/places'
import type { RegisterColumns } from '../columns/registerColumns'
import { vectorResult } from '../lists/listResult'
import type { WorkWatch } from '../inTurns'
import type { BehindList } from '../rankTable/behindList'
import type { RegisterSession } from '../opened/session'
import { recordsToMend } from '../workbench/worklists'
import { twinGroups } from './twins'

/** What looking for problems reads: few columns of all records, never whole ones. */
export interface ProblemSources {
  columns: RegisterColumns
  source: ColumnSource
  rows: RowFinder
  /** YYYY-MM-DD. */
  today: string
  /** Ids of records of a kind with an attachment whose file is missing or altered, ascending. */
  lostFiles(kind: RecordKind): Promise<Int32Array>
}

/** What an open register's problems are found in. */
export async function problemSourcesOf(session: RegisterSession, today: string): Promise<ProblemSources> {
  return { columns: await session.columns.current(), source: session.source, rows: session.rows, today, lostFiles: (kind) => recordsWithLostFiles(session, kind) }
}

interface Problem {
  list: ListKind
  /** Ids of the records that have it, ascending; those that may be one stand together. */
  find(sources: ProblemSources, watch?: WorkWatch): Promise<Int32Array>
}

/** What can be wrong with the data (数据体检) and how it is found. */
export const problems: Readonly<Record<ProblemName, Problem>> = {
  unit_without_district: { list: 'units', find: (sources) => toMend(sources, 'unit_without_district') },
  unit_name_shared: { list: 'units', find: sharedNames },
  unit_own_parent: { list: 'units', find: ownParents },
  unit_dated_ahead: { list: 'units', find: ahead('unit', ['endedOn']) },
  standard_without_title: { list: 'standards', find: missing('standard', 'title') },
  standard_without_publication: { list: 'standards', find: missing('standard', 'publishedOn') },
  standard_without_units: { list: 'standards', find: withoutNames('standard') },
  standard_dates_reversed: { list: 'standards', find: reversed('standard', ['publishedOn', 'effectiveOn', 'abolishedOn']) },
  standard_dated_ahead: { list: 'standards', find: ahead('standard', ['publishedOn']) },
  standard_kind_conflict: { list: 'standards', find: kindConflicts },
  standard_abolished_undated: { list: 'standards', find: abolishedUndated },
  standard_list_conflict: { list: 'standards', find: (sources) => toMend(sources, 'list_conflict') },
  standard_replaced_in_force: { list: 'standards', find: replacedInForce },
  standard_twice: { list: 'standards', find: twins('standard_twice') },
  patent_without_title: { list: 'patents', find: missing('patent', 'title') },
  patent_without_owner: { list: 'patents', find: withoutNames('patent') },
  patent_without_district: { list: 'patents', find: async (sources) => unplaced(sources, await sources.columns.patents()) },
  patent_without_filing: { list: 'patents', find: missing('patent', 'filedOn') },
  patent_dates_reversed: { list: 'patents', find: reversed('patent', ['filedOn', 'grantedOn', 'lapsedOn']) },
  // A day of lapse to come is how some exports say when the term ends.
  patent_dated_ahead: { list: 'patents', find: ahead('patent', ['filedOn', 'grantedOn']) },
  patent_number_conflict: { list: 'patents', find: numberConflicts },
  patent_without_grant: { list: 'patents', find: validUngranted },
  patent_twice: { list: 'patents', find: twins('patent_twice') },
  mark_without_owner: { list: 'trademarks', find: missing('trademark', 'owner') },
  mark_without_district: { list: 'trademarks', find: async (sources) => unplaced(sources, await sources.columns.trademarks()) },
  mark_without_classes: { list: 'trademarks', find: missing('trademark', 'classes') },
  mark_without_term: { list: 'trademarks', find: (sources) => toMend(sources, 'mark_without_term') },
  mark_dates_reversed: { list: 'trademarks', find: reversed('trademark', ['appliedOn', 'registeredOn', 'termEndOn'], ['termStartOn', 'termEndOn']) },
  mark_dated_ahead: { list: 'trademarks', find: ahead('trademark', ['appliedOn', 'registeredOn', 'cancelledOn']) },
  mark_term_odd: { list: 'trademarks', find: oddTerms },
  mark_twice: { list: 'trademarks', find: twins('mark_twice') },
  pct_without_district: { list: 'pct', find: async (sources) => unplaced(sources, await sources.columns.pcts()) },
  pct_dated_ahead: { list: 'pct', find: ahead('pct', ['receivedOn']) },
  honour_without_district: { list: 'honours', find: async ({ columns }) => ids((await columns.honours()).filter(({ place }) => place === unknownPlace)) },
  honour_dated_ahead: { list: 'honours', find: ahead('honour', ['publishedOn']) },
  honour_code_conflict: { list: 'honours', find: codesOfOthers('honour', 'recipient') },
  pilot_without_district: { list: 'pilots', find: async ({ columns }) => ids((await columns.pilots()).filter(({ place }) => place === unknownPlace)) },
  pilot_code_conflict: { list: 'pilots', find: codesOfOthers('pilot', 'name') },
  population_odd: { list: 'population', find: oddPopulation },
  unit_attachment_lost: lostFiles('units'), standard_attachment_lost: lostFiles('standards'), patent_attachment_lost: lostFiles('patents'),
  mark_attachment_lost: lostFiles('trademarks'), pct_attachment_lost: lostFiles('pct'), honour_attachment_lost: lostFiles('honours'), pilot_attachment_lost: lostFiles('pilots'),
  population_attachment_lost: lostFiles('population'), entities_attachment_lost: lostFiles('market_entities'), indicator_attachment_lost: lostFiles('indicators'),
}

function lostFiles(list: ListKind): Problem {
  return { list, find: (sources) => sources.lostFiles(recordKindOfList[list]) }
}

/** Every problem with how many records have it, in the order of the catalogue. @throws Refusal job_cancelled */
export async function countProblems(sources: ProblemSources, watch: WorkWatch = {}): Promise<{ problem: ProblemName; kind: ListKind; count: number }[]> {
  const counts: { problem: ProblemName; kind: ListKind; count: number }[] = []
  for (const [at, problem] of problemNames.entries()) {
    const found = await problems[problem].find(sources, partOf(watch, at, problemNames.length))
    counts.push({ problem, kind: problems[problem].list, count: found.length })
    // Looking at a million records takes a moment; others get their turn in between.
    await nextTurn()
  }
  return counts
}

/** The watch of one of several parts of a work. @throws Refusal job_cancelled */
export function partOf({ signal, onProgress = () => undefined }: WorkWatch, at: number, parts: number): WorkWatch {
  if (signal?.aborted) throw new Refusal('job_cancelled')
  onProgress(at / parts)
  return { ...(signal ? { signal } : {}), onProgress: (share) => onProgress((at + share) / parts) }
}

/** The records that have a problem, as a list to be opened. @throws Refusal job_cancelled */
export async function problemList(sources: ProblemSources, problem: ProblemName, watch: WorkWatch = {}): Promise<BehindList> {
  return { ...vectorResult(await problems[problem].find(sources, watch)), kind: problems[problem].list, sequence: sources.columns.sequence, belongs: (place) => place !== outside }
}

async function toMend({ columns, source }: ProblemSources, kind: Parameters<typeof recordsToMend>[2]): Promise<Int32Array> {
  const list = await recordsToMend(columns, source, kind)
  return Int32Array.from(await list.ids(0, list.count))
}

function twins(problem: TwinProblem): Problem['find'] {
  return async (sources, watch) => Int32Array.from((await twinGroups(sources, problem, watch)).flat())
}

function missing(kind: RecordKind, field: string): Problem['find'] {
  return ({ rows }) => rows.where(kind, { missing: field })
}

/** Later dates that stand before earlier ones, as far as both are said: 2021 is not before 2021-06. */
function reversed(kind: RecordKind, ...orders: (readonly string[])[]): Problem['find'] {
  const fields = [...new Set(orders.flat())]
  return async ({ rows }) => {
    const found: number[] = []
    await rows.among(kind, fields, await rows.where(kind, { descending: orders }), (page) => {
      for (const [id, ...dates] of page) if (orders.some((order) => isReversed(order.map((field) => dates[fields.indexOf(field)] ?? null)))) found.push(Number(id))
    })
    return Int32Array.from(found)
  }
}

function isReversed(dates: ColumnRow): boolean {
  const said = dates.filter((date) => typeof date === 'string')
  return said.some((date, index) => index > 0 && isBefore(date, said[index - 1] ?? ''))
}

function isBefore(date: string, other: string): boolean {
  const precision = Math.min(date.length, other.length)
  return date.slice(0, precision) < other.slice(0, precision)
}

/** Events of which a date says that they are still to come. */
function ahead(kind: RecordKind, fields: readonly string[]): Problem['find'] {
  return ({ rows, today }) => rows.where(kind, { ahead: fields, of: today })
}

/** Units whose parents lead back to them. */
async function ownParents(sources: ProblemSources): Promise<Int32Array> {
  const parents = new Map<string, string>()
  await sources.source.scan('unit', ['uscc', 'parent'], (page) => {
    for (const [, uscc, parent] of page) if (typeof parent === 'string') parents.set(String(uscc), parent)
  })
  return scanned(sources, 'unit', ['uscc'], ([, uscc]) => isOwnAncestor(String(uscc), parents))
}

function isOwnAncestor(uscc: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>()
  for (let at = parents.get(uscc); at !== undefined && !seen.has(at); at = parents.get(at)) {
    if (at === uscc) return true
    seen.add(at)
  }
  return false
}

/** Standards whose number is one of another kind, by which they are counted (domain.md 1.1). */
function kindConflicts(sources: ProblemSources): Promise<Int32Array> {
  const context = { today: sources.today }
  return scanned(sources, 'standard', ['standardNo', 'kind'], ([, standardNo, kind]) => {
    const number = kind === null ? null : parseStandardNumber(String(standardNo), context)
    return number?.status === 'ok' && number.kind !== kind
  })
}

/**
 * Patents whose number states another type, or the year before the filing date's (domain.md 2.1). A later year is a divisional
 * application's, which keeps its parent's day; a number of the national phase is younger than its filing date too.
 */
function numberConflicts(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'patent', ['applicationNumber', 'type', 'filedOn'], ([, applicationNumber, type, filedOn]) => {
    const number = String(applicationNumber)
    const stated = typeOfApplicationNumber(number)
    if (type !== null && stated !== null && stated !== type) return true
    const year = number.length > 10 ? number.slice(0, 4) : null
    return year !== null && typeof filedOn === 'string' && filedOn.slice(0, 4) > year
  })
}

/** Standards that end by word only: the dates are counted (domain.md 1.4). */
function abolishedUndated(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'standard', ['statedStatus', 'abolishedOn'], ([, status, abolishedOn]) => abolishedOn === null && typeof status === 'string' && standardStateOfWord(status) === 'abolished')
}

/** Patents in force by word, of which no grant date says so. */
function validUngranted(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'patent', ['statedStatus', 'grantedOn'], ([, status, grantedOn]) => grantedOn === null && status === 'valid')
}

/** Records under the code of one unit of the directory and the name of another. */
function codesOfOthers(kind: RecordKind, nameField: string): Problem['find'] {
  return async (sources) => {
    const bearers = new Map<string, Set<string>>()
    const known = new Set<string>()
    await sources.source.scan('unit', ['uscc', 'name', 'formerNames', 'aliases'], (page) => {
      for (const [, uscc, name, ...others] of page) {
        known.add(String(uscc))
        for (const each of [String(name ?? ''), ...others.flatMap(namesIn)]) bearers.set(normaliseName(each), (bearers.get(normaliseName(each)) ?? new Set()).add(String(uscc)))
      }
    })
    return scanned(sources, kind, ['uscc', nameField], ([, uscc, name]) => {
      const units = typeof name === 'string' ? bearers.get(normaliseName(name)) : undefined
      return typeof uscc === 'string' && known.has(uscc) && units !== undefined && !units.has(uscc)
    })
  }
}

function namesIn(stored: ColumnRow[number] | undefined): string[] {
  return typeof stored === 'string' ? (JSON.parse(stored) as string[]) : []
}

/** Figures of nobody, and of a part that is larger than the whole in the same series and year. */
async function oddPopulation(sources: ProblemSources): Promise<Int32Array> {
  const fields = ['region', 'series', 'year', 'populationWan']
  const wholeOf = ([, region, series, year]: ColumnRow): string => `${String(region).slice(0, 4)}|${String(series)}|${String(year)}`
  const ofCity = new Map<string, number>()
  await sources.source.scan('population', fields, (page) => {
    for (const row of page) if (String(row[1]).endsWith('00')) ofCity.set(wholeOf(row), Number(row[4]))
  })
  return scanned(sources, 'population', fields, (row) => Number(row[4]) <= 0 || Number(row[4]) > (ofCity.get(wholeOf(row)) ?? Infinity))
}

/** Terms that are not ten years or several times that (domain.md 3), a day more or less. */
function oddTerms(sources: ProblemSources): Promise<Int32Array> {
  return scanned(sources, 'trademark', ['termStartOn', 'termEndOn'], ([, start, end]) => {
    if (typeof start !== 'string' || typeof end !== 'string' || start.length < 10 || end.length < 10 || end <= start) return false
    const days = (Date.parse(end) - Date.parse(start)) / dayMs
    const terms = Math.round(days / daysOfTerm)
    return terms === 0 || Math.abs(days - terms * daysOfTerm) > 2
  })
}

const dayMs = 86_400_000
const daysOfTerm = 3_652.425

function withoutNames(kind: RecordKind): Problem['find'] {
  return ({ rows }) => rows.where(kind, { nameless: true })
}

async function unplaced({ columns, today }: ProblemSources, placed: PlacedColumns): Promise<Int32Array> {
  const directory = await columns.directory()
  const day = packDate(today)
  const found: number[] = []
  for (let row = 0; row < placed.count; row++) if (placeOn(placed, row, day, directory) === unknownPlace) found.push(placed.ids[row] ?? 0)
  return Int32Array.from(found)
}

/** Units of one name under several codes: a name alone then resolves to neither. */
async function sharedNames(sources: ProblemSources): Promise<Int32Array> {
  const bearers = new Map<string, number[]>()
  await sources.source.scan('unit', ['name'], (page) => {
    for (const [id, name] of page) {
      const normal = normaliseName(String(name ?? ''))
      if (normal === '') continue
      const alike = bearers.get(normal)
      if (alike) alike.push(Number(id))
      else bearers.set(normal, [Number(id)])
    }
  })
  return Int32Array.from([...bearers.values()].filter((units) => units.length > 1).flat())
}

/** Standards that another one of the register, in force by now, says it replaces and that nothing ends. */
async function replacedInForce(sources: ProblemSources): Promise<Int32Array> {
  const replaced = new Set<string>()
  await sources.source.scan('standard', ['replaces', 'effectiveOn'], (page) => {
    for (const [, replaces, effectiveOn] of page) {
      if (typeof replaces !== 'string' || (typeof effectiveOn === 'string' && effectiveOn > sources.today)) continue
      for (const number of JSON.parse(replaces) as string[]) replaced.add(number)
    }
  })
  return scanned(sources, 'standard', ['standardNo', 'abolishedOn'], ([, standardNo, abolishedOn]) => abolishedOn === null && replaced.has(String(standardNo)))
}

async function scanned({ source }: ProblemSources, kind: RecordKind, fields: readonly string[], accepts: (row: ColumnRow) => boolean): Promise<Int32Array> {
  const found: number[] = []
  await source.scan(kind, fields, (page) => { for (const row of page) if (accepts(row)) found.push(Number(row[0])) })
  return Int32Array.from(found)
}

function ids(rows: readonly { id: number }[]): Int32Array {
  return Int32Array.from(rows, ({ id }) => id)
}
