import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { recordKindOfList, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { problemNames, type ProblemName, type TwinProblem } from '../../../shared/domain/catalogue/problems'
import { Refusal } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import type { ColumnRow } from '../../store/columnSource'
import { packDate } from '../columns/packedDate'
import { placeOn, type PlacedColumns } from '../columns/placedColumns'
import { outside, unknownPlace } from '../columns/places'
import { parseTexts, textOrNull } from '../columns/storedTexts'
import { vectorResult } from '../lists/listResult'
import { inTurns, type WorkWatch } from '../inTurns'
import type { BehindList } from '../rankTable/behindList'
import { recordsToMend } from '../workbench/worklists'
import { abolishedUndated, ahead, codesOfOthers, kindConflicts, numberConflicts, oddPopulation, oddTerms, ownParents, validUngranted, yearAhead, zonesElsewhere } from './contradictions'
import { scanned, type FindRecords, type ProblemSources } from './problemSources'
import { twinGroups } from './twins'

interface Problem {
  list: ListKind
  /** Ids of the records that have it, ascending; those that may be one stand together. */
  find: FindRecords
}

/** What can be wrong with the data (数据体检) and how it is found. */
export const problems: Readonly<Record<ProblemName, Problem>> = {
  unit_without_district: { list: 'units', find: (sources) => toMend(sources, 'unit_without_district') },
  unit_name_shared: { list: 'units', find: sharedNames },
  unit_own_parent: { list: 'units', find: ownParents },
  unit_zone_elsewhere: { list: 'units', find: zonesElsewhere },
  unit_dates_reversed: { list: 'units', find: reversed('unit', ['movedOn', 'endedOn'], ['renamedOn', 'endedOn']) },
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
  patent_without_district: { list: 'patents', find: async (sources, watch) => unplaced(sources, await sources.columns.patents(), watch) },
  patent_without_filing: { list: 'patents', find: missing('patent', 'filedOn') },
  patent_dates_reversed: { list: 'patents', find: reversed('patent', ['filedOn', 'grantedOn', 'lapsedOn']) },
  // A day of lapse to come is how some exports say when the term ends.
  patent_dated_ahead: { list: 'patents', find: ahead('patent', ['filedOn', 'grantedOn']) },
  patent_number_conflict: { list: 'patents', find: numberConflicts },
  patent_without_grant: { list: 'patents', find: validUngranted },
  patent_twice: { list: 'patents', find: twins('patent_twice') },
  mark_without_owner: { list: 'trademarks', find: missing('trademark', 'owner') },
  mark_without_district: { list: 'trademarks', find: async (sources, watch) => unplaced(sources, await sources.columns.trademarks(), watch) },
  mark_without_classes: { list: 'trademarks', find: missing('trademark', 'classes') },
  mark_without_term: { list: 'trademarks', find: (sources) => toMend(sources, 'mark_without_term') },
  mark_dates_reversed: { list: 'trademarks', find: reversed('trademark', ['appliedOn', 'registeredOn', 'termEndOn'], ['termStartOn', 'termEndOn'], ['appliedOn', 'cancelledOn'], ['registeredOn', 'cancelledOn']) },
  mark_dated_ahead: { list: 'trademarks', find: ahead('trademark', ['appliedOn', 'registeredOn', 'cancelledOn']) },
  mark_term_odd: { list: 'trademarks', find: oddTerms },
  mark_twice: { list: 'trademarks', find: twins('mark_twice') },
  pct_without_district: { list: 'pct', find: async (sources, watch) => unplaced(sources, await sources.columns.pcts(), watch) },
  pct_dated_ahead: { list: 'pct', find: ahead('pct', ['receivedOn']) },
  honour_without_district: { list: 'honours', find: async ({ columns }) => ids((await columns.honours()).filter(({ place }) => place === unknownPlace)) },
  honour_dated_ahead: { list: 'honours', find: ahead('honour', ['publishedOn']) },
  honour_code_conflict: { list: 'honours', find: codesOfOthers('honour', 'recipient') },
  pilot_without_district: { list: 'pilots', find: async ({ columns }) => ids((await columns.pilots()).filter(({ place }) => place === unknownPlace)) },
  pilot_dated_ahead: { list: 'pilots', find: yearAhead('pilot') },
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
    const found = await findProblem(sources, problem, partOf(watch, at, problemNames.length))
    counts.push({ problem, kind: problems[problem].list, count: found.length })
    // Looking at a million records takes a moment; others get their turn in between.
    await nextTurn()
  }
  return counts
}

