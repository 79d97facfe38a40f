import type { RecordKind } from '../../../shared/domain/catalogue/fields'
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

/**
 * The register in typed arrays (architecture.md 7), as of one sequence. SQLite is the truth: everything here can be
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
  /** Any stored field of a kind. */
  stored(kind: RecordKind): StoredColumns
}
