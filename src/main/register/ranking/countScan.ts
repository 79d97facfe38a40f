import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { CountDefinition } from '../../../shared/domain/catalogue/indicators'
import type { Filters } from '../../../shared/domain/catalogue/filters'
import type { LeadRule } from '../../../shared/domain/counting/leadRules'
import type { PackedWindow } from '../columns/packedDate'
import type { PassingIds, PassingUnits } from './rowsWhere'
import type { RegionRows } from './regionRows'

/** One count to make: the definition, every filter that holds (fixed ones included), and the days. */
export interface CountQuery {
  definition: CountDefinition
  filters: Filters
  window: PackedWindow
  /** Packed day on which stocks are taken. */
  asOf: number
  /** Packed later day on which a counted stock is still in force; null counts whatever is in force on `asOf`. */
  lastingUntil: number | null
  leadRule: LeadRule
  /** Records that pass the conditions on stored fields; null where there are none. */
  among: PassingIds | null
  /** Of marks, how many of their classes are counted, by id; null counts all of them. */
  pairs: Uint8Array | null
  /** Units whose records are counted; of a standard only they have places and roles. Null counts those of all, and of none. */
  units: PassingUnits | null
}

/**
 * The records that a count found, before anybody asks whose they are. Both the figures and the records behind them come
 * from here, so they cannot disagree.
 */
export interface CountScan {
  kind: RecordKind
  /** Value of every row, in the order of `rows`. */
  tally(rows: RegionRows): number[]
  /** Store ids of the records that count in one row, in id order. */
  members(rows: RegionRows, row: number): Int32Array
  /** All that was found, wherever it belongs. */
  everywhere(): number
}
