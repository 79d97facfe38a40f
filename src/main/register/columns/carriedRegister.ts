import { recordKinds, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import type { UnitFinder } from '../../store/unitFinder'
import { Carried, type Carry, type ChangesSince, type ColumnState } from './carried/carried'
import type { OverIds } from './carried/carriedColumn'
import { spliceColumns, spliceOf } from './carried/splice'
import type { City } from './city'
import { loadDefinedIndicators, type DefinedIndicator } from './definedIndicators'
import { loadDenominators, loadReceived, type Denominators, type ReceivedFigure } from './denominators'
import { loadNameLinks, type NameLinks } from './nameLinks'
import { loadHonours, loadPctColumns, loadPilots, type HonourRow, type PctColumns, type WordedRow } from './otherColumns'
import { loadPatentColumns, type PatentColumns } from './patentColumns'
import { PlaceTable } from './places'
import { unitKinds, type RegisterColumns } from './registerColumns'
import { loadStandardColumns, type StandardColumns } from './standardColumns'
import { CarriedFields } from './storedColumns'
import { loadTrademarkColumns, type TrademarkColumns } from './trademarkColumns'
import { extendDirectory, loadMentionedUnits, loadUnitDirectory, loadUnits, type UnitDirectory, type Units } from './unitDirectory'

/** The first rows of a list, the record of one of them: who asks on will want all units. */
const findsBeforeLoading = 4

/** Every part of the columns over the states of one register. Places keep their numbers in all of them. */
export class CarriedRegister {
  readonly #city: City
  readonly #places: PlaceTable
  readonly #stored = new Map(recordKinds.map((kind) => [kind, new CarriedFields(kind)]))
  readonly #links = new Carried<NameLinks>()
  readonly #units = new Carried<Units>()
  readonly #directory = new Carried<UnitDirectory>()
  readonly #standards = new Carried<StandardColumns>()
  readonly #patents = new Carried<PatentColumns>()
  readonly #trademarks = new Carried<TrademarkColumns>()
  readonly #pcts = new Carried<PctColumns>()
  readonly #honours = new Carried<HonourRow[]>()
  readonly #pilots = new Carried<WordedRow[]>()
  readonly #denominators = new Carried<Denominators>()
  readonly #received = new Carried<ReceivedFigure[]>()
  readonly #defined = new Carried<DefinedIndicator[]>()
  readonly #attachmentCounts = new Carried<ReadonlyMap<number, number>>()
  readonly #derived = new Map<string, { day: number; column: Carried<OverIds> }>()

  constructor(city: City) {
    this.#city = city
    this.#places = new PlaceTable(city)
  }

  /** The columns in one state; `finder` finds units in the same state. */
  at(state: ColumnState, source: ColumnSource, finder?: UnitFinder): RegisterColumns {
    const places = this.#places
    let finds = 0
    const links = () => this.#links.at(state, () => loadNameLinks(source), unless('name_link'))
    const units = () => this.#units.at(state, async () => loadUnits(source, places, await links()), unless(...unitKinds))
    const directory = () => this.#directory.at(state, async () => loadUnitDirectory(source, await units()), async (former, changes) => (changes.touches(...unitKinds) ? null : extendDirectory(former, changes)))
    const stored = new Map(recordKinds.map((kind) => [kind, this.#stored.get(kind)?.at(state, source)]))
    return {
      sequence: state.sequence,
      city: this.#city,
      places,
      units,
      unitsMentioned: async (mentions) => {
        if (finder === undefined || (await this.#units.holds(state, ...unitKinds)) || ++finds > findsBeforeLoading) return units()
        return loadMentionedUnits(finder, places, await links(), mentions())
      },
      directory,
      standards: () => this.#standards.at(state, async () => loadStandardColumns(source, await directory()), unless('standard', ...unitKinds)),
      patents: () => this.#patents.at(state, async () => loadPatentColumns(source, await directory(), places), placed('patent', async (only) => loadPatentColumns(only, await directory(), places))),
      trademarks: () => this.#trademarks.at(state, async () => loadTrademarkColumns(source, await directory(), places), placed('trademark', async (only) => loadTrademarkColumns(only, await directory(), places))),
      pcts: () => this.#pcts.at(state, async () => loadPctColumns(source, await directory(), places), placed('pct', async (only) => loadPctColumns(only, await directory(), places))),
      honours: () => this.#honours.at(state, async () => loadHonours(source, await directory(), places), unless('honour', ...unitKinds)),
      pilots: () => this.#pilots.at(state, async () => loadPilots(source, await directory(), places), unless('pilot', ...unitKinds)),
      denominators: () => this.#denominators.at(state, () => loadDenominators(source), unless('population', 'market_entities')),
      received: () => this.#received.at(state, () => loadReceived(source), unless('indicator')),
      defined: () => this.#defined.at(state, () => loadDefinedIndicators(source), unless('own_indicator')),
      // Files come to records without changing them: nobody tells of it.
      attachmentCounts: () => this.#attachmentCounts.at(state, () => source.attachmentCounts(), () => null),
      derived: (name, day, load, carry) => this.#derivedColumn(name, day).at(state, load, carry),
      stored(kind) {
        const fields = stored.get(kind)
        if (!fields) throw new RangeError(`no kind ${kind}`)
        return fields
      },
    }
  }

  /** What held on another day is let go of: a program that runs for weeks asks for a new day each morning. */
  #derivedColumn(name: string, day: number): Carried<OverIds> {
    const known = this.#derived.get(name)
    if (known?.day === day) return known.column
    const column = new Carried<OverIds>()
    this.#derived.set(name, { day, column })
    return column
  }
}

/** Holds as it is unless a record of these kinds was touched. */
function unless<T>(...kinds: readonly RecordKind[]): Carry<T> {
  return (former, changes) => (changes.touches(...kinds) ? null : former)
}

/** The touched records are read again, the others stay; not where a unit was touched, which may own any of them. */
function placed<T extends { count: number; ids: Int32Array }>(kind: RecordKind, load: (only: ColumnSource) => Promise<T>): Carry<T> {
  return async (former: T, changes: ChangesSince) => {
    if (changes.touches(...unitKinds)) return null
    if (!changes.touches(kind)) return former
    const splice = spliceOf(former.ids, changes.touched(kind), await changes.present(kind))
    return spliceColumns(former, await load(changes.only(kind)), splice)
  }
}
