import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { Carry } from './carried/carried'
import type { OverIds } from './carried/carriedColumn'
import type { City } from './city'
import type { DefinedIndicator } from './definedIndicators'
import type { Denominators, ReceivedFigure } from './denominators'
import type { HonourRow, PctColumns, WordedRow } from './otherColumns'
import type { PatentColumns } from './patentColumns'
import type { PlaceTable } from './places'
import type { StandardColumns } from './standardColumns'
import type { StoredColumns } from './storedColumns'
import type { TrademarkColumns } from './trademarkColumns'
import type { UnitDirectory, UnitMentions, Units } from './unitDirectory'

/** What a person says about units and names, on which the places of all records rest. */
export const unitKinds = ['unit', 'name_link'] as const satisfies readonly RecordKind[]

/**
 * The register in typed arrays, as of one sequence. SQLite is the truth: everything here can be
 * built again at any time. A kind is loaded when it is first asked for, so a ranking of standards never waits for a
 * million patents.
 */
export interface RegisterColumns {
  sequence: number
  city: City
  places: PlaceTable
  /** The units without the register's names; `directory` has both. */
  units(): Promise<Units>
  /** All units where they are loaded or will soon be worth it, else those that the mentions may mean. */
  unitsMentioned(mentions: () => UnitMentions): Promise<Units>
  directory(): Promise<UnitDirectory>
  standards(): Promise<StandardColumns>
  patents(): Promise<PatentColumns>
  trademarks(): Promise<TrademarkColumns>
  pcts(): Promise<PctColumns>
  honours(): Promise<HonourRow[]>
  pilots(): Promise<WordedRow[]>
  denominators(): Promise<Denominators>
  received(): Promise<ReceivedFigure[]>
  /** Every version of the indicators that the office has defined. */
  defined(): Promise<DefinedIndicator[]>
  /** How many files belong to each record that has any, by `packRecord`. */
  attachmentCounts(): Promise<ReadonlyMap<number, number>>
  /**
   * A column that is made of others, kept over the states of the register as they are.
   *
   * @param day    packed day on which it holds; of another day nothing is carried
   * @param carry  makes it of the column of a former state
   */
  derived(name: string, day: number, load: () => Promise<OverIds>, carry: Carry<OverIds>): Promise<OverIds>
  /** Any stored field of a kind. */
  stored(kind: RecordKind): StoredColumns
}
