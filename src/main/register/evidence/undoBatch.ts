import { keyOf, recordKinds, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { listNameOf } from '../../../shared/domain/catalogue/listFields'
import { identityFields } from '../../../shared/domain/catalogue/recordForms'
import { foldRecord } from '../../../shared/domain/merging/foldRecord'
import { saidNow, type Hand } from '../../../shared/domain/merging/hand'
import { rankUnder, type SourcePolicy } from '../../../shared/domain/merging/sourcePolicy'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { ChangeSet } from '../../store/changeSet'
import type { RegisterStore, StoredEvidence, StoredRecord, StoredSource } from '../../store/registerStore'
import { oldValues, sameValues } from './recordDifference'
import { readPolicy } from './readPolicy'
import { orderSources } from './sourceOrder'
import { evidenceBeside, statementOf } from './statementCodec'

/** Why a record stays although the batch that is undone supported it. */
export type KeptWhy = 'other_batch' | 'hand_edit' | 'attachment' | 'note' | 'reverted'

export interface UndoAnswer {
  batch: number
  records: { removed: number; reverted: number; kept: number }
  kept: { kind: string; key: string; why: KeptWhy }[]
}

export interface UndoOptions { at: number; operator: string; signal?: AbortSignal }

const pageSize = 1_000

/**
 * Withdraws a batch's evidence: records that nothing else supports go; the others are folded again
 * from what remains, so that the register equals one in which the file was never imported. What somebody attached a file
 * to or wrote a note about stays in any case, with its number as that person's word.
 */
export async function undoBatch(store: RegisterStore, batch: number, options: UndoOptions): Promise<Result<UndoAnswer>> {
  const plan = await planUndo(store, batch, options)
  if (!plan.ok) return plan
  const applied = await store.apply(plan.value.changes)
  return applied.ok ? succeed(plan.value.answer) : applied
}

/** What {@link undoBatch} would answer. */
export async function foreseeUndo(store: RegisterStore, batch: number, options: UndoOptions): Promise<Result<UndoAnswer>> {
  const plan = await planUndo(store, batch, options)
  return plan.ok ? succeed(plan.value.answer) : plan
}

export interface UndoPlan { changes: ChangeSet; answer: UndoAnswer }

/** What an undo would do, without doing it. @returns unknown_batch, batch_already_undone */
export async function planUndo(store: RegisterStore, batch: number, options: UndoOptions): Promise<Result<UndoPlan>> {
  const known = await store.batches.get(batch)
  if (!known) return fail('unknown_batch', undefined, { value: batch })
  if (known.state === 'undone') return fail('batch_already_undone', undefined, { batch })
  const readAt = await store.sequence()
  const reach = await store.evidence.reachOfBatch(batch)
  const refold = new Refolder(store, batch, await store.evidence.sources(), await store.batches.list(), await readPolicy(store))
  const answer: UndoAnswer = { batch, records: { removed: 0, reverted: 0, kept: 0 }, kept: [] }
  const changes: ChangeSet = { kind: 'undo_batch', at: options.at, operator: options.operator, undoes: batch, readAt, removes: [], inserts: [], updates: [], deletes: [], evidence: [] }
  for (const kind of recordKinds) {
    const removed = reach.only.get(kind) ?? []
    if (removed.length > 0) changes.removes?.push({ kind, ids: removed })
    answer.records.removed += await weightOfAll(store, kind, removed)
    for (const page of pages(reach.kept.get(kind) ?? [])) {
      for (const key of (await store.records.keysOf(kind, page)).values()) keep(answer, kind, key, 'other_batch')
    }
    for (const page of pages(reach.doubtful.get(kind) ?? [])) await refold.page(kind, page, changes, answer)
  }
  return succeed({ changes, answer })
}

/** Only trademarks weigh more than one; no other record needs to be read to be counted. */
async function weightOfAll(store: RegisterStore, kind: RecordKind, ids: readonly number[]): Promise<number> {
  if (kind !== 'trademark') return ids.length
  let weight = 0
  for (const page of pages(ids)) for (const { values } of await store.records.byIds(kind, page)) weight += weightOf(kind, values)
  return weight
}

function* pages(ids: readonly number[]): Generator<readonly number[]> {
  for (let start = 0; start < ids.length; start += pageSize) yield ids.slice(start, start + pageSize)
}

function keep(answer: UndoAnswer, kind: RecordKind, key: string, why: KeptWhy): void {
  if (why === 'reverted') answer.records.reverted++
  else answer.records.kept++
  answer.kept.push({ kind: listNameOf[kind], key, why })
}

/** Records count as `import` counts them: number-class pairs of a trademark, else one (cli.md). */
function weightOf(kind: RecordKind, values: Values): number {
  return kind === 'trademark' && Array.isArray(values.classes) ? values.classes.length : 1
}

/** Folds records again from the evidence that remains. */
class Refolder {
  private readonly withdrawn: ReadonlySet<number>
  private readonly orderOf: (source: StoredSource) => number

  constructor(private readonly store: RegisterStore, batch: number, private readonly sources: Map<number, StoredSource>, batches: Parameters<typeof orderSources>[1], private readonly policy: SourcePolicy) {
    this.withdrawn = new Set([...sources.values()].filter((source) => source.batch === batch).map((source) => source.id))
    this.orderOf = orderSources(sources.values(), batches.map((other) => (other.id === batch ? { ...other, state: 'undone' as const } : other)))
  }

  async page(kind: RecordKind, ids: readonly number[], changes: ChangeSet, answer: UndoAnswer): Promise<void> {
    const [records, evidence, hands] = await Promise.all([
      this.store.records.byIds(kind, ids), this.store.evidence.ofRecords(kind, ids), this.store.evidence.handEdits(kind, ids),
    ])
    for (const record of records) await this.record(record, evidence.get(record.id) ?? [], hands.get(record.id), changes, answer)
  }

  private async record(record: StoredRecord, evidence: readonly StoredEvidence[], hand: Hand | undefined, changes: ChangeSet, answer: UndoAnswer): Promise<void> {
    const { kind, id, values, digest } = record
    const remaining = evidence.flatMap((row) => {
      const source = this.sources.get(row.source)
      return source && !this.withdrawn.has(row.source) ? [{ row, source, statement: statementOf(row, { ...source, rank: rankUnder(this.policy, kind, source.class) }, this.orderOf(source), values) }] : []
    })
    if (remaining.length === 0 && hand === undefined) {
      const attached = await this.store.attachments.ofRecord(kind, id)
      this.keepNumber(record, attached.length > 0 ? 'attachment' : 'note', changes, answer)
      return
    }
    const folded = foldRecord(kind, remaining.map(({ statement }) => statement), hand)
    if (sameValues(kind, values, folded)) {
      keep(answer, kind, keyOf(record), remaining.length > 0 ? 'other_batch' : 'hand_edit')
      return
    }
    changes.updates.push({ kind, id, basedOn: digest, values: folded, old: oldValues(values, folded) })
    answer.records.removed += Math.max(0, weightOf(kind, values) - weightOf(kind, folded))
    keep(answer, kind, keyOf(record), 'reverted')
    for (const row of evidenceBeside(kind, id, remaining, folded)) changes.evidence.push(row)
  }

  /** Only a person's files or note hold the record: it says no more than which one it is, until a file tells the rest. */
  private keepNumber({ kind, id, values, digest }: StoredRecord, why: 'attachment' | 'note', changes: ChangeSet, answer: UndoAnswer): void {
    const hand: Values = Object.fromEntries(identityFields(kind).flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])))
    const folded = foldRecord(kind, [], saidNow(hand))
    changes.updates.push({ kind, id, basedOn: digest, values: folded, old: oldValues(values, folded), support: { hand: null } })
    changes.handEdits ??= []
    changes.handEdits.push({ kind, id, values: hand })
    answer.records.removed += Math.max(0, weightOf(kind, values) - weightOf(kind, folded))
    keep(answer, kind, keyOf({ kind, values }), why)
  }
}
