import type { FieldValue, RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import type { ConflictNotice } from '../../../../shared/domain/errorCodes'
import { sameValue, type StatedValue } from '../../../../shared/domain/merging/statement'
import { positionsIn } from '../../../../shared/domain/merging/settleDrafting'
import { normaliseName } from '../../../../shared/domain/text'
import type { KnownUnits } from '../knownUnits'
import type { PendingRecord, PendingStatement } from './pendingRecord'

/** A field that a row states otherwise than somebody before it. */
export interface Disagreement {
  field: string
  code: ConflictNotice | 'move_undated' | 'move_forgotten'
  value: string
  kept: string
}

/**
 * Facts of which only one can be true, whenever they are told: sources that differ about them contradict each other
 * (import-sources.md 4, row 10). States and owners of a later day, notes and places of reporters are none.
 */
const facts: Partial<Record<RecordKind, readonly string[]>> = {
  standard: ['title', 'publishedOn', 'effectiveOn', 'abolishedOn'],
  patent: ['title', 'parties', 'filedOn', 'grantedOn'],
  pct: ['title', 'receivedOn'],
  trademark: ['name', 'owner', 'appliedOn', 'registeredOn', 'termEndOn'],
  unit: ['name', 'district'],
  honour: ['district', 'publishedOn', 'status'],
  population: ['populationWan'],
  market_entities: ['entities'],
  indicator: ['value'],
}

const owners: ReadonlySet<string> = new Set(['parties', 'owner'])

/**
 * What a row says against its record: a word that a better source overrules (`value_conflict`), one that overrules an
 * earlier row of its own file (`file_conflict`), or a drafting list that cannot be reconciled (`list_conflict`). That a
 * later file brings a newer word is no contradiction but a change.
 *
 * @param before    the record as it was before the row; null when the row made it
 * @param units     in which two names of an owner may be one unit's
 */
export function disagreementsOf(statement: PendingStatement, record: PendingRecord, before: Values | null, { units }: { units: Pick<KnownUnits, 'resolve'> }): Disagreement[] {
  if (before === null) return []
  const { kind, current } = record
  const found: Disagreement[] = []
  for (const field of facts[kind] ?? []) {
    const keyOf = owners.has(field) ? ownerKey(units) : normaliseName
    const said = statement.values[field]
    const kept = current[field] ?? null
    if (said === null || said === undefined || kept === null || isSame(said, before[field] ?? null, keyOf) || isJoined(said, before[field] ?? null, kept)) continue
    if (!isSame(said, kept, keyOf)) found.push({ field, code: 'value_conflict', value: printed(said), kept: printed(kept) })
    else if (isOfThisFile(record, said, field, keyOf)) found.push({ field, code: 'file_conflict', value: printed(said), kept: printed(before[field] ?? null) })
  }
  if (kind === 'unit') found.push(...movesUntold(before, current))
  if (kind === 'standard') found.push(...placesTaken(statement, record, ownerKey(units)))
  if (kind === 'standard' && current.listConflict === 1 && before.listConflict !== 1) found.push({ field: 'draftingUnits', code: 'list_conflict', value: '', kept: '' })
  return found
}

/** What a change of a unit's district does to years that were counted before: nothing in the row says it. */
function movesUntold(before: Values, { district, movedOn, previousDistrict }: Values): Disagreement[] {
  if (!before.district || !district || before.district === district) return []
  if (!movedOn || before.movedOn === movedOn) return [{ field: 'district', code: 'move_undated', value: printed(district), kept: printed(before.district) }]
  const isForgotten = before.movedOn && before.previousDistrict && before.previousDistrict !== previousDistrict
  return isForgotten ? [{ field: 'district', code: 'move_forgotten', value: printed(previousDistrict ?? district), kept: printed(before.previousDistrict ?? null) }] : []
}

/** Owners in common, a row for each: what the row says was added to what stood there. */
function isJoined(said: StatedValue, before: FieldValue, kept: FieldValue): boolean {
  if (!Array.isArray(said) || !Array.isArray(before) || !Array.isArray(kept) || kept.length <= before.length) return false
  const all: ReadonlySet<unknown> = new Set(kept)
  return [...said, ...before].every((name) => all.has(name))
}

/** Units that the row puts where another one stands: the earlier one keeps the place. */
function placesTaken({ values }: PendingStatement, { current }: PendingRecord, keyOf: KeyOf): Disagreement[] {
  const drafting = Array.isArray(current.drafting) ? (current.drafting as unknown[]).filter(isPlace) : []
  return positionsIn(values._position).flatMap(({ rank, name }) => {
    const taken = rank === null ? undefined : drafting.find(([place]) => place === rank)
    if (taken === undefined || keyOf(taken[1]) === keyOf(name) || drafting.some(([, other]) => keyOf(other) === keyOf(name))) return []
    return [{ field: 'draftingUnits', code: 'place_conflict', value: name, kept: taken[1] }]
  })
}

function isPlace(place: unknown): place is [number, string] {
  return Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'string'
}

type KeyOf = (text: string) => string

function ownerKey(units: Pick<KnownUnits, 'resolve'>): KeyOf {
  return (name) => units.resolve(name)?.uscc ?? normaliseName(name)
}

/** Whether another row of the same file states the field otherwise. */
function isOfThisFile({ own }: PendingRecord, said: StatedValue, field: string, keyOf: KeyOf): boolean {
  return own.some(({ values }) => values[field] !== undefined && values[field] !== null && !isSame(values[field], said, keyOf))
}

/** Equal but for how it is written, or one a less exact date of the other. */
function isSame(a: StatedValue | FieldValue, b: StatedValue | FieldValue, keyOf: KeyOf): boolean {
  if (sameValue(a as StatedValue, b as StatedValue)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => isSame(String(item), String(b[index]), keyOf))
  if (typeof a !== 'string' || typeof b !== 'string') return false
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a]
  return keyOf(a) === keyOf(b) || (/^\d{4}(?:-\d{2})?$/u.test(shorter) && longer.startsWith(`${shorter}-`))
}

function printed(value: StatedValue | FieldValue): string {
  return Array.isArray(value) ? value.map(String).join('、') : typeof value === 'object' ? '' : String(value ?? '')
}
