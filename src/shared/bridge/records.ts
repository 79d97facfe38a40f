import { z } from 'zod'
import { recordAttachment } from './attachments'
import { listKind, listRow } from './lists'
import { unitWords } from './units'

export const recordRequest = z.object({ kind: listKind, id: z.int() })

/** A drafting unit or owner, in the order of the source. */
export const recordParty = z.object({
  position: z.int().positive(),
  name: z.string(),
  /** Name of the district the unit resolves to; null outside the city or not known. */
  district: z.string().nullable(),
  isLocal: z.boolean(),
})

/** A row of a file that supports the record, and what it says. */
export const recordSource = z.object({
  batch: z.int(),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.int().positive(),
  importedAt: z.number(),
  states: z.array(z.object({ label: z.string(), text: z.string(), differs: z.boolean() })),
})
export type RecordSource = z.output<typeof recordSource>
/** The row of a batch that another page can show. */
export type EvidencePlace = Pick<RecordSource, 'batch' | 'sheet' | 'row'>

/** A field of which sources, or a person, say different things. */
export const fieldConflict = z.object({
  field: z.string(),
  label: z.string(),
  values: z.array(z.object({
    /** As an editor takes it. */
    text: z.string(),
    /** It stands in the record. */
    isCurrent: z.boolean(),
    isHand: z.boolean(),
    /** Rows that say so; `raw` is what stood in the cell before it was repaired. */
    by: z.array(z.object({ batch: z.int(), file: z.string(), sheet: z.string().nullable(), row: z.int().positive(), sourceClass: z.enum(['register', 'official', 'vendor', 'reported']), raw: z.string().nullable() })),
  })),
})
export type FieldConflict = z.output<typeof fieldConflict>

/** A stored field as an editor takes it. */
export const recordField = z.object({
  name: z.string(),
  text: z.string(),
  /** A person's word stands here instead of the files'. */
  isHand: z.boolean(),
  /** What the files say, where a person says otherwise. */
  sourceText: z.string().nullable(),
})

export const recordHistoryEntry = z.object({
  sequence: z.int(),
  at: z.number(),
  operator: z.string(),
  /** Kind of the change set: import, undo_batch, edit, restore … */
  reason: z.string(),
  batch: z.int().nullable(),
  change: z.enum(['inserted', 'updated', 'deleted']),
  fields: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
  /** The change set or removed the note. */
  isNote: z.boolean(),
  /** Names of files that came or went, and those that got another remark. */
  attachments: z.object({ added: z.array(z.string()), removed: z.array(z.string()), noted: z.array(z.object({ file: z.string(), before: z.string(), after: z.string() })) }),
})
export type RecordHistoryEntry = z.output<typeof recordHistoryEntry>

export const recordNote = z.object({ text: z.string(), followUpOn: z.string().nullable(), at: z.number(), operator: z.string() })

/** Everything the record panel shows. `cells` has more fields than a list row, named alike. */
export const recordDetail = z.object({
  kind: listKind,
  id: z.int(),
  key: z.string(),
  cells: listRow.shape.cells,
  parties: z.array(recordParty),
  sources: z.array(recordSource),
  fields: z.array(recordField),
  conflicts: z.array(fieldConflict),
  /** Why computed values are what they are: texts under `why.`. */
  reasons: z.array(z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })),
  /** Newest first. */
  history: z.array(recordHistoryEntry),
  note: recordNote.nullable(),
  attachments: z.array(recordAttachment),
})
export type RecordDetail = z.output<typeof recordDetail>

/** What a person typed into a field. */
export const typedText = z.string().max(100_000)
const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/)

export const fieldEdit = recordRequest.extend({ field: fieldName, text: typedText, before: typedText })
export const newRecord = z.object({ kind: listKind, fields: z.record(fieldName, typedText) })
export const noteEdit = recordRequest.extend({ text: typedText, followUpOn: z.string().max(40) })

/** What was done, for the line that offers to undo it; `sequence` is null when nothing had to change. */
export const recordChange = z.object({
  sequence: z.int().nullable(),
  kind: listKind,
  id: z.int(),
  key: z.string(),
  what: z.enum(['edited', 'withdrawn', 'created', 'deleted', 'restored', 'noted', 'attached', 'detached', 'attachment_noted', 'told_apart', 'together', 'undone', 'redone']),
  field: z.string().nullable(),
  /** How many records it touched, where more than one. */
  records: z.int().positive().optional(),
  /** Undone or done again, records came or went by it. */
  comesOrGoes: z.boolean().optional(),
  /** What it was that was undone or redone, where it was about units. */
  units: unitWords.optional(),
})
export type RecordChange = z.output<typeof recordChange>

export const recycledRecord = z.object({ kind: listKind, id: z.int(), key: z.string(), title: z.string(), at: z.number(), operator: z.string() })

export const notedRecord = recordNote.extend({ kind: listKind, id: z.int(), key: z.string(), title: z.string() })

export const changedRecord = z.object({
  kind: listKind, id: z.int(), key: z.string(), title: z.string(),
  /** It has been deleted since. */
  isGone: z.boolean(),
  change: z.enum(['inserted', 'updated', 'deleted']),
  isNote: z.boolean(),
  fields: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
})
export type ChangedRecord = z.output<typeof changedRecord>

/** One change set: a file, or what a person did. */
export const recentChange = z.object({
  sequence: z.int(), at: z.number(), operator: z.string(), reason: z.string(), batch: z.int().nullable(),
  /** Name of the imported file; null for what a person did. */
  file: z.string().nullable(),
  /** Records it touched, and the first of them; of a file neither, its batch has them. */
  count: z.int().nonnegative(),
  records: z.array(changedRecord),
})
export type RecentChange = z.output<typeof recentChange>

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Days where this computer is, both included. */
export const dayRange = z.object({ from: day, to: day })
