import { z } from 'zod'
import { importFailure, previewRow, rowVerdict } from './imports'

/** A batch as a document: what was taken in, as it stood in the file and as it was judged. */

const count = z.int().nonnegative()
export const batchId = z.int().positive()
/** For an encrypted original; used for reading it and not kept. */
const password = z.string().min(1).max(255).optional()

export const ofBatch = z.object({ batch: batchId })
export const ofLockedBatch = ofBatch.extend({ password })

const named = z.object({ kind: z.string(), key: z.string(), title: z.string() })

export const redoCounts = z.object({ restored: count, changed: count, kept: count, missing: count })
export const redoPreview = redoCounts.extend({
  batch: z.int(),
  /** The first of each, for looking at. */
  restoredKeys: z.array(named), changedKeys: z.array(named), keptKeys: z.array(named),
  /** The first rows that can no longer be read out of the file as they were. */
  missingRows: z.array(z.object({ sheet: z.string().nullable(), row: z.int() })),
})
export type RedoPreview = z.output<typeof redoPreview>

export const documentSheet = z.object({
  index: count,
  name: z.string().nullable(),
  kinds: z.array(z.string()),
  verdicts: z.partialRecord(rowVerdict, count),
  headerRows: z.array(z.int().positive()),
  /** Columns that were read, in the order of the sheet. */
  mapping: z.array(z.object({ column: z.string(), header: z.string(), field: z.string(), label: z.string() })),
})
export type DocumentSheet = z.output<typeof documentSheet>

export const batchDocument = z.object({
  batch: z.int(), file: z.string(), kind: z.string(), at: z.number(), operator: z.string(), state: z.enum(['active', 'undone']), undoneAt: z.number().nullable(),
  sha256: z.string(), sizeBytes: count, format: z.string(), programVersion: z.string(),
  /** What the clerk had said: district, day of the statuses; null where the file decided. */
  district: z.string().nullable(), statusDate: z.string().nullable(),
  /** How many questions were answered and cells written anew. */
  answers: count,
  /** Fields that rows did not change, by the clerk's word; without a row, all of the sheet. */
  kept: z.array(z.object({ sheet: z.string(), row: z.int().nullable(), label: z.string() })),
  sheets: z.array(documentSheet),
  /** Why the kept file cannot be shown; null when it can. The verdicts stand in the register. */
  original: importFailure.nullable(),
})
export type BatchDocument = z.output<typeof batchDocument>

export const longestDocumentPage = 300
export const documentRowsRequest = z
  .object({ batch: batchId, sheet: count, verdict: rowVerdict.optional(), from: count, to: count })
  .refine(({ from, to }) => to >= from && to - from <= longestDocumentPage, { path: ['to'] })

/** A row as a preview shows it, without cells when the file cannot be shown, and what the import made of it. */
export const documentRow = previewRow.extend({
  /** Letters of cells whose text was repaired. */
  repaired: z.array(z.string()),
  reason: z.string(),
})
export type DocumentRow = z.output<typeof documentRow>

export const documentPage = z.object({
  total: count,
  rows: z.array(documentRow),
  width: count,
  /** Rows of the file that are not read yet. */
  isReading: z.boolean(),
})
export type DocumentPage = z.output<typeof documentPage>

/** Where a row of the sheet stands in the list under a filter; null when the filter leaves it out. */
export const documentPlaceRequest = z.object({ batch: batchId, sheet: z.string().nullable(), row: z.int().positive() })

export const documentRowDetail = z.object({
  row: z.int().positive(),
  verdict: rowVerdict.nullable(),
  /** What kept the row out, was repaired or noted: the cell, what stood in it and what came in. */
  remarks: z.array(z.object({ kind: z.enum(['rejected', 'review', 'skipped', 'repaired', 'notice', 'answered']), cell: z.string(), message: z.string(), from: z.string(), to: z.string() })),
  records: z.array(z.object({
    kind: z.string(), id: z.int().nullable(), key: z.string(), title: z.string(),
    /** What the batch changed of the record. */
    changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
  })),
})
export type DocumentRowDetail = z.output<typeof documentRowDetail>
