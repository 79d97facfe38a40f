import { setImmediate as nextTurn } from 'node:timers/promises'
import { keyOf, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../../shared/domain/merging/hand'
import { fail, succeed, type Failure, type Result } from '../../../../shared/domain/result'
import type { Attachment, AttachmentMoves } from '../../../store/attachmentStore'
import type { OldSupport, RecordNote } from '../../../store/changeSet'
import type { JournaledChangeSet, PersonsChange } from '../../../store/historyStore'
import { attachmentsOf, planDeletion, type PartialChanges } from './deleteRecord'
import { handEditOf, keptHand, replacedHand } from '../keptHand'
import { changeHand, readStates, sameNote, withFields, type RecordState } from '../recordState'
import { applyChange, personsChange, type RecordChange, type RecordServices } from '../recordServices'
import { planRestoration } from './restoreRecord'
import { changedByHand, isSameWord, supportAfter, withReversed } from './reverseHand'

/**
 * Takes back one change set of a person, whatever has happened to other fields and records since; undoing an undo is
 * redoing.
 *
 * @returns nothing_to_undo for a change set that is not a person's, register_changed when what it changed has been
 *          changed again, and what restoring refuses; then nothing is written
 */
export async function undoChange(services: RecordServices, sequence: number): Promise<Result<RecordChange>> {
  const done = await services.history.changeSet(sequence)
  if (!done || (done.reason !== 'edit' && done.reason !== 'restore')) return fail('nothing_to_undo')
  const plan = await planInverse(services, done)
  if (!plan.ok) return plan
  const { changes, change } = plan.value
  return applyChange(services, personsChange(services, undoingNote(sequence), { kind: 'restore', ...changes }), change)
}

/**
 * Takes back the last change of a person that still stands, whoever made it; again, the one before it. What an undo did
 * is not undone this way: that is asked for by its number.
 *
 * @returns nothing_to_undo, and what {@link undoChange} refuses
 */
export async function undoLastChange(services: RecordServices): Promise<Result<RecordChange>> {
  const sequence = lastStanding(await services.history.personsChanges())
  return sequence === null ? fail('nothing_to_undo') : undoChange(services, sequence)
}

/** What an undo notes in its change set, so that the next one knows what stands. */
function undoingNote(sequence: number): string {
  return `undoes ${sequence}`
}

function lastStanding(newestFirst: readonly PersonsChange[]): number | null {
  const undone = new Set<number>()
  for (const { sequence, note } of newestFirst) {
    if (undone.has(sequence)) continue
    const taken = /^undoes (\d+)$/u.exec(note ?? '')?.[1]
    if (taken === undefined) return sequence
    undone.add(Number(taken))
  }
  return null
}

interface InversePlan { changes: PartialChanges; change: Omit<RecordChange, 'sequence'> }

async function planInverse(services: RecordServices, done: JournaledChangeSet): Promise<Result<InversePlan>> {
  const changes: PartialChanges = { updates: [], deletes: [], restores: [], evidence: [], handEdits: [], notes: [], attachments: [] }
  let change: Omit<RecordChange, 'sequence'> | null = null
  for (const { kind, id } of done.inserted) {
    const deletion = await planDeletion(services, kind, id)
    if (!deletion) return changedSince(kind, id)
    changes.deletes.push(deletion.delete)
    change ??= { kind, id, key: deletion.key, what: 'undone', field: null }
  }
  const states = await statesOf(services, done)
  for (const { kind, id, change: how, old, support } of done.changed) {
    const part = how === 'deleted' ? await planRestoration(services, kind, id, old, support) : await planReversal(services, states.get(kind)?.get(id), { kind, id }, done.sequence, support)
    if (!part.ok) return part
    for (const name of ['updates', 'deletes', 'restores', 'evidence', 'handEdits', 'notes', 'attachments'] as const) (changes[name] as unknown[]).push(...part.value[name])
    change ??= { kind, id, key: await keyNow(services, kind, id, old), what: 'undone', field: null }
  }
  const records = done.inserted.length + done.changed.length
  const comesOrGoes = (changes.deletes ?? []).length + (changes.restores ?? []).length > 0
  return change ? succeed({ changes, change: { ...change, ...(records > 1 ? { records } : {}), ...(comesOrGoes ? { comesOrGoes } : {}) } }) : fail('nothing_to_undo')
}

const readRecords = 250

/** The changed records as they are now, read set by set: a change of many records is undone as fast as it was made. */
async function statesOf({ store }: RecordServices, { changed }: JournaledChangeSet): Promise<Map<RecordKind, Map<number, RecordState>>> {
  const states = new Map<RecordKind, Map<number, RecordState>>()
  const updated = changed.filter(({ change }) => change !== 'deleted')
  for (const kind of new Set(updated.map((entry) => entry.kind))) {
    const ids = updated.filter((entry) => entry.kind === kind).map(({ id }) => id)
    const ofKind = new Map<number, RecordState>()
    for (let at = 0; at < ids.length; at += readRecords) {
      for (const [id, state] of await readStates(store, kind, ids.slice(at, at + readRecords))) ofKind.set(id, state)
      await nextTurn()
    }
    states.set(kind, ofKind)
  }
  return states
}

function changedSince(kind: RecordKind, id: number): Failure {
  return fail('register_changed', undefined, { kind, id })
}

async function keyNow({ store }: RecordServices, kind: RecordKind, id: number, old: Values): Promise<string> {
  const [record] = await store.records.byIds(kind, [id])
  return keyOf(record ?? { kind, values: old })
}

/** Puts a person's word, the note and the files back as they were, field by field. */
async function planReversal(services: RecordServices, state: RecordState | undefined, { kind, id }: { kind: RecordKind; id: number }, sequence: number, before: OldSupport): Promise<Result<PartialChanges>> {
  if (!state) return changedSince(kind, id)
  const note = await services.notes.ofRecord(kind, id)
  const now = { hand: state.hand, note: note && { text: note.text, followUpOn: note.followUpOn } }
  const after = await supportAfter(services, kind, id, sequence, now)
  const said = replacedHand(before)
  const hand = said === undefined ? state.hand : reverseHand(said, after.hand, state.hand)
  if (hand === conflict || (before.note !== undefined && !sameNote(after.note, now.note))) return changedSince(kind, id)
  const moves = before.attachments && reverseMoves(before.attachments, attachmentsOf(await services.store.attachments.ofRecord(kind, id)))
  if (moves === null) return changedSince(kind, id)
  const left = withFields({ ...state, hand }, {}, [])
  return left === null && state.support.length === 0 ? removal(services, kind, id) : succeed(reversalOf(state, left, before, now.note, moves))
}

/** A record whose files were withdrawn meanwhile stood on the change alone: without it nothing supports it. */
async function removal(services: RecordServices, kind: RecordKind, id: number): Promise<Result<PartialChanges>> {
  const deletion = await planDeletion(services, kind, id)
  return deletion ? succeed({ updates: [], deletes: [deletion.delete], restores: [], evidence: [], handEdits: [], notes: [], attachments: [] }) : changedSince(kind, id)
}

function reversalOf(state: RecordState, hand: Hand | null, before: OldSupport, noteNow: RecordNote | null, moves: AttachmentMoves | undefined): PartialChanges {
  const { kind, id } = state.record
  const { update, evidence } = changeHand(state, hand)
  const support: OldSupport = {
    ...(before.hand === undefined ? {} : keptHand(state.hand)),
    ...(before.note === undefined ? {} : { note: noteNow }),
    ...(moves === undefined ? {} : { attachments: moves }),
  }
  return {
    updates: [{ ...update, support }], deletes: [], restores: [], evidence,
    handEdits: before.hand === undefined ? [] : [handEditOf(kind, id, hand)],
    notes: before.note === undefined ? [] : [{ kind, id, note: before.note }],
    attachments: moves === undefined ? [] : [{ kind, id, ...moves }],
  }
}

/** Files that came go, files that went come back; null when one has gone or come again since. */
function reverseMoves({ added, removed }: AttachmentMoves, now: readonly Attachment[]): AttachmentMoves | null {
  const there = new Map(now.map((file) => [file.sha256, file]))
  const going = added.flatMap(({ sha256 }) => there.get(sha256) ?? [])
  const left = new Set(going.map(({ sha256 }) => sha256))
  const isTaken = removed.some(({ sha256 }) => there.has(sha256) && !left.has(sha256))
  return going.length < added.length || isTaken ? null : { added: removed, removed: going }
}

const conflict = Symbol('changed since')

/** Fields that the change set go back; others stay as they are now. A field that has moved on since is a conflict. */
function reverseHand(before: Hand | null, after: Hand | null, now: Hand | null): Hand | null | typeof conflict {
  const changed = changedByHand(before, after)
  return changed.every((name) => isSameWord(after, now, name)) ? withReversed(before, now, changed) : conflict
}
