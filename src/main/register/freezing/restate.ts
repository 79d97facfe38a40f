import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { isFormName } from '../../../shared/domain/catalogue/forms'
import { columnLetters } from '../../../shared/domain/columnLetters'
import { succeed, type Result } from '../../../shared/domain/result'
import type { FrozenReport } from '../../store/frozenStore'
import type { ChangeBy, ChangesSince, HistoryStore, RecordChangeSince } from '../../store/historyStore'
import type { RegisterStore } from '../../store/registerStore'
import { subjectOf } from '../ranking/recordsOf'
import type { FormContext } from '../reports/formNotes'
import { prepareReport, type FormRequest, type FormSetting } from '../reports/prepareReport'
import { unitsFollowed, type ChangedUnit, type FollowedUnit } from './changedUnits'
import { readContent } from './freezePeriod'
import { movedRecords, type RecordIds } from './movedRecords'
import { numbersBehind, type NumbersBehind } from './numbersBehind'
import { idIn, kindIn, markOf, namesOf, type NamingStore } from './recordNames'
import { isBlankOfAbsent, restatedNumbers, type RestatedNumber } from './restatedNumbers'

export type Movement = 'added' | 'withdrawn' | 'moved' | 'changed'

export interface RestatedRecord {
  kind: RecordKind
  id: number
  key: string
  change: Movement
  /** Cells that counted it when the period was closed, and those that would now: `C 崂山区`. */
  from: string[]
  to: string[]
  /** What happened to it since; empty where only something else did, as when its unit moved. */
  reasons: { sequence: number; at: number; operator: string; what: string; note: string | null; fields: string[] }[]
  /** Changed units of a record that is counted elsewhere or to which nothing happened itself; each has its own entry with its reasons. */
  follows: FollowedUnit[]
}

/** The answer of `restate` (cli.md). */
export interface Restatement {
  form: string
  period: string
  version: number
  frozenAt: number
  sequence: number
  currentSequence: number
  counts: Record<Movement, number>
  records: RestatedRecord[]
  numbers: RestatedNumber[]
  /** Cells that are printed otherwise though nothing in the register has changed for them: the program's rules have. */
  byRule: RestatedNumber[]
}

export interface RestateSetting extends FormSetting { store: Pick<RegisterStore, 'frozen'> & NamingStore; history: Pick<HistoryStore, 'since'> }

/**
 * What has changed since a period was closed: every record that would be counted elsewhere or has been touched, with the
 * change sets that did it, and every number that would differ.
 *
 * @returns what prepareReport refuses today
 */
export async function restate(setting: RestateSetting, report: FrozenReport): Promise<Result<Restatement>> {
  const content = await readContent(setting.store, report)
  const filled = await differencesNow(setting, report)
  if (!filled.ok) return filled
  const { context, district } = filled.value
  const now = await numbersBehind(setting, context.form, context.options, district)
  const changes = await setting.history.since(report.sequence)
  const { numbers, byRule } = toldApart(filled.value, report, setting.columns.sequence, changes)
  const records = await restatedRecords(setting.store, content.numbers, now, changes)
  const counts = { added: 0, withdrawn: 0, moved: 0, changed: 0 }
  for (const { change } of records) counts[change]++
  return succeed({
    form: report.form, period: report.period, version: report.version, frozenAt: report.frozenAt, sequence: report.sequence, currentSequence: setting.columns.sequence,
    counts, records, numbers, byRule,
  })
}

/**
 * Whether a number of a frozen form would be another one today by what has changed in the register: the form is filled
 * again and compared, without looking for the records behind it.
 *
 * @returns what prepareReport refuses today
 */
export async function hasChanged(setting: FormSetting & Pick<RestateSetting, 'history'>, report: FrozenReport): Promise<Result<boolean>> {
  const filled = await differencesNow(setting, report)
  if (!filled.ok) return filled
  if (filled.value.differences.length === 0) return succeed(false)
  return succeed(toldApart(filled.value, report, setting.columns.sequence, await setting.history.since(report.sequence)).numbers.length > 0)
}

interface Refilled { context: FormContext; district: string | null; differences: RestatedNumber[] }

/** Fills a frozen form again as it was asked for: how it is counted now, and the cells that differ. */
async function differencesNow(setting: FormSetting, report: FrozenReport): Promise<Result<Refilled>> {
  if (!isFormName(report.form)) throw new Error(`frozen form ${report.form}`)
  const prepared = await prepareReport(setting, report.form, report.request as FormRequest)
  if (!prepared.ok) return prepared
  const { table, context, district } = prepared.value
  return succeed({ context, district, differences: restatedNumbers(context.form, report.values, table.rows.map(({ cells }) => cells.map(({ value }) => value))) })
}

/** What the register has made of the differences, and what only the program prints otherwise than the one that froze the form. */
function toldApart({ context, differences }: Refilled, report: FrozenReport, sequence: number, { changed }: ChangesSince): Pick<Restatement, 'numbers' | 'byRule'> {
  if (sequence === report.sequence) return { numbers: [], byRule: differences }
  const gone = new Set(changed.flatMap(({ kind, change }) => (change === 'deleted' ? [kind] : [])))
  const absent = new Set(context.options.source === 'own' ? context.noData.map(subjectOf).filter((kind) => !gone.has(kind)) : [])
  const isByRule = (cell: RestatedNumber): boolean => isBlankOfAbsent(context.form, cell, absent)
  return { numbers: differences.filter((cell) => !isByRule(cell)), byRule: differences.filter(isByRule) }
}

type Cells = Map<string, Set<string>>

