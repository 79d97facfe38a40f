import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { firstDay } from '../columns/packedDate'
import { dated, placeOn, type PlacedColumns } from '../columns/placedColumns'
import type { UnitDirectory } from '../columns/unitDirectory'
import type { CountScan } from './countScan'

/** Records that belong to one place each: patents, marks, PCT applications. */
export interface PlacedHits {
  columns: PlacedColumns
  /** Rows of the columns that were found, ascending. */
  hits: Int32Array
  /** What each counts; absent means one. */
  weight?: Uint8Array
  /** Day for the place: one for a stock, each record's own for a flow. */
  day: number | Int32Array
}

export function placedScan(kind: RecordKind, found: PlacedHits, directory: UnitDirectory): CountScan {
  const { columns, hits, weight, day } = found
  const placeOf = (hit: number) => placeOn(columns, hit, typeof day === 'number' ? day : firstDay(day[hit] ?? 0), directory)
  return {
    kind,
    tally({ rows, rowsOfPlace }) {
      const byPlace = new Float64Array(rowsOfPlace.length)
      for (let at = 0; at < hits.length; at++) {
        const hit = hits[at] ?? 0
        const place = placeOf(hit)
        byPlace[place] = (byPlace[place] ?? 0) + (weight ? (weight[hit] ?? 0) : 1)
      }
      const values = rows.map(() => 0)
      rowsOfPlace.forEach((targets, place) => {
        for (const target of targets) values[target] = (values[target] ?? 0) + (byPlace[place] ?? 0)
      })
      return values
    },
    members({ rowsOfPlace }, row) {
      // One look-up a hit: there are some dozen places, and up to a million hits.
      const belongs = Uint8Array.from(rowsOfPlace, (rows) => (rows.includes(row) ? 1 : 0))
      const { place, ids } = columns
      const found = new Int32Array(hits.length + 1)
      let count = 0
      for (let at = 0; at < hits.length; at++) {
        const hit = hits[at] as number // at < hits.length
        const settled = place[hit] as number
        // Written always and kept where it counts: no branch that the processor could mispredict.
        found[count] = ids[hit] as number
        count += belongs[settled === dated ? placeOf(hit) : settled] as number
      }
      return found.subarray(0, count)
    },
    everywhere: () => (weight ? hits.reduce((sum, hit) => sum + (weight[hit] ?? 0), 0) : hits.length),
  }
}
