import { z } from 'zod'
import { nothing, operation } from '../operation'
import { fieldEdit, newRecord, notedRecord, noteEdit, recordChange, recordDetail, recordRequest, recycledRecord } from '../records'

/** One record: reading, editing, history, notes, and taking changes back. */
export const recordOperations = {
  'records.get': operation(recordRequest, recordDetail),
  'records.edit': operation(fieldEdit, recordChange),
  /** What the files say holds again. */
  'records.withdraw': operation(fieldEdit.pick({ kind: true, id: true, field: true }), recordChange),
  'records.create': operation(newRecord, recordChange),
  'records.delete': operation(recordRequest, recordChange),
  'records.restore': operation(recordRequest, recordChange),
  'records.recycled': operation(nothing, z.object({ records: z.array(recycledRecord) })),
  'records.note': operation(noteEdit, recordChange),
  'records.notes': operation(nothing, z.object({ notes: z.array(notedRecord) })),
  /** The last change of this session that is not undone yet, and the last undone one. */
  'records.undo': operation(nothing, recordChange),
  'records.redo': operation(nothing, recordChange),
  /** Names that a field for a place takes. */
  'records.places': operation(nothing, z.object({ names: z.array(z.string()) })),
} as const