/** Ids of the records that have a problem; given up between two pages of what is read. @throws Refusal job_cancelled */
function findProblem(sources: ProblemSources, problem: ProblemName, watch: WorkWatch): Promise<Int32Array> {
  return problems[problem].find(givenUp(sources, watch), watch)
}

/** The same sources, of which nothing more is read once nobody waits. */
function givenUp(sources: ProblemSources, { signal }: WorkWatch): ProblemSources {
  if (!signal) return sources
  const { source } = sources
  return {
    ...sources, source: {
      ...source, scan: (kind, fields, visit) => source.scan(kind, fields, (page) => {
        if (signal.aborted) throw new Refusal('job_cancelled')
        visit(page)
      }),
    },
  }
}

/** The watch of one of several parts of a work. @throws Refusal job_cancelled */
export function partOf({ signal, onProgress = () => undefined }: WorkWatch, at: number, parts: number): WorkWatch {
  if (signal?.aborted) throw new Refusal('job_cancelled')
  onProgress(at / parts)
  return { ...(signal ? { signal } : {}), onProgress: (share) => onProgress((at + share) / parts) }
}

/** The records that have a problem, as a list to be opened. @throws Refusal job_cancelled */
export async function problemList(sources: ProblemSources, problem: ProblemName, watch: WorkWatch = {}): Promise<BehindList> {
  return { ...vectorResult(await findProblem(sources, problem, watch)), kind: problems[problem].list, sequence: sources.columns.sequence, belongs: (place) => place !== outside }
}

async function toMend({ columns, source }: ProblemSources, kind: Parameters<typeof recordsToMend>[2]): Promise<Int32Array> {
  const list = await recordsToMend(columns, source, kind)
  return Int32Array.from(await list.ids(0, list.count))
}

function twins(problem: TwinProblem): FindRecords {
  return async (sources, watch) => Int32Array.from((await twinGroups(sources, problem, watch)).flat())
}

function missing(kind: RecordKind, field: string): FindRecords {
  return ({ rows }) => rows.where(kind, { missing: field })
}

/** Later dates that stand before earlier ones, as far as both are said: 2021 is not before 2021-06. */
function reversed(kind: RecordKind, ...orders: (readonly string[])[]): FindRecords {
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

function withoutNames(kind: RecordKind): FindRecords {
  return ({ rows }) => rows.where(kind, { nameless: true })
}

/** Rows between two looks at the clock. */
const rowsAtOnce = 5_000

async function unplaced({ columns, today }: ProblemSources, placed: PlacedColumns, watch: WorkWatch = {}): Promise<Int32Array> {
  const directory = await columns.directory()
  const day = packDate(today)
  const found = await inTurns((function* () {
    const ids: number[] = []
    for (let row = 0; row < placed.count; row++) {
      if (row % rowsAtOnce === 0) yield row / placed.count
      if (placeOn(placed, row, day, directory) === unknownPlace) ids.push(placed.ids[row] ?? 0)
    }
    return ids
  })(), watch)
  if (found === null) throw new Refusal('job_cancelled')
  return Int32Array.from(found)
}

/**
 * Units of one name under several codes: that name alone then resolves to none of them, and neither does a former or other name that
 * two have and nobody bears now. What was merged is one unit.
 */
async function sharedNames(sources: ProblemSources): Promise<Int32Array> {
  const [current, other] = [new Map<string, number[]>(), new Map<string, number[]>()]
  const put = (bearers: Map<string, number[]>, name: string, id: number): void => {
    const normal = normaliseName(name)
    const alike = bearers.get(normal)
    if (normal === '' || alike?.at(-1) === id) return
    if (alike) alike.push(id)
    else bearers.set(normal, [id])
  }
  await sources.source.scan('unit', ['name', 'formerNames', 'aliases', 'mergedInto'], (page) => {
    for (const [id, name, formerNames, aliases, mergedInto] of page) {
      if (mergedInto !== null) continue
      put(current, String(name ?? ''), Number(id))
      for (const text of [...parseTexts(textOrNull(formerNames)), ...parseTexts(textOrNull(aliases))]) put(other, text, Number(id))
    }
  })
  const shared = [...current.values(), ...[...other].filter(([name]) => !current.has(name)).map(([, units]) => units)].filter((units) => units.length > 1)
  return Int32Array.from(new Set(shared.flat()))
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

function ids(rows: readonly { id: number }[]): Int32Array {
  return Int32Array.from(rows, ({ id }) => id)
}
