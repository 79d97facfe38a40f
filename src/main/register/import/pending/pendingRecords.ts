import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { foldRecord } from '../../../../shared/domain/merging/foldRecord'
import { choiceOf, rankUnder, type SourcePolicy } from '../../../../shared/domain/merging/sourcePolicy'
import { sameValue, type StatedValue, type StatedValues, type Statement } from '../../../../shared/domain/merging/statement'
import type { RegisterStore, StoredBatch, StoredRecord, StoredSource } from '../../../store/registerStore'
import { sameValues } from '../../evidence/recordDifference'
import { readPolicy } from '../../evidence/readPolicy'
import { sameStatement, statementOf } from '../../evidence/statementCodec'
import { orderSources } from '../../evidence/sourceOrder'
import { ManyRows, manyRows } from './manyRows'
import type { PendingRecord, PendingStatement } from './pendingRecord'
import { SentRecords } from './sentRecords'

/** Sheets of a file that is not in the register yet stand behind all that are. */
export const newSourceOrder = Number.MAX_SAFE_INTEGER - 10_000

/** What a statement does to the record it speaks of. */
export type RecordVerdict = 'new' | 'changed' | 'same'

export interface FileIdentity {
  sha256: string
  /** The undone batch whose rows these are: they stand where it stood, and every record is folded anew. */
  redoes?: number
}

/**
 * The records a file touches, folded as its rows come. Nothing is written here: what stands at the
 * end becomes one change set.
 */
export class PendingRecords {
  readonly byKind = new Map<RecordKind, Map<string, PendingRecord>>()
  /** New records in the order of their rows, until somebody takes them. */
  private fresh: PendingRecord[] = []
  readonly sent = new SentRecords()
  /** Records whose long lists lag behind their rows. */
  private readonly late = new Set<PendingRecord>()
  private readonly storedKinds = new Map<RecordKind, boolean>()
  private sources: Map<number, StoredSource> | null = null
  private orderOf: ((source: StoredSource) => number) | null = null
  /** Order of this file's own sheets: where its first active import stands, else after everything. */
  private ownOrder: number[] = []
  private policy: SourcePolicy | null = null

  constructor(private readonly store: RegisterStore, private readonly file: FileIdentity) {}

  /** Makes the records of these keys known, new or stored; call before judging a chunk of rows. */
  async prepare(kind: RecordKind, keys: readonly string[]): Promise<void> {
    this.policy ??= await readPolicy(this.store)
    const known = this.ofKind(kind)
    if (!(await this.hasStored(kind))) return
    const wanted = [...new Set(keys)].filter((key) => !known.has(key) && !this.sent.has(kind, key))
    if (wanted.length === 0) return
    const stored = await this.store.records.byKeys(kind, wanted)
    for (const [key, record] of stored) known.set(key, { kind, key, stored: record, current: record.values, own: [], prior: null })
  }

  /** Whether a prepared key has a record, stored or made by this file. */
  knows(kind: RecordKind, key: string): boolean {
    return this.ofKind(kind).has(key) || this.sent.has(kind, key)
  }

  /** The first file of a kind need not look for its records one by one. */
  private async hasStored(kind: RecordKind): Promise<boolean> {
    let hasStored = this.storedKinds.get(kind)
    if (hasStored === undefined) {
      hasStored = (await this.store.records.count(kind)) > 0
      this.storedKinds.set(kind, hasStored)
    }
    return hasStored
  }

  ofKind(kind: RecordKind): Map<string, PendingRecord> {
    let records = this.byKind.get(kind)
    if (!records) {
      records = new Map()
      this.byKind.set(kind, records)
    }
    return records
  }

  /** Loads the kept evidence of those stored records that a statement of the chunk could change. */
  async loadPrior(kind: RecordKind, statements: readonly { key: string; values: StatedValues }[]): Promise<void> {
    const needed = new Map<number, PendingRecord>()
    for (const { key, values } of statements) {
      const record = this.ofKind(kind).get(key)
      if (record?.stored && record.prior === null && !this.addsNothing(values, record.current)) needed.set(record.stored.id, record)
    }
    if (needed.size === 0) return
    const [evidence, hands] = await Promise.all([
      this.store.evidence.ofRecords(kind, [...needed.keys()]),
      this.store.evidence.handEdits(kind, [...needed.keys()]),
    ])
    const { sources, orderOf } = await this.allSources()
    for (const [id, record] of needed) {
      const hand = hands.get(id)
      if (hand) record.hand = hand
      const values = record.stored?.values ?? {}
      delete record.many
      record.prior = (evidence.get(id) ?? []).flatMap((row) => {
        const source = sources.get(row.source)
        return source ? [{ row, source, statement: statementOf(row, { ...source, rank: this.rankOf(kind, source.class) }, orderOf(source), values) }] : []
      })
    }
  }

  /** Those of prepared records that were in the register before this file. */
  storedOf(kind: RecordKind, statements: readonly { key: string }[]): StoredRecord[] {
    const known = this.ofKind(kind)
    return statements.flatMap(({ key }) => known.get(key)?.stored ?? [])
  }

