import type { Values } from '../../../shared/domain/catalogue/fields'
import type { RegisterColumns } from '../columns/registerColumns'
import type { UnitMentions, Units } from '../columns/unitDirectory'
import { createPlaceNames } from './placeNames'
import type { CellContext } from './rowCells'

/** The last context of a state of the register: page after page is of the same day. */
const lastContext = new WeakMap<RegisterColumns, CellContext>()

/** What the cells of any records need. `today` is packed. */
export async function createCellContext(columns: RegisterColumns, today: number): Promise<CellContext> {
  const last = lastContext.get(columns)
  if (last?.today === today) return last
  const context = contextOver(columns, await columns.units(), await columns.attachmentCounts(), today)
  lastContext.set(columns, context)
  return context
}

/** What the cells of these records need: after a change the first rows need not wait for all units. */
export async function createPageContext(columns: RegisterColumns, records: readonly { values: Values }[], today: number): Promise<CellContext> {
  const last = lastContext.get(columns)
  if (last?.today === today) return last
  return contextOver(columns, await columns.unitsMentioned(() => mentionsOf(records)), await columns.attachmentCounts(), today)
}

function contextOver(columns: RegisterColumns, units: Units, attachmentCounts: CellContext['attachmentCounts'], today: number): CellContext {
  return { units, today, attachmentCounts, places: columns.places, names: createPlaceNames(columns.city, columns.places), unitOfName: rememberingLast((name) => units.unitOfText(name)) }
}

/** Cells of one record ask for the same name one after the other. */
function rememberingLast(find: (name: string) => number): (name: string) => number {
  let [last, found] = ['', find('')]
  return (name) => {
    if (name !== last) [last, found] = [name, find(name)]
    return found
  }
}

/** The fields of all kinds that name a unit: as a name, as names, as positions with names, as codes. */
const namingFields = ['name', 'owner', 'recipient', 'parties', 'applicants', 'drafting'] as const
const codeFields = ['uscc', 'ownerUscc'] as const

function mentionsOf(records: readonly { values: Values }[]): UnitMentions {
  return {
    names: records.flatMap(({ values }) => namingFields.flatMap((field) => namesIn(values[field]))),
    usccs: records.flatMap(({ values }) => codeFields.flatMap((field) => namesIn(values[field]))),
  }
}

function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.flatMap((item: unknown) => (Array.isArray(item) ? namesIn(item[1]) : namesIn(item))) : []
}
