import type { ColumnSource } from '../../store/columnSource'
import type { City } from './city'
import { loadDenominators, loadReceived, type Denominators, type ReceivedFigure } from './denominators'
import { loadHonours, loadPctColumns, loadPilots, type HonourRow, type PctColumns, type WordedRow } from './otherColumns'
import { loadPatentColumns, type PatentColumns } from './patentColumns'
import { PlaceTable } from './places'
import { loadStandardColumns, type StandardColumns } from './standardColumns'
import { loadTrademarkColumns, type TrademarkColumns } from './trademarkColumns'
import { loadUnitDirectory, loadUnits, type UnitDirectory, type Units } from './unitDirectory'

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
  directory(): Promise<UnitDirectory>
  standards(): Promise<StandardColumns>
  patents(): Promise<PatentColumns>
  trademarks(): Promise<TrademarkColumns>
  pcts(): Promise<PctColumns>
  honours(): Promise<HonourRow[]>
  pilots(): Promise<WordedRow[]>
  denominators(): Promise<Denominators>
  received(): Promise<ReceivedFigure[]>
}

export interface ColumnsOwner {
  /** The columns of the register as it stands; built anew when the register has changed. */
  current(): Promise<RegisterColumns>
}

export function createColumnsOwner(source: ColumnSource, city: City): ColumnsOwner {
  let columns: RegisterColumns | null = null
  return {
    async current() {
      const sequence = await source.sequence()
      if (columns?.sequence !== sequence) columns = columnsOver(source, city, sequence)
      return columns
    },
  }
}

/** The columns that a source gives; `sequence` says of which state of the register they are. */
export function columnsOver(source: ColumnSource, city: City, sequence: number): RegisterColumns {
  const places = new PlaceTable(city)
  const units = once(() => loadUnits(source, places))
  const directory = once(async () => loadUnitDirectory(source, await units()))
  return {
    sequence,
    city,
    places,
    units,
    directory,
    standards: once(async () => loadStandardColumns(source, await directory())),
    patents: once(async () => loadPatentColumns(source, await directory(), places)),
    trademarks: once(async () => loadTrademarkColumns(source, await directory(), places)),
    pcts: once(async () => loadPctColumns(source, await directory(), places)),
    honours: once(async () => loadHonours(source, await directory(), places)),
    pilots: once(async () => loadPilots(source, await directory(), places)),
    denominators: once(() => loadDenominators(source)),
    received: once(() => loadReceived(source)),
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null
  return () => (loaded ??= load())
}
