import type { ColumnSource } from '../../store/columnSource'
import type { ColumnChanges } from '../../store/columnChanges'
import type { UnitFinder } from '../../store/unitFinder'
import { followedState, loadedState } from './carried/carried'
import { CarriedRegister } from './carriedRegister'
import type { City } from './city'
import type { RegisterColumns } from './registerColumns'

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
