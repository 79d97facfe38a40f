import { reject, type Rejected } from '../parsed'
import type { AdoptionDegree, StandardKind, StandardNature, StandardNumberCode, StandardNumberWarning } from './standardParts'

/** What a cell of the column 标准号 can turn out to hold (domain.md 1.2). */

/** One standard with its canonical number. */
export interface StandardNumber {
  ok: true
  status: 'ok'
  value: string
  kind: StandardKind
  /** null for international standards. */
  nature: StandardNature | null
  year: number
  warnings: readonly StandardNumberWarning[]
  /** Canonical numbers after 代替: the standard is a revision of them. */
  replaces: readonly string[]
  /** The international standard of a 双编号 or of a bracket "(ISO 9001:2015,IDT)". */
  adopts: string | null
  adoption: AdoptionDegree | null
}

/** Several standards in one cell, in order. */
export interface StandardNumberSplit {
  ok: true
  status: 'split'
  items: readonly StandardNumber[]
  kind: StandardKind
  nature: StandardNature | null
  warnings: readonly StandardNumberWarning[]
}

/** The clerk must confirm the proposal (`review`) or give the year (`incomplete`). */
export interface StandardNumberQuestion {
  ok: false
  status: 'review' | 'incomplete'
  code: 'part_dot_restored' | 'two_digit_year' | 'year_missing' | 'foreign_edition'
  proposal: string
  kind: StandardKind
  nature: StandardNature | null
  warnings: readonly StandardNumberWarning[]
  replaces: readonly string[]
}

export interface StandardNumberRejection extends Rejected<StandardNumberCode> {
  status: 'invalid'
  kind: StandardKind | null
}

export type StandardNumberResult = StandardNumber | StandardNumberSplit | StandardNumberQuestion | StandardNumberRejection

/** What a cell is rejected as; `kind` where the number says it all the same. */
export function invalid(code: StandardNumberCode, kind: StandardKind | null): StandardNumberRejection {
  return { ...reject(code), status: 'invalid', kind }
}
