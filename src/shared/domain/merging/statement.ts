/**
 * A record is what its sources state, folded by fixed rules (domain.md 8a).
 *
 * A statement is one source row's word about one record. Folding is a pure function of the statements in their order,
 * so undoing a batch is folding without it, and the result equals a register in which the file was never imported.
 */

/** How far a source is believed: a register's own list beats an official list handed down, a database export, a report. */
export type StatementClass = 'register' | 'official' | 'vendor' | 'reported'

export const classRank: Record<StatementClass, number> = { register: 4, official: 3, vendor: 2, reported: 1 }

export interface DraftingList {
  names: readonly string[]
  /** Cut at the cell's end or by 等. */
  cut: boolean
}

export interface ReportedPosition {
  name: string
  /** Place in the drafting list from 1; null when the row does not say: nobody is taken for the first on no word at all. */
  rank: number | null
  total: number | null
}

/** Places known of a list with gaps, as the register's own exports print them. */
export interface KnownPlaces {
  places: readonly (readonly [number, string])[]
  total: number | null
}

/** Words that no record field holds, but that the fold needs. */
interface StatementOnly {
  _list?: DraftingList | null
  /** One unit's place, or those of several that a row names. */
  _position?: ReportedPosition | readonly ReportedPosition[] | null
  _places?: KnownPlaces | null
  /** First patentee, from lists that name only him. */
  _firstParty?: string | null
  /** Fields that a person has changed in an export of the register. */
  _edited?: readonly string[] | null
  /** Sequence of the state that the export showed, where it says so and the register has been in that state. */
  _exportedAt?: number | null
  /** Date the source's statuses speak of. */
  _asOf?: string | null
  /** Day of the event that a row’s own status tells: which of several rows of a file is the latest. */
  _statusOn?: string | null
}

export type StatedValue = string | number | null | readonly string[] | readonly number[] | readonly (readonly [number, string])[] | DraftingList | ReportedPosition | readonly ReportedPosition[] | KnownPlaces

/** Field name to stated value; a field that is absent or null is not spoken of. */
export type StatedValues = StatementOnly & Record<string, StatedValue | undefined>

export interface Statement {
  /** Position among all statements: source order, then row. */
  order: readonly [source: number, row: number]
  class: StatementClass
  /** How far the source is believed under the register's policy; by its class alone when absent. */
  rank?: number
  values: StatedValues
}

/** How far a source is believed; larger is further. */
export function standingOf({ rank, class: sourceClass }: Pick<Statement, 'rank' | 'class'>): number {
  return rank ?? classRank[sourceClass]
}

/** In the order in which they came: by source, then by row. */
export function compareStatements(a: Statement, b: Statement): number {
  return a.order[0] - b.order[0] || a.order[1] - b.order[1]
}

/** A stated scalar as text; lists and statement-only words have none. */
export function scalarText(value: StatedValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Two lists of the same texts or numbers, as nearly all lists that are compared are. */
function sameTexts(a: object, b: object): boolean {
  return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => typeof item !== 'object' && item === b[at])
}

/** Equality of stated or stored values, by content. */
export function sameValue(a: StatedValue | undefined, b: StatedValue | undefined): boolean {
  if (a === b) return true
  const left = a ?? null
  const right = b ?? null
  if (left === null || right === null) return left === right
  if (typeof left !== 'object' || typeof right !== 'object') return false
  return sameTexts(left, right) || JSON.stringify(left) === JSON.stringify(right)
}
