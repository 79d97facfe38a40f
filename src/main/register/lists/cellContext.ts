import type { ColumnSource } from '../../store/columnSource'
import type { NameStore } from '../../store/registerStore'
import type { RegisterColumns } from '../columns/registerColumns'
import { unresolved } from '../columns/unitDirectory'
import { createPlaceNames } from './placeNames'
import type { CellContext } from './rowCells'

/** Names decided by a person, as texts, per state of the register: there are few, and a page needs them by text. */
const decidedNames = new WeakMap<RegisterColumns, Promise<Map<string, number>>>()

/** The last context of a state of the register: page after page is of the same day. */
const lastContext = new WeakMap<RegisterColumns, CellContext>()

export async function createCellContext(columns: RegisterColumns, names: NameStore, source: ColumnSource, today: number): Promise<CellContext> {
  const last = lastContext.get(columns)
  if (last?.today === today) return last
  const context = await contextOf(columns, names, source, today)
  lastContext.set(columns, context)
  return context
}

async function contextOf(columns: RegisterColumns, names: NameStore, source: ColumnSource, today: number): Promise<CellContext> {
  const units = await columns.units()
  let decided = decidedNames.get(columns)
  if (decided === undefined) {
    decided = loadDecided(columns, names, source)
    decidedNames.set(columns, decided)
  }
  const unitByDecision = await decided
  return {
    units, today, places: columns.places, names: createPlaceNames(columns.city, columns.places),
    unitOfName: (name) => unitByDecision.get(name) ?? units.unitOfText(name),
  }
}

async function loadDecided(columns: RegisterColumns, names: NameStore, source: ColumnSource): Promise<Map<string, number>> {
  const decisions = await names.decisions()
  const found = new Map<string, number>()
  if (decisions.size === 0) return found
  const { unitOfId } = await columns.units()
  await source.names((page) => {
    for (const [id, text] of page) {
      const unit = decisions.get(id)
      if (unit !== undefined) found.set(text, unit === null ? unresolved : (unitOfId.get(unit) ?? unresolved))
    }
  })
  return found
}
