import type { RegisterColumns } from '../columns/registerColumns'
import { createPlaceNames } from './placeNames'
import type { CellContext } from './rowCells'

/** The last context of a state of the register: page after page is of the same day. */
const lastContext = new WeakMap<RegisterColumns, CellContext>()

export async function createCellContext(columns: RegisterColumns, today: number): Promise<CellContext> {
  const last = lastContext.get(columns)
  if (last?.today === today) return last
  const units = await columns.units()
  const context: CellContext = {
    units, today, places: columns.places, names: createPlaceNames(columns.city, columns.places), unitOfName: (name) => units.unitOfText(name),
  }
  lastContext.set(columns, context)
  return context
}