  /** Takes one statement and says what it does to the register. */
  take(kind: RecordKind, key: string, said: PendingStatement): { verdict: RecordVerdict; record: PendingRecord; before: Values | null; repeated: boolean } {
    // A class ranks itself under the policy that a register begins with: no copy for each of a million rows.
    const statement = choiceOf(this.policy ?? {}, kind) === 'official' ? said : { ...said, rank: this.rankOf(kind, said.class) }
    const known = this.ofKind(kind)
    const record = known.get(key) ?? this.unpack(kind, key)
    if (!record) {
      const fresh: PendingRecord = { kind, key, stored: null, current: foldRecord(kind, [statement]), own: [statement], prior: null }
      known.set(key, fresh)
      this.fresh.push(fresh)
      return { verdict: 'new', record: fresh, before: null, repeated: false }
    }
    const before = record.current
    const repeated = record.own.length > 0
    const says = !this.addsNothing(statement.values, before)
    const isKnown = says && isKnownStatement(record, statement)
    record.own.push(statement)
    const effect = record.many?.take(statement) ?? null
    if (effect === null) delete record.many
    if (!says) return { verdict: 'same', record, before, repeated }
    const isLate = effect !== null && effect !== 'unknown' && record.hand === undefined
    if (isLate) this.late.add(record)
    record.current = (isLate ? record.many?.lateValues() : undefined) ?? foldPending(record)
    const changed = !isKnown && ((isLate && effect === 'grows') || !sameValues(kind, before, record.current))
    return { verdict: changed ? 'changed' : 'same', record, before, repeated }
  }

  /** Brings lists up to date to which single rows added: a thousand rows cost as much as one. Call after each chunk of rows. */
  catchUp(): void {
    for (const record of this.late) record.current = foldPending(record)
    this.late.clear()
  }

  private rankOf(kind: RecordKind, sourceClass: PendingStatement['class']): number {
    return rankUnder(this.policy ?? {}, kind, sourceClass)
  }

  private unpack(kind: RecordKind, key: string): PendingRecord | null {
    const record = this.sent.unpack(kind, key)
    if (record) this.ofKind(kind).set(key, record)
    return record
  }

  get freshCount(): number {
    return this.fresh.length
  }

  /** Gives the new records away, to be packed: they are no longer known here, but to `sent`. */
  takeFresh(): PendingRecord[] {
    const taken = this.fresh
    this.fresh = []
    for (const { kind, key } of taken) this.ofKind(kind).delete(key)
    return taken
  }

  private addsNothing(values: StatedValues, record: Values): boolean {
    return this.file.redoes === undefined && addsNothing(values, record)
  }

  /** Place of this file's sheet among all sources. */
  async orderOfSheet(index: number): Promise<number> {
    const known = this.ownOrder[index]
    if (known !== undefined) return known
    const { sources, orderOf } = await this.allSources()
    const batches = await this.countingBatches()
    const twins = new Set(batches.filter((batch) => batch.sha256 === this.file.sha256 && batch.state === 'active').map((batch) => batch.id))
    const twin = [...sources.values()].find((source) => twins.has(source.batch) && source.position === index)
    const order = twin ? orderOf(twin) : newSourceOrder + index
    this.ownOrder[index] = order
    return order
  }

  /** A batch that is redone counts already for the order of its sheets. */
  private async countingBatches(): Promise<StoredBatch[]> {
    const batches = await this.store.batches.list()
    return batches.map((batch) => (batch.id === this.file.redoes ? { ...batch, state: 'active' as const } : batch))
  }

  private async allSources(): Promise<{ sources: Map<number, StoredSource>; orderOf: (source: StoredSource) => number }> {
    if (this.sources === null || this.orderOf === null) {
      const [sources, batches] = await Promise.all([this.store.evidence.sources(), this.countingBatches()])
      this.sources = sources
      this.orderOf = orderSources(sources.values(), batches)
    }
    return { sources: this.sources, orderOf: this.orderOf }
  }
}

function foldPending(record: PendingRecord): Values {
  const { kind, own, hand } = record
  if (own.length >= manyRows && record.many === undefined) {
    const many = ManyRows.of(kind, statementsOf(record))
    if (many !== null) record.many = many
  }
  return record.many?.values(hand) ?? foldRecord(kind, statementsOf(record), hand)
}

function statementsOf({ prior, own }: PendingRecord): Statement[] {
  return [...(prior ?? []).map(({ statement }) => statement), ...own]
}

function isKnownStatement(record: PendingRecord, statement: Statement): boolean {
  return record.many?.knows(statement) ?? statementsOf(record).some((known) => sameStatement(known.values, statement.values))
}

/** True when the record already says everything the statement says. */
function addsNothing(values: StatedValues, record: Values): boolean {
  for (const [field, stated] of Object.entries(values)) {
    if (stated === null || stated === undefined || field === '_asOf') continue
    if (!isSaid(field, stated, record)) return false
  }
  return true
}

function isSaid(field: string, stated: StatedValue, record: Values): boolean {
  if (field === '_statusOn') return true
  if (field === '_firstParty') return Array.isArray(record.parties) && record.parties.length > 0
  if (field.startsWith('_')) return field === '_list' && isWholeList(stated, record)
  const kept = (record[field] ?? null) as StatedValue
  if (sameValue(stated, kept)) return true
  if (stated === 0) return false
  return Array.isArray(stated) && Array.isArray(kept) && (field === 'publications' || field === 'classes' || field === 'formerNames' || field === 'systems')
    && stated.every((item) => (kept as unknown[]).includes(item))
}

function isWholeList(stated: StatedValue, record: Values): boolean {
  if (typeof stated !== 'object' || stated === null || !('names' in stated) || stated.cut || record.listComplete !== 1) return false
  const drafting = record.drafting
  return Array.isArray(drafting) && sameValue(stated.names, drafting.map((place) => (Array.isArray(place) ? String(place[1]) : '')))
}
