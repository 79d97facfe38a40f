import { attentionKinds, dueKinds } from '../../../shared/bridge/workbench'
import { addDays } from '../../../shared/domain/dates/calendar'
import type { ColumnSource } from '../../store/columnSource'
import { hasHappenedBy, noDate, packDate } from '../columns/packedDate'
import { placeOn } from '../columns/placedColumns'
import { outside } from '../columns/places'
import type { RegisterColumns } from '../columns/registerColumns'
import { vectorResult } from '../lists/listResult'
import type { BehindList } from '../rankTable/behindList'

export type DueKind = (typeof dueKinds)[number]
export type AttentionKind = (typeof attentionKinds)[number]

/** Days ahead that the first page looks. */
export const dueSteps = [30, 90, 365] as const

/**
 * Records of the city that end within some days after today: inventions and other patents whose term runs out, marks whose
 * term ends (their renewal window is open), and marks in grace that lapse for good. A mark stands once: it is renewed as a whole.
 */
export async function dueRecords(columns: RegisterColumns, kind: DueKind, days: number, today: string): Promise<BehindList> {
  const from = packDate(today)
  const until = packDate(addDays(today, days))
  const isDue = (day: number): boolean => day > from && day <= until
  const directory = await columns.directory()
  if (kind === 'patent_term') {
    const patents = await columns.patents()
    return list(columns, 'patents', pick(patents.ids, patents.count, (row) =>
      isDue(patents.endsOn[row] ?? 0) && hasHappenedBy(patents.grantedOn[row] ?? noDate, from) && placeOn(patents, row, from, directory) !== outside))
  }
  const marks = await columns.trademarks()
  return list(columns, 'trademarks', pick(marks.ids, marks.count, (row) => {
    const termOver = marks.termOverOn[row] ?? noDate
    if ((marks.cancelledOn[row] ?? 0) <= from || !hasHappenedBy(marks.inForceFrom[row] ?? noDate, from)) return false
    const ends = kind === 'mark_renewal' ? isDue(termOver) : termOver !== noDate && termOver <= from && isDue(marks.graceOverOn[row] ?? noDate)
    return ends && placeOn(marks, row, from, directory) !== outside
  }))
}

/** Records that something is missing from, so that they count nowhere or doubtfully. */
export async function recordsToMend(columns: RegisterColumns, source: ColumnSource, kind: AttentionKind): Promise<BehindList> {
  switch (kind) {
    case 'unit_without_district': return list(columns, 'units', await scanned(source, 'unit', ['district', 'mergedInto'], (district, mergedInto) => (district === null || district === '') && mergedInto === null))
    case 'list_conflict': return list(columns, 'standards', await scanned(source, 'standard', ['listConflict'], Boolean))
    case 'mark_without_term': {
      const marks = await columns.trademarks()
      return list(columns, 'trademarks', pick(marks.ids, marks.count, (row) => marks.termOverOn[row] === noDate))
    }
  }
}

async function scanned(source: ColumnSource, kind: 'unit' | 'standard', fields: readonly string[], accepts: (...cells: (string | number | null)[]) => boolean): Promise<Int32Array> {
  const ids: number[] = []
  await source.scan(kind, fields, (page) => {
    for (const [id, ...cells] of page) if (accepts(...cells)) ids.push(Number(id))
  })
  return Int32Array.from(ids)
}

function pick(ids: Int32Array, count: number, accepts: (row: number) => boolean): Int32Array {
  const found: number[] = []
  for (let row = 0; row < count; row++) if (accepts(row)) found.push(ids[row] ?? 0)
  return Int32Array.from(found)
}

function list(columns: RegisterColumns, kind: BehindList['kind'], ids: Int32Array): BehindList {
  return { ...vectorResult(ids), kind, sequence: columns.sequence, belongs: (place) => place !== outside }
}
