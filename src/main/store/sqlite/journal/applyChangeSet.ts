import { dirname } from 'node:path'
import { kindNumber, packRecord, unpackRecord, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { Refusal, succeed, type Result } from '../../../../shared/domain/result'
import type { Applied, ApplyWatch, ChangePart, ChangeSet, Portion, RecordDelete } from '../../changeSet'
import { roomLeft } from '../../diskRoom'
import { createAttachmentWriter } from '../attachments/attachmentWriter'
import { createBatchWriter, type BatchIds } from '../batches/batchWriter'
import { canonicalRecord } from '../records/canonicalRecord'
import type { WriteDb } from '../file/database'
import { createEvidenceWriter } from '../evidence/evidenceWriter'
import { createHandEditWriter } from './handEditWriter'
import { idRuns, type IdRun } from '../records/idRuns'
import { createInsertions, insertRecords, supportInserts, type Insertions } from '../records/insertRecords'
import { operations, type InsertedRun, type JournalRow } from './journalChain'
import { createRestorations, restoreRecords, type Restorations } from './restoreRecords'
import { createJournalWriter, journalRow, withSupport } from './journalWriter'
import { createNameWriter } from '../names/nameTable'
import { createNoteWriter } from '../notes/noteWriter'
import { eachSupportingRow, recordsOfPortion } from '../records/portion'
import { createCountWriter } from '../records/recordCounts'
import { createRecordWriter, type RecordWriter } from '../records/recordWriter'
import { createSettingWriter, settingsNote } from '../settingWriter'
import { toStoreFailure } from '../file/sqliteFailure'

/**
 * Asked for the next part of a change set, inside the transaction: it may block, but nothing can come between. Null gives
 * the change set up.
 */
export type NextPart = () => ChangePart | null

export type ApplyChangeSet = (next: NextPart, watch?: ApplyWatch) => Result<Applied>

/**
 * Applies change sets through one connection, each in one immediate transaction: records, their names, search rows,
 * evidence, the journal with its chain, and the batch are all there or none is.
 *
 * @returns register_changed when a record or the register is no longer what the service saw (nothing is written),
 *          unknown_batch, batch_already_undone, job_cancelled, or what the disk refused
 */
export function createApplyChangeSet(db: WriteDb): ApplyChangeSet {
  const writers = createWriters(db)
  const transaction = db.transaction((next: NextPart, watch: ApplyWatch) => applyParts(writers, next, watch))
  return (next, watch = {}) => {
    try {
      return succeed(transaction.immediate(next, watch))
    } catch (error) {
      writers.names.forget()
      writers.evidence.discard()
      const failure = toStoreFailure(error)
      return failure.code === 'disk_full' ? { ...failure, details: { ...failure.details, ...roomLeft(dirname(db.name)) } } : failure
    }
  }
}

function createWriters(db: WriteDb) {
  const names = createNameWriter(db)
  const records = new Map<RecordKind, RecordWriter>()
  return {
    names,
    counts: createCountWriter(db),
    batches: createBatchWriter(db),
    evidence: createEvidenceWriter(db),
    handEdits: createHandEditWriter(db),
    notes: createNoteWriter(db),
    attachments: createAttachmentWriter(db),
    settings: createSettingWriter(db),
    journal: createJournalWriter(db),
    recordsOf(kind: RecordKind): RecordWriter {
      let writer = records.get(kind)
      if (writer === undefined) {
        writer = createRecordWriter(db, names, kind)
        records.set(kind, writer)
      }
      return writer
    },
  }
}

type Writers = ReturnType<typeof createWriters>

function applyParts(writers: Writers, next: NextPart, watch: ApplyWatch): Applied {
  const insertions = createInsertions(writers.recordsOf)
  const restorations = createRestorations(writers.recordsOf)
  for (;;) {
    const part = next()
    if (part === null) throw new Refusal('job_cancelled')
    if ('rest' in part) return applyRest(writers, { insertions, restorations }, part.rest, watch)
    if (watch.isCancelled?.()) throw new Refusal('job_cancelled')
    if (part.portion.ids) takeReturning(writers, restorations, part.portion, part.portion.ids)
    else takePortion(writers, insertions, part.portion)
  }
}

interface Begun { insertions: Insertions; restorations: Restorations }

/** New records with the rows that support them; their batch, which comes at the end, already has its ids. */
function takePortion(writers: Writers, insertions: Insertions, portion: Portion): void {
  const { firstSource } = writers.batches.nextIds()
  const firstId = insertions.add(portion.kind, recordsOfPortion(portion), () => undefined)
  const rows = writers.evidence.open()
  eachSupportingRow(portion, (at, source, row, diff) => rows.put(packRecord(portion.kind, firstId + at), firstSource + source, row, diff))
  rows.finish()
}

/** Records that come back with the rows of a batch that does, whose sources are there. */
function takeReturning(writers: Writers, restorations: Restorations, portion: Portion, ids: Int32Array): void {
  restorations.add(portion.kind, recordsOfPortion(portion).map((record, at) => ({ id: ids[at] ?? 0, record })), () => undefined)
  const rows = writers.evidence.open()
  eachSupportingRow(portion, (at, source, row, diff) => rows.put(packRecord(portion.kind, ids[at] ?? 0), source, row, diff))
  rows.finish()
}

function applyRest(writers: Writers, { insertions, restorations }: Begun, changes: ChangeSet, watch: ApplyWatch): Applied {
  const before = writers.journal.sequence()
  if (changes.readAt !== undefined && changes.readAt !== before) {
    throw new Refusal('register_changed', undefined, { readAt: changes.readAt, sequence: before })
  }
  const step = createStepper(changes, watch)
  const sequence = before + 1
  if (changes.undoes !== undefined) withdrawBatch(writers, changes.undoes, changes.at)
  const batch = changes.batch ? writers.batches.insert(changes, changes.batch) : undefined
  const rows = [...deleteRecords(writers, changes, sequence, step), ...updateRecords(writers, changes, step)]
  if (changes.redoes !== undefined) returnBatch(writers, changes.redoes)
  const removalTexts = removeRecords(writers, changes, sequence)
  const insertedIds = insertRecords(insertions, changes.inserts, step)
  for (const { kind, at, values } of changes.amendments ?? []) if (values) insertions.amend(kind, at, canonicalRecord(kind, values))
  const inserted = insertions.finish()
  restoreRecords(restorations, changes.restores ?? [], step)
  const restored = restorations.finish()
  writeEvidence(writers, changes, insertedIds, insertions, batch, step)
  writeHandEdits(writers, changes, insertedIds, sequence)
  for (const { kind, id, note } of changes.notes ?? []) writers.notes.put(packRecord(kind, id), note, sequence)
  for (const { kind, id, ...moves } of changes.attachments ?? []) writers.attachments.move(packRecord(kind, id), moves, sequence)
  countRecords(writers, changes, [...inserted.runs, ...restored.runs])
  writers.evidence.finish()
  writers.journal.append({
    sequence, at: changes.at, operator: changes.operator, kind: changes.kind, note: changes.settings ? settingsNote(writers.settings.put(changes.settings)) : (changes.note ?? null),
    batch: batch?.id ?? changes.undoes ?? changes.redoes ?? null, inserted: [...inserted.runs, ...restored.runs], batchDigest: batch?.digest ?? null,
  }, [...inserted.digests, ...restored.digests], rows, removalTexts)
  return { sequence, batch: batch?.id ?? null, firstIds: Object.fromEntries(inserted.runs.map(({ kind, firstId }) => [kind, firstId])) }
}

function countRecords(writers: Writers, changes: ChangeSet, added: readonly InsertedRun[]): void {
  for (const { kind, firstId, lastId } of added) writers.counts.change(kind, lastId - firstId + 1)
  for (const [kind, deletes] of Map.groupBy(changes.deletes, ({ kind }) => kind)) writers.counts.change(kind, -new Set(deletes.map(({ id }) => id)).size)
  for (const { kind, ids } of changes.removes ?? []) writers.counts.change(kind, -ids.length)
}

type Step = () => void

/** Reports and listens once in a thousand rows: often enough for a progress bar, too rare to be felt. */
function createStepper(changes: ChangeSet, watch: ApplyWatch): Step {
  const total = 2 * (changes.inserts.length + (changes.restores?.length ?? 0)) + changes.updates.length + changes.deletes.length + changes.evidence.length
  let done = 0
  return () => {
    done += 1
    if (done % 1_000 !== 0) return
    if (watch.isCancelled?.()) throw new Refusal('job_cancelled')
    watch.onProgress?.(done, total)
  }
}

function withdrawBatch(writers: Writers, batch: number, at: number): void {
  const { firstSource, lastSource } = writers.batches.markUndone(batch, at)
  writers.evidence.withdrawSources(firstSource, lastSource)
}

function returnBatch(writers: Writers, batch: number): void {
  const { firstSource, lastSource } = writers.batches.markRedone(batch)
  writers.evidence.forgetWithdrawn(firstSource, lastSource)
}

function updateRecords(writers: Writers, changes: ChangeSet, step: Step): JournalRow[] {
  return changes.updates.map(({ kind, id, basedOn, values, old, support }) => {
    const records = writers.recordsOf(kind)
    const digest = requireUnchanged(records.digestOf(id), kind, id, basedOn)
    records.update(id, canonicalRecord(kind, values))
    step()
    return journalRow(kind, id, operations.update, digest, withSupport(old, support))
  })
}

function deleteRecords(writers: Writers, changes: ChangeSet, sequence: number, step: Step): JournalRow[] {
  const rows: JournalRow[] = []
  for (const [kind, deletes] of Map.groupBy(changes.deletes, ({ kind }) => kind)) {
    const byId = new Map(deletes.map((deletion) => [deletion.id, deletion]))
    for (const { id, support } of byId.values()) if (support?.attachments) writers.attachments.move(packRecord(kind, id), support.attachments, sequence)
    for (const run of idRuns([...byId.keys()].toSorted((a, b) => a - b))) {
      rows.push(...journalDeletes(writers, kind, run, byId, step))
      if (changes.undoes !== undefined) requireUnsupported(writers, kind, run)
      endSupport(writers, kind, run)
      writers.recordsOf(kind).removeRange(run)
    }
  }
  return rows
}

/** Removals of an undo, set by set; answers with their text for the chain. */
function removeRecords(writers: Writers, changes: ChangeSet, sequence: number): string[] {
  const removes = (changes.removes ?? []).toSorted((a, b) => kindNumber[a.kind] - kindNumber[b.kind])
  if (removes.length > 0 && (changes.readAt === undefined || changes.undoes === undefined || changes.deletes.some(({ old }) => old === null))) {
    throw new Error('removals belong to the undo of a batch, name the sequence they were computed at, and are the only ones without old values')
  }
  return removes.flatMap(({ kind, ids }) => [...idRuns(ids.toSorted((a, b) => a - b))].map((run) => {
    const text = writers.journal.removeRange(kind, run, sequence)
    requireUnsupported(writers, kind, run)
    endSupport(writers, kind, run)
    writers.recordsOf(kind).removeRange(run)
    return text
  }))
}

function journalDeletes(writers: Writers, kind: RecordKind, run: IdRun, deletes: ReadonlyMap<number, RecordDelete>, step: Step): JournalRow[] {
  const digests = new Map(writers.recordsOf(kind).digestsOfRange(run))
  const rows: JournalRow[] = []
  for (let id = run.firstId; id <= run.lastId; id++) {
    const { basedOn, old, support } = deletes.get(id) ?? { basedOn: '', old: null }
    rows.push(journalRow(kind, id, operations.delete, requireUnchanged(digests.get(id), kind, id, basedOn), withSupport(old, support)))
    step()
  }
  return rows
}

/** An undo has withdrawn its own batch's evidence before; what is left came from elsewhere since the service looked, and the record must stay. */
function requireUnsupported(writers: Writers, kind: RecordKind, run: IdRun): void {
  const [supported] = writers.evidence.recordsOfRange(kind, run)
  if (supported !== undefined) throw new Refusal('register_changed', undefined, { kind, id: unpackRecord(supported).id })
}

/** Evidence, hand edits and notes end with their record. */
function endSupport(writers: Writers, kind: RecordKind, run: IdRun): void {
  for (const rec of writers.evidence.recordsOfRange(kind, run)) writers.evidence.withdrawRecord(rec)
  writers.handEdits.removeRange(kind, run)
  writers.notes.removeRange(kind, run)
  writers.attachments.requireNone(kind, run)
}

function requireUnchanged(digest: string | undefined, kind: RecordKind, id: number, basedOn: string): string {
  if (digest === undefined || digest !== basedOn) throw new Refusal('register_changed', undefined, { kind, id })
  return digest
}

function writeEvidence(writers: Writers, changes: ChangeSet, insertedIds: readonly number[], insertions: Insertions, batch: BatchIds | undefined, step: Step): void {
  const rows = writers.evidence.open()
  supportInserts(rows, changes.inserts, insertedIds, (index) => sourceId(batch, -(index + 1)))
  for (const { kind, at, evidence } of changes.amendments ?? []) {
    for (const { source, row, diff } of evidence) rows.put(packRecord(kind, insertions.idOf(kind, at)), sourceId(batch, -(source + 1)), row, diff)
  }
  for (const { kind, id, source, row, diff } of changes.evidence) {
    rows.put(packRecord(kind, id), sourceId(batch, source), row, diff)
    step()
  }
  rows.finish()
}

function writeHandEdits(writers: Writers, changes: ChangeSet, insertedIds: readonly number[], sequence: number): void {
  for (const { kind, id, values, since } of changes.handEdits ?? []) {
    const recordId = id >= 0 ? id : insertedIds[-id - 1]
    if (recordId === undefined) throw new Error(`hand edit of insert ${-id - 1}, which the change set does not have`)
    writers.handEdits.put(packRecord(kind, recordId), values, sequence, since)
  }
}

/** Sources of the change set's own batch are named by negative numbers. */
function sourceId(batch: BatchIds | undefined, source: number): number {
  if (source >= 0) return source
  if (batch === undefined) throw new Error('evidence of a batch that the change set does not bring')
  return batch.firstSource - source - 1
}
