import { standardKinds } from '../../../shared/domain/catalogue/filters'
import type { ColumnRow, ColumnSource } from '../../store/columnSource'
import { packDate } from './packedDate'
import { parseTexts } from './storedTexts'
import { unresolved, type UnitDirectory } from './unitDirectory'

/** One entry per standard, in id order; the drafting lists stand one after the other in `position` and `name`. */
export interface StandardColumns {
  count: number
  ids: Int32Array
  /** Place in the catalogue's `standardKinds` plus one; 0 unknown. */
  kind: Uint8Array
  isRevised: Uint8Array
  publishedOn: Int32Array
  /** Length of the whole list where it is known, else 0. */
  listLength: Int32Array
  /** First entry of standard i; entry `listStart[i + 1]` is the next one's. */
  listStart: Int32Array
  /** Place in the legal order, from 1; lists known in part have gaps. */
  position: Int32Array
  /** Unit number, -1 when unresolved. */
  unit: Int32Array
  nameId: Int32Array
  /** Units named 负责起草单位 in the foreword, by standard; absent where it names nobody, empty where it names strangers. */
  forewordLead: ReadonlyMap<number, ReadonlySet<number>>
}

export function kindNumberOf(value: string | number | null | undefined): number {
  return standardKinds.findIndex((known) => known.value === value) + 1
}

const fields = ['kind', 'newOrRevised', 'replaces', 'publishedOn', 'listLength', 'listComplete', 'forewordLead'] as const

export async function loadStandardColumns(source: ColumnSource, directory: UnitDirectory): Promise<StandardColumns> {
  const count = await source.rowCount('standard')
  const forewordLead = new Map<number, ReadonlySet<number>>()
  const columns = {
    count, ids: new Int32Array(count), kind: new Uint8Array(count), isRevised: new Uint8Array(count), publishedOn: new Int32Array(count),
    listLength: new Int32Array(count), forewordLead,
  }
  const isComplete = new Uint8Array(count)
  let at = 0
  await source.scan('standard', fields, (page) => {
    for (const row of page) {
      if (at >= count) return
      isComplete[at] = row[6] ? 1 : 0
      fillRow(columns, at, row)
      const lead = forewordLeadOf(row[7], directory)
      if (lead) forewordLead.set(at, lead)
      at++
    }
  })
  columns.count = at
  const lists = await loadLists(source, columns, directory)
  for (let row = 0; row < at; row++) {
    if (columns.listLength[row] === 0 && isComplete[row]) columns.listLength[row] = (lists.listStart[row + 1] ?? 0) - (lists.listStart[row] ?? 0)
  }
  return { ...columns, ...lists }
}

function fillRow(columns: Pick<StandardColumns, 'ids' | 'kind' | 'isRevised' | 'publishedOn' | 'listLength'>, at: number, row: ColumnRow): void {
  const [id, kind, newOrRevised, replaces, published, listLength] = row
  columns.ids[at] = Number(id)
  columns.kind[at] = kindNumberOf(kind)
  // 修订 when it replaces an earlier number (domain.md 1.4); the stated word counts where there is one.
  columns.isRevised[at] = newOrRevised === 'revised' || (newOrRevised !== 'new' && parseTexts(replaces).length > 0) ? 1 : 0
  columns.publishedOn[at] = packDate(published)
  columns.listLength[at] = Number(listLength ?? 0)
}

function forewordLeadOf(json: string | number | null | undefined, directory: UnitDirectory): ReadonlySet<number> | null {
  const names = parseTexts(json)
  if (names.length === 0) return null
  return new Set(names.map(directory.unitOfText).filter((unit) => unit !== unresolved))
}

async function loadLists(source: ColumnSource, columns: { count: number; ids: Int32Array }, directory: UnitDirectory) {
  const listStart = new Int32Array(columns.count + 1)
  const positions: number[] = []
  const names: number[] = []
  let at = 0
  await source.scanNames('standard', false, (page) => {
    for (const [id, position, name] of page) {
      while (at < columns.count && (columns.ids[at] ?? 0) < id) listStart[++at] = positions.length
      if (columns.ids[at] !== id) continue
      positions.push(position)
      names.push(name)
    }
  })
  while (at < columns.count) listStart[++at] = positions.length
  return {
    listStart, position: Int32Array.from(positions), nameId: Int32Array.from(names),
    unit: Int32Array.from(names, (name) => directory.unitOfName[name] ?? unresolved),
  }
}
