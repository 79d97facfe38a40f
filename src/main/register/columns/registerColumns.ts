import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import type { ColumnChanges } from '../../store/columnChanges'
import type { UnitFinder } from '../../store/unitFinder'
import { followedState, loadedState } from './carried/carried'
import { CarriedRegister } from './carriedRegister'
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

export interface ColumnsOwner {
  /** The columns of the register as it stands; what a change has not touched is carried over from the state before. */
  current(): Promise<RegisterColumns>
}

/** What makes columns quicker where the store can do it. */
export interface ColumnAids {
  /** Finds units in the same state; without it all are loaded. */
  finder?: UnitFinder
  /** Tells what has changed; without it every state is loaded anew. */
  changes?: ColumnChanges
}

export function createColumnsOwner(source: ColumnSource, city: City, { finder, changes }: ColumnAids = {}): ColumnsOwner {
  const carried = new CarriedRegister(city)
  let columns: RegisterColumns | null = null
  return {
    async current() {
      const sequence = await source.sequence()
      if (columns?.sequence !== sequence) {
        columns = carried.at(changes ? followedState(sequence, source, changes) : loadedState(sequence), source, finder)
      }
      return columns
    },
  }
}

/** The columns that a source gives, all loaded from it; `sequence` says of which state of the register they are. */
export function columnsOver(source: ColumnSource, city: City, sequence: number): RegisterColumns {
  return new CarriedRegister(city).at(loadedState(sequence), source)
}
