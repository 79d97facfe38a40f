import { addDays } from '../../../shared/domain/dates/calendar'
import { keyOf } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, listField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import type { DueAnswer, DueItem, DueItemKind, DueRequest } from '../../../shared/bridge/reminders'
import { packDate, unpackDate } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'
import { createCellContext } from '../lists/cellContext'
import { cellReader, type ListCell } from '../lists/rowCells'
import { otherName } from '../lists/placeNames'
import { titleOf } from '../records/shown/recordTitle'
import type { RegisterSession } from '../opened/session'
import { dueRecords, type DueKind } from '../workbench/worklists'
import { reviewDays } from './reviewDays'

/** Key of register_info: years from one review of a standard to the next. */
export const reviewYearsKey = 'review_years'
/** 标准复审周期一般不超过五年 (Standardization Law art. 29). */
const usualReviewYears = 5

const pageRows = 500

/**
 * What falls due within some days after today (YYYY-MM-DD): patents whose term ends, marks to be renewed or about to
 * lapse for good, standards with local drafters whose review is due, and notes. Earliest first. Of the days before today
 * it lists the same: what has been renewed since has a later term and is not there.
 */
export async function dueItems(session: RegisterSession, { days, isPast = false }: DueRequest, today: string): Promise<DueAnswer> {
  const columns = await session.columns.current()
  const from = isPast ? addDays(today, -days) : today
  const until = isPast ? today : addDays(today, days)
  const reviewYears = await readReviewYears(session)
  const items: DueItem[] = []
  for (const kind of ['patent_term', 'mark_renewal', 'mark_grace'] as const) items.push(...(await termItems(session, columns, kind, { days, from, today })))
  items.push(...(await reviewItems(session, columns, reviewYears, { from, until, today })), ...(await noteItems(session, from, until)))
  return { from, until, reviewYears, items: items.toSorted((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key)) }
}

async function readReviewYears({ store }: RegisterSession): Promise<number> {
  const years = Number(await store.info.get(reviewYearsKey))
  return Number.isInteger(years) && years >= 1 && years <= 20 ? years : usualReviewYears
}

async function termItems(session: RegisterSession, columns: RegisterColumns, kind: DueKind, { days, from, today }: { days: number; from: string; today: string }): Promise<DueItem[]> {
  const due = await dueRecords(columns, kind, days, from)
  const ids = Array.from(await due.ids(0, due.count))
  const dayOf = await lastDays(columns, kind, new Set(ids))
  return itemsOf(session, kind, kind === 'patent_term' ? 'patents' : 'trademarks', dayOf, today)
}

/** The day on which each record ends: the last of its term, or of its grace. */
async function lastDays(columns: RegisterColumns, kind: DueKind, ids: ReadonlySet<number>): Promise<Map<number, string>> {
  const [source, over] = kind === 'patent_term'
    ? await columns.patents().then((patents) => [patents, patents.endsOn] as const)
    : await columns.trademarks().then((marks) => [marks, kind === 'mark_grace' ? marks.graceOverOn : marks.termOverOn] as const)
  const found = new Map<number, string>()
  for (let row = 0; row < source.count; row++) {
    const id = source.ids[row] ?? 0
    // A mark's term is over on the day after its last, which may be written as the 32nd; a patent ends on its anniversary.
    if (ids.has(id)) found.set(id, unpackDate(kind === 'patent_term' ? (over[row] ?? 0) : (over[row] ?? 0) - 1) ?? '')
  }
  return found
}

async function reviewItems(session: RegisterSession, columns: RegisterColumns, years: number, { from, until, today }: { from: string; until: string; today: string }): Promise<DueItem[]> {
  const days = reviewDays(await columns.standards(), await columns.directory(), years, packDate(from), packDate(until))
  const items = await itemsOf(session, 'standard_review', 'standards', days, today)
  return items.filter(({ districts }) => districts.length > 0)
}

const shown: Record<'patents' | 'trademarks' | 'standards', { fields: readonly string[]; about: string }> = {
  patents: { fields: ['title', 'parties', 'district', 'status'], about: 'parties' }, trademarks: { fields: ['name', 'owner', 'district', 'status'], about: 'owner' },
  standards: { fields: ['title', 'draftingUnits', 'district', 'status'], about: 'draftingUnits' },
}

async function itemsOf(session: RegisterSession, kind: DueItemKind, list: keyof typeof shown, days: ReadonlyMap<number, string>, today: string): Promise<DueItem[]> {
  const context = await createCellContext(await session.columns.current(), packDate(today))
  const cellsOf = cellReader(list, shown[list].fields.flatMap((name) => listField(list, name) ?? []), context)
  const items: DueItem[] = []
  const ids = [...days.keys()]
  for (let at = 0; at < ids.length; at += pageRows) {
    for (const record of await session.store.records.byIds(listDefinitions[list].record, ids.slice(at, at + pageRows))) {
      const cells = cellsOf(record)
      if (cells['status'] === 'abolished') continue
      const [about] = textsOf(cells[shown[list].about])
      items.push({ kind, list, id: record.id, key: keyOf(record), title: titleOf(record.kind, record.values), about: about ?? '', districts: textsOf(cells['district']), day: days.get(record.id) ?? '' })
    }
  }
  return items
}

function textsOf(cell: ListCell | undefined): string[] {
  if (cell === null || cell === undefined || cell === '') return []
  return Array.isArray(cell) ? cell.map(String) : [String(cell)]
}

async function noteItems({ notes, store }: RegisterSession, from: string, until: string): Promise<DueItem[]> {
  const items: DueItem[] = []
  for (const { kind, id, text, followUpOn } of await notes.list(Number.MAX_SAFE_INTEGER)) {
    // A note that was due before and is still there is due on the first day.
    if (followUpOn === null || followUpOn > until) continue
    const [record] = await store.records.byIds(kind, [id])
    const list = (Object.keys(listDefinitions) as ListKind[]).find((name) => listDefinitions[name].record === kind)
    if (record && list) items.push({ kind: 'note', list, id, key: keyOf(record), title: titleOf(kind, record.values), about: text, districts: [otherName], day: followUpOn < from ? from : followUpOn })
  }
  return items
}
