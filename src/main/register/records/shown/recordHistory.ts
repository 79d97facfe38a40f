import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { formOf } from '../../../../shared/domain/catalogue/recordForms'
import { succeed, type Result } from '../../../../shared/domain/result'
import type { AttachmentMoves } from '../../../store/attachmentStore'
import type { HistoryEntry, HistoryStore } from '../../../store/historyStore'
import type { RegisterStore, StoredEvidence } from '../../../store/registerStore'
import { labelOf } from '../edit/editRecord'
import { unknownRecord } from '../recordServices'
import { typedText } from '../edit/typedText'

/** A change of one record in the words of an editor. */
export interface RecordChangeEntry {
  sequence: number
  /** Epoch milliseconds. */
  at: number
  operator: string
  /** Kind of the change set: import, undo_batch, edit, restore … */
  reason: string
  batch: number | null
  change: HistoryEntry['change']
  fields: { field: string; label: string; before: string; after: string }[]
  /** The change set or removed the note. */
  isNote: boolean
  /** Names of files that came or went, and those that got another remark. */
  attachments: { added: string[]; removed: string[]; noted: { file: string; before: string; after: string }[] }
}

export type PlacedChangeEntry = RecordChangeEntry & {
  /** Where an import found it; empty for a person's change and for a batch that was undone. */
  rows: { file: string; sheet: string | null; row: number }[]
}

/** Newest first, each with the fields it changed as they were and as they became. */
export function changesOf(kind: RecordKind, now: Values, words: PlaceWords, entries: readonly HistoryEntry[]): RecordChangeEntry[] {
  const after: Values = { ...now }
  const shown = new Set([...formOf(kind).flatMap(({ fields }) => fields.map(({ name }) => name)), kindDefinitions[kind].key])
  return entries.toReversed().map(({ old, support, ...entry }) => {
    const names = entry.change === 'updated' ? Object.keys(old).filter((name) => shown.has(name)) : []
    const fields = names.map((field) => ({ field, label: labelOf(kind, field), before: typedText(kind, field, { ...after, ...old }, words), after: typedText(kind, field, after, words) }))
    Object.assign(after, old)
    return { ...entry, fields, isNote: support?.note !== undefined && entry.change === 'updated', attachments: attachmentNames(entry.change === 'updated' ? support?.attachments : undefined) }
  })
}

/** A file that went and came in one change only got another remark. */
function attachmentNames({ added, removed }: AttachmentMoves = { added: [], removed: [] }): RecordChangeEntry['attachments'] {
  const came = new Set(added.map(({ sha256 }) => sha256))
  const went = new Map(removed.map(({ sha256, note }) => [sha256, note]))
  return {
    added: added.filter(({ sha256 }) => !went.has(sha256)).map(({ fileName }) => fileName),
    removed: removed.filter(({ sha256 }) => !came.has(sha256)).map(({ fileName }) => fileName),
    noted: added.flatMap(({ sha256, fileName, note }) => {
      const before = went.get(sha256)
      return before === undefined ? [] : [{ file: fileName, before, after: note }]
    }),
  }
}

export interface HistorySources {
  store: Pick<RegisterStore, 'records' | 'evidence' | 'batches'>
  history: HistoryStore
}

/**
 * Everything that ever happened to a record, deleted ones included: who, when, from which row of which file, and each
 * field as it was and as it became; newest first.
 *
 * @returns unknown_record
 */
export async function recordHistory(sources: HistorySources, kind: RecordKind, id: number, words: PlaceWords): Promise<Result<PlacedChangeEntry[]>> {
  const entries = await sources.history.ofRecord(kind, id)
  if (entries.length === 0) return unknownRecord(id)
  const [record] = await sources.store.records.byIds(kind, [id])
  const last = entries.at(-1)
  const values = record?.values ?? last?.old ?? {}
  const evidence = record ? ((await sources.store.evidence.ofRecords(kind, [id])).get(id) ?? []) : (last?.support?.evidence ?? [])
  const rowsOf = await rowsByBatch(sources, evidence)
  return succeed(changesOf(kind, values, words, entries).map((entry) => ({ ...entry, rows: entry.batch === null ? [] : (rowsOf.get(entry.batch) ?? []) })))
}

async function rowsByBatch({ store }: HistorySources, evidence: readonly StoredEvidence[]): Promise<Map<number, PlacedChangeEntry['rows']>> {
  const sources = await store.evidence.sources([...new Set(evidence.map(({ source }) => source))])
  const found = new Map<number, PlacedChangeEntry['rows']>()
  for (const { source: sourceId, row } of evidence) {
    const source = sources.get(sourceId)
    const batch = source ? await store.batches.get(source.batch) : null
    if (source && batch) found.set(batch.id, [...(found.get(batch.id) ?? []), { file: batch.fileName, sheet: source.sheet, row }])
  }
  return found
}
