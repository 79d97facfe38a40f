import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import type { UnitFinder } from '../../store/unitFinder'
import type { City } from './city'
import { loadDenominators, loadReceived, type Denominators, type ReceivedFigure } from './denominators'
import { loadHonours, loadPctColumns, loadPilots, type HonourRow, type PctColumns, type WordedRow } from './otherColumns'
import { loadPatentColumns, type PatentColumns } from './patentColumns'
import { loadDefinedIndicators, type DefinedIndicator } from './definedIndicators'
import { loadNameLinks } from './nameLinks'
import { PlaceTable } from './places'
import { loadStandardColumns, type StandardColumns } from './standardColumns'
import { createStoredColumns, type StoredColumns } from './storedColumns'
import { loadTrademarkColumns, type TrademarkColumns } from './trademarkColumns'
import { loadMentionedUnits, loadUnitDirectory, loadUnits, type UnitDirectory, type UnitMentions, type Units } from './unitDirectory'

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
  /** The columns of the register as it stands; built anew when the register has changed. */
  current(): Promise<RegisterColumns>
}

export function createColumnsOwner(source: ColumnSource, city: City, finder?: UnitFinder): ColumnsOwner {
  let columns: RegisterColumns | null = null
  return {
    async current() {
      const sequence = await source.sequence()
      if (columns?.sequence !== sequence) columns = columnsOver(source, city, sequence, finder)
      return columns
    },
  }
}

/** The first rows of a list, the record of one of them: who asks on will want all units. */
const findsBeforeLoading = 4

/**
 * The columns that a source gives; `sequence` says of which state of the register they are.
 *
 * @param finder  finds units in the same state; without one all are loaded
 */
export function columnsOver(source: ColumnSource, city: City, sequence: number, finder?: UnitFinder): RegisterColumns {
  const places = new PlaceTable(city)
  const stored = new Map<RecordKind, StoredColumns>()
  const links = once(() => loadNameLinks(source))
  let areLoaded = finder === undefined
  let finds = 0
  const units = once(async () => {
    areLoaded = true
    return loadUnits(source, places, await links())
  })
  const directory = once(async () => loadUnitDirectory(source, await units()))
  return {
    sequence,
    city,
    places,
    units,
    async unitsMentioned(mentions) {
      if (areLoaded || finder === undefined || ++finds > findsBeforeLoading) return units()
      return loadMentionedUnits(finder, places, await links(), mentions())
    },
    directory,
    standards: once(async () => loadStandardColumns(source, await directory())),
    patents: once(async () => loadPatentColumns(source, await directory(), places)),
    trademarks: once(async () => loadTrademarkColumns(source, await directory(), places)),
    pcts: once(async () => loadPctColumns(source, await directory(), places)),
    honours: once(async () => loadHonours(source, await directory(), places)),
    pilots: once(async () => loadPilots(source, await directory(), places)),
    denominators: once(() => loadDenominators(source)),
    received: once(() => loadReceived(source)),
    defined: once(() => loadDefinedIndicators(source)),
    attachmentCounts: once(() => source.attachmentCounts()),
    stored(kind) {
      const known = stored.get(kind) ?? createStoredColumns(source, kind)
      stored.set(kind, known)
      return known
    },
  }
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null
  return () => (loaded ??= load())
}
