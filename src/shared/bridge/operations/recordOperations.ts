import { z } from 'zod'
import { blockEdit, blockPreview, blockRows } from '../blocks'
import { nothing, operation } from '../operation'
import { attachmentOperations } from './attachmentOperations'
import { dayRange, fieldEdit, newRecord, notedRecord, noteEdit, recordChange, recordDetail, recentChange, recordRequest, recycledRecord } from '../records'

/** One record: reading, editing, history, notes, and taking changes back. */
export const recordOperations = {
  ...attachmentOperations,
  'records.get': operation(recordRequest, recordDetail),
  'records.edit': operation(fieldEdit, recordChange),
  /** What the files say holds again. */
  'records.withdraw': operation(fieldEdit.pick({ kind: true, id: true, field: true }), recordChange),
  'records.create': operation(newRecord, recordChange),
  'records.delete': operation(recordRequest, recordChange),
  'records.restore': operation(recordRequest, recordChange),
  /** What texts laid over cells would change and what is refused; a newer preview ends the one before. */
  'records.previewBlock': operation(blockEdit, blockPreview),
  /** Stores a previewed block as one change; refused when the register has moved on since. */
  'records.applyBlock': operation(blockEdit.safeExtend({ sequence: z.int().nonnegative() }), recordChange),
  /** Deletes the records of some rows as one change. */
  'records.deleteRows': operation(blockRows, recordChange),
  /** Marks the records of some rows 待核实 as one change; marked ones keep their remark. */
  'records.noteRows': operation(blockRows.safeExtend({ text: z.string().min(1).max(1_000) }), recordChange),
  /** Ends the preview, block or deletion that is running. */
  'records.cancelBlock': operation(nothing, nothing),
  'records.recycled': operation(nothing, z.object({ records: z.array(recycledRecord) })),
  'records.note': operation(noteEdit, recordChange),
  /** What was done to the register on some days, newest first; `hasMore` where that is too much to list. */
  'records.changes': operation(dayRange, z.object({ changes: z.array(recentChange), hasMore: z.boolean() })),
  'records.notes': operation(nothing, z.object({ notes: z.array(notedRecord) })),
  /** The last change of this session that is not undone yet, and the last undone one. */
  'records.undo': operation(nothing, recordChange),
  'records.redo': operation(nothing, recordChange),
  /** Names that a field for a place takes. */
  'records.places': operation(nothing, z.object({ names: z.array(z.string()) })),
} as const
