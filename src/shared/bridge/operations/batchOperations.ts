import { z } from 'zod'
import { batchDocument, batchId, documentPage, documentPlaceRequest, documentRowDetail, documentRowsRequest, ofBatch, ofLockedBatch, redoCounts, redoPreview } from '../batches'
import { nothing, operation } from '../operation'

/** Batches after they were taken in: each as a document, and those that were undone back again. */
export const batchOperations = {
  /** Opens a batch as a document; its kept file is read in the background. One is open at a time. */
  'batches.document': operation(ofLockedBatch, batchDocument),
  /** Rows of a sheet as it looks, or those of one verdict. */
  'batches.rows': operation(documentRowsRequest, documentPage),
  'batches.row': operation(z.object({ batch: batchId, sheet: z.int().nonnegative(), row: z.int().positive() }), documentRowDetail),
  /** Index of the sheet of that name, and the place of a row in it. */
  'batches.place': operation(documentPlaceRequest, z.object({ sheet: z.int().nonnegative(), place: z.int().nonnegative() })),
  'batches.close': operation(ofBatch, nothing),
  /** Reads the kept file again: what a redo would bring back, change and leave. */
  'batches.redoPreview': operation(ofLockedBatch, redoPreview),
  'batches.redo': operation(ofLockedBatch, redoCounts),
  /** Stops a redo, or the reading for its preview; the batch stays undone. */
  'batches.cancelRedo': operation(ofBatch, z.object({ wasRunning: z.boolean() })),
} as const