/** Where each of these records counts: by kind and id, the cells. */
function cellsOfRecords(numbers: readonly NumbersBehind[], wanted: RecordIds): Cells {
  const cells: Cells = new Map()
  for (const { kind, column, rows } of numbers) {
    const looked = wanted.get(kind)
    if (looked === undefined || looked.size === 0) continue
    for (const { region, ids } of rows) {
      const cell = column === null ? region : `${columnLetters(column)} ${region}`
      for (const id of ids) {
        if (!looked.has(id)) continue
        const key = markOf(kind, id)
        const known = cells.get(key) ?? new Set<string>()
        known.add(cell)
        cells.set(key, known)
      }
    }
  }
  return cells
}

/** Kinds that no cell counts but every cell may rest on. */
const foundations: readonly RecordKind[] = ['unit', 'population', 'market_entities', 'name_link', 'indicator']

async function restatedRecords(store: RestateSetting['store'], numbersBefore: readonly NumbersBehind[], numbersNow: readonly NumbersBehind[], changes: Awaited<ReturnType<HistoryStore['since']>>): Promise<RestatedRecord[]> {
  const touched = touchedRecords(changes)
  const wanted = movedRecords(numbersBefore, numbersNow)
  for (const key of touched.keys()) wanted.set(kindIn(key), (wanted.get(kindIn(key)) ?? new Set()).add(idIn(key)))
  const [before, after] = [cellsOfRecords(numbersBefore, wanted), cellsOfRecords(numbersNow, wanted)]
  const candidates = new Set([...before.keys(), ...after.keys(), ...[...touched.keys()].filter((key) => foundations.some((kind) => key.startsWith(`${kind} `)))])
  const found: { key: string; change: Movement; from: string[]; to: string[] }[] = []
  for (const key of candidates) {
    const [from, to] = [[...(before.get(key) ?? [])], [...(after.get(key) ?? [])]]
    const isSame = from.length === to.length && from.every((cell) => to.includes(cell))
    if (isSame && !touched.has(key)) continue
    found.push({ key, from, to, change: isSame ? 'changed' : from.length === 0 ? 'added' : to.length === 0 ? 'withdrawn' : 'moved' })
  }
  const names = await namesOf(store, found.map(({ key }) => key), (key) => (touched.get(key) ?? []).flatMap(({ old }) => (old ? [old] : [])))
  // An edit of its own, of the title perhaps, need not be what took a record to another district.
  const mayFollow = Map.groupBy(found.filter(({ key, change }) => change === 'moved' || !touched.has(key)).map(({ key }) => key), kindIn)
  const followed = await unitsFollowed(store.records, changedUnits(touched), new Map([...mayFollow].map(([kind, keys]) => [kind, new Set(keys.map(idIn))])))
  return found.map(({ key, change, from, to }) => ({
    kind: kindIn(key), id: idIn(key), key: names.get(key) ?? key, change, from, to, follows: followed.get(key) ?? [],
    reasons: (touched.get(key) ?? insertedBy(changes, key)).map(({ sequence, at, operator, reason, note, ...rest }) => ({ sequence, at, operator, what: reason, note, fields: reason === 'delete' ? [] : Object.keys(rest.old ?? {}) })),
  }))
}

type Touch = ChangeBy & { old?: RecordChangeSince['old'] }

function touchedRecords({ changed, inserted }: Awaited<ReturnType<HistoryStore['since']>>): Map<string, Touch[]> {
  const touched = new Map<string, Touch[]>()
  const add = (key: string, touch: Touch): void => { touched.set(key, [...(touched.get(key) ?? []), touch]) }
  // What somebody takes out was edited in none of its fields.
  for (const { kind, id, change, ...touch } of changed) add(markOf(kind, id), change === 'deleted' && touch.reason === 'edit' ? { ...touch, reason: 'delete' } : touch)
  const before = Map.groupBy(touched.keys(), kindIn)
  for (const run of inserted) {
    const { kind, firstId, lastId, ...by } = run
    // Of what is counted only those are told that had gone and came back: with a file that counts again, or out of the bin.
    const wanted = foundations.includes(kind) ? Array.from({ length: lastId - firstId + 1 }, (_, at) => markOf(kind, firstId + at)) : (before.get(kind) ?? []).filter((key) => isIn(run, idIn(key)))
    for (const key of wanted) add(key, by)
  }
  for (const touches of touched.values()) touches.sort((a, b) => a.sequence - b.sequence)
  return touched
}

function isIn({ firstId, lastId }: { firstId: number; lastId: number }, id: number): boolean {
  return id >= firstId && id <= lastId
}

/** What of a unit says where, as what and for whom its records count. */
const placing = ['uscc', 'name', 'formerNames', 'aliases', 'renamedOn', 'district', 'previousDistrict', 'movedOn', 'zone', 'unitType', 'endedOn', 'mergedInto']

function changedUnits(touched: ReadonlyMap<string, Touch[]>): ChangedUnit[] {
  // One that came or went says nothing of what it was before.
  const isPlacing = ({ old }: Touch): boolean => old === undefined || Object.keys(old).length === 0 || placing.some((field) => field in old)
  return [...touched].filter(([key, touches]) => kindIn(key) === 'unit' && touches.some(isPlacing)).map(([key, touches]) => ({ id: idIn(key), old: touches.flatMap(({ old }) => (old ? [old] : [])) }))
}

function insertedBy({ inserted }: Awaited<ReturnType<HistoryStore['since']>>, key: string): Touch[] {
  return inserted.filter((run) => run.kind === kindIn(key) && isIn(run, idIn(key)))
}
