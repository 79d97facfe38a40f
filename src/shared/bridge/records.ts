import { z } from 'zod'
import { listKind, listRow } from './lists'

export const recordRequest = z.object({ kind: listKind, id: z.int() })

/** A drafting unit or owner, in the order of the source. */
export const recordParty = z.object({
  position: z.int().positive(),
  name: z.string(),
  /** Name of the district the unit resolves to; null outside the city or not known. */
  district: z.string().nullable(),
  isLocal: z.boolean(),
})

/** A row of a file that supports the record. */
export const recordSource = z.object({
  batch: z.int(),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive(),
  importedAt: z.number(),
})

/** Everything the record panel shows. `cells` has more fields than a list row, named alike. */
export const recordDetail = z.object({
  kind: listKind,
  id: z.int(),
  key: z.string(),
  cells: listRow.shape.cells,
  parties: z.array(recordParty),
  sources: z.array(recordSource),
  /** How many journal entries touch the record. */
  historyCount: z.int().nonnegative(),
})
export type RecordDetail = z.output<typeof recordDetail>
