import type { Values } from '../../../shared/domain/catalogue/fields'
import type { CountName } from '../../../shared/domain/catalogue/indicators'
import { succeed, type Result } from '../../../shared/domain/result'
import type { RegisterStore } from '../../store/registerStore'
import { packDate } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'
import { unresolved, type UnitDirectory } from '../columns/unitDirectory'
import { momentFor, readOptions } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import type { RegionRows } from '../ranking/regionRows'
import { plainRules, type PlainRule } from './plainCounting'

/** The answer of `verify` (cli.md). */
export interface VerifiedFigures {
  ok: boolean
  period: string
  indicators: { indicator: CountName; ok: boolean; differences: { row: string; fast: number; plain: number }[] }[]
}

const pageIds = 2_000

/**
 * Counts a period's indicators a second time, record by record, and holds every row against the fast answer.
 *
 * @returns usage failures of the period
 */
export async function verifyFigures(store: Pick<RegisterStore, 'records' | 'names'>, columns: RegisterColumns, period: string | undefined): Promise<Result<VerifiedFigures>> {
  const answer: VerifiedFigures = { ok: true, period: '', indicators: [] }
  for (const [name, rule] of Object.entries(plainRules)) {
    const indicator = name as CountName // the keys of the table
    const options = readOptions(indicator, { period })
    if (!options.ok) return options
    const fast = await evaluate(columns, indicator, options.value)
    if (!fast.ok) return fast
    const plain = await countPlainly(store, columns, rule, momentFor(indicator, options.value), fast.value.rows)
    const differences = fast.value.rows.rows.map((row, at) => ({ row: row.name, fast: fast.value.values[at]?.count ?? 0, plain: plain[at] ?? 0 })).filter((row) => row.fast !== row.plain)
    answer.period = options.value.period.name
    answer.indicators.push({ indicator, ok: differences.length === 0, differences })
  }
  return succeed({ ...answer, ok: answer.indicators.every(({ ok }) => ok) })
}

async function countPlainly(store: Pick<RegisterStore, 'records' | 'names'>, columns: RegisterColumns, rule: PlainRule, moment: { from: string; to: string; asOf: string }, rows: RegionRows): Promise<number[]> {
  const counts = rows.rows.map(() => 0)
  const directory = await columns.directory()
  const ids = await idsOf(columns, rule)
  for (let from = 0; from < ids.length; from += pageIds) {
    const page = await store.records.byIds(rule.kind, ids.slice(from, from + pageIds))
    const nameIds = await store.names.ids([...new Set(page.flatMap(({ values }) => namesOf(values)))])
    for (const { values } of page) {
      const counted = rule.count(values, moment)
      if (!counted) continue
      const reached = new Set(placesOf(values, counted.day, { columns, directory, nameIds }).flatMap((place) => rows.rowsOfPlace[place] ?? []))
      for (const row of reached) counts[row] = (counts[row] ?? 0) + counted.weight
    }
  }
  return counts
}

async function idsOf(columns: RegisterColumns, { kind }: PlainRule): Promise<number[]> {
  const known = kind === 'standard' ? await columns.standards() : kind === 'patent' ? await columns.patents() : kind === 'trademark' ? await columns.trademarks() : await columns.pcts()
  return Array.from(known.ids.subarray(0, known.count))
}

/** Every name a record's place may come from. */
function namesOf({ drafting, parties, applicants, owner }: Values): string[] {
  const drafters = Array.isArray(drafting) ? drafting.flatMap((entry) => (Array.isArray(entry) ? [String(entry[1])] : [])) : []
  const first = [parties, applicants].flatMap((list) => (Array.isArray(list) && list.length > 0 ? [String(list[0])] : []))
  return [...drafters, ...first, ...(typeof owner === 'string' ? [owner] : [])]
}

interface PlaceContext { columns: RegisterColumns; directory: UnitDirectory; nameIds: ReadonlyMap<string, number> }

/** A standard has the places of all its local units, anything else that of its first owner, else the stated one. */
function placesOf(values: Values, day: string, { columns, directory, nameIds }: PlaceContext): number[] {
  const units = namesOf(values).map((name) => directory.unitOfName[nameIds.get(name) ?? -1] ?? unresolved)
  if (values.drafting !== undefined || values.standardNo !== undefined) {
    return units.flatMap((unit) => (unit === unresolved ? [] : (directory.placeOn(unit, packDate(day)) ?? [])))
  }
  const owner = (typeof values.ownerUscc === 'string' ? directory.unitOfUscc.get(values.ownerUscc) : undefined) ?? units[0] ?? unresolved
  const place = owner === unresolved ? null : directory.placeOn(owner, packDate(day))
  return [place ?? columns.places.ofCode(typeof values.ownerPlace === 'string' ? values.ownerPlace : null)]
}
