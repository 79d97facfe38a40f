import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import { identityFields } from '../../../shared/domain/catalogue/recordForms'
import { foldRecord } from '../../../shared/domain/merging/foldRecord'
import type { Hand } from '../../../shared/domain/merging/hand'
import { rankUnder, type SourcePolicy } from '../../../shared/domain/merging/sourcePolicy'
import { tagsField } from '../../../shared/domain/tags'
import { sameValue, type StatedValue } from '../../../shared/domain/merging/statement'
import type { ChangeSet, EvidenceRow, RecordNote, RecordUpdate } from '../../store/changeSet'
import type { RegisterStore, StoredEvidence, StoredRecord } from '../../store/registerStore'
import { oldValues } from '../evidence/recordDifference'
import { readPolicy } from '../evidence/readPolicy'
import { orderSources } from '../evidence/sourceOrder'
import { handEditOf, keptHand } from './keptHand'
import { evidenceBeside, statementOf, type SupportRow } from '../evidence/statementCodec'

/** A record with everything it is folded from. */
export interface RecordState {
  record: StoredRecord
  /** Fields a person set; null when none. */
  hand: Hand | null
  support: SupportRow[]
}

/** @returns null when the register has no such record */
export async function readState(store: RegisterStore, kind: RecordKind, id: number): Promise<RecordState | null> {
  return (await readStates(store, kind, [id])).get(id) ?? null
}

/** The states of many records by id, read set by set; records that are not there are left out. @param policy  instead of the register's own */
export async function readStates(store: RegisterStore, kind: RecordKind, ids: readonly number[], policy?: SourcePolicy): Promise<Map<number, RecordState>> {
  const records = await store.records.byIds(kind, ids)
  const evidence = await store.evidence.ofRecords(kind, ids)
  const hands = await store.evidence.handEdits(kind, ids)
  const toSupport = await supportReader(store, [...evidence.values()].some(({ length }) => length > 0), policy)
  return new Map(records.map((record) => [
    record.id, { record, hand: hands.get(record.id) ?? null, support: toSupport(record.values, evidence.get(record.id) ?? []) },
  ]))
}

/** Evidence as statements; rows of batches that were undone say nothing any more. */
export async function supportOf(store: RegisterStore, values: Values, evidence: readonly StoredEvidence[]): Promise<SupportRow[]> {
  return (await supportReader(store, evidence.length > 0))(values, evidence)
}

async function supportReader(store: RegisterStore, isNeeded: boolean, policy?: SourcePolicy): Promise<(values: Values, evidence: readonly StoredEvidence[]) => SupportRow[]> {
  if (!isNeeded) return () => []
  const [sources, batches, believed] = await Promise.all([store.evidence.sources(), store.batches.list(), policy ?? readPolicy(store)])
  const active = new Set(batches.filter(({ state }) => state === 'active').map(({ id }) => id))
  const orderOf = orderSources(sources.values(), batches)
  return (values, evidence) => evidence.flatMap((row) => {
    const source = sources.get(row.source)
    return source && active.has(source.batch) ? [{ row, source, statement: statementOf(row, { ...source, rank: rankUnder(believed, source.kind, source.class) }, orderOf(source), values) }] : []
  })
}

/** What the files alone say of the record, and a person's word on top. */
export function foldState({ record, support }: RecordState, hand: Hand | null): Values {
  return foldRecord(record.kind, support.map(({ statement }) => statement), hand ?? undefined)
}

export interface HandChange {
  update: RecordUpdate
  evidence: EvidenceRow[]
}

/** The record with another word of a person: its new values, and its evidence rows told apart from them. */
export function changeHand(state: RecordState, hand: Hand | null): HandChange {
  const { kind, id, digest, values } = state.record
  const folded = foldState(state, hand)
  return {
    update: { kind, id, basedOn: digest, values: folded, old: oldValues(values, folded), support: keptHand(state.hand) },
    evidence: evidenceBeside(kind, id, state.support, folded),
  }
}

/** The parts of a change set that tell what a person says of records. */
export type HandChanges = Pick<ChangeSet, 'updates' | 'evidence'> & Required<Pick<ChangeSet, 'handEdits'>>

/** Adds a person's word on a record, in place of what the person said before. */
export function putHand(changes: HandChanges, state: RecordState, hand: Hand | null): void {
  const { update, evidence } = changeHand(state, hand)
  changes.updates.push(update)
  for (const row of evidence) changes.evidence.push(row)
  changes.handEdits.push(handEditOf(state.record.kind, state.record.id, hand))
}

/**
 * A person's word with some fields set (null empties a field) and some withdrawn. It repeats what says which record it
 * is, so that the record can stand on it alone; null when nothing of the person's is left.
 */
export function withFields(state: RecordState, set: Values, withdrawn: readonly string[]): Hand | null {
  const { kind, values } = state.record
  const hand: Values = { ...state.hand?.values, ...set }
  for (const name of withdrawn) delete hand[name]
  // Tags that the files alone say are no word of a person: what was tagged and is no longer leaves nothing behind.
  if (tagsField in hand && sameField(hand[tagsField], foldState(state, null)[tagsField])) delete hand[tagsField]
  const identity = identityFields(kind)
  if (Object.keys(hand).every((name) => identity.includes(name) && saysTheSame(state, hand, name))) return null
  const repeated = identity.filter((name) => hand[name] === undefined && values[name] !== undefined)
  for (const name of repeated) hand[name] = values[name]
  return { values: hand, since: sinceOf(hand, state.hand, { set, repeated }) }
}

/** What is set now has no change set yet; what only says which record it is was never decided. */
function sinceOf(hand: Values, before: Hand | null, { set, repeated }: { set: Values; repeated: readonly string[] }): Hand['since'] {
  const earlier = Object.entries(before?.since ?? {}).filter(([name]) => name in hand && !(name in set))
  return Object.fromEntries([...earlier, ...repeated.map((name): [string, number] => [name, neverDecided])])
}

/** Stands before every change set. */
const neverDecided = 0

/** A repeated identity is no word of its own as long as the files say the same. */
function saysTheSame(state: RecordState, hand: Values, name: string): boolean {
  return state.support.length > 0 && sameField(hand[name], foldState(state, null)[name])
}

/** Whether two values of a field are one; empty and absent are. */
export function sameField(a: Values[string], b: Values[string]): boolean {
  return sameValue((a ?? null) as StatedValue, (b ?? null) as StatedValue)
}

export function sameNote(a: RecordNote | null, b: RecordNote | null): boolean {
  return a?.text === b?.text && (a?.followUpOn ?? null) === (b?.followUpOn ?? null)
}
