import { isImportKind } from '../../../../shared/domain/catalogue/headings'
import { keyOf, kindDefinitions } from '../../../../shared/domain/catalogue/fields'
import { listNameOf } from '../../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { ChangeSet } from '../../../store/changeSet'
import type { RegisterStore, StoredBatch, StoredSource } from '../../../store/registerStore'
import { oldValues, sameValues } from '../../evidence/recordDifference'
import { diffOf } from '../../evidence/statementCodec'
import { localDate } from '../../localDate'
import { rewriteEvidence } from '../pending/buildChangeSet'
import { importFile } from '../importFile'
import type { ImportOptions, ImportServices } from '../importOptions'
import { mapFileSchema } from '../mapFile'
import { sheetsOf } from '../openChoosing'
import type { PendingRecord } from '../pending/pendingRecord'
import type { PendingRecords } from '../pending/pendingRecords'
import { PackedRecords, packReturning } from './packedRecords'
import { Replay } from './replay'

/** What a redo does to a record: it comes back, takes the batch's word again, or stays as another source has it. */
export type RedoneHow = 'restored' | 'changed' | 'kept'

export interface RedoAnswer {
  batch: number
  records: Record<RedoneHow, number>
  /** What does not simply come back. */
  others: { kind: string; key: string; how: Exclude<RedoneHow, 'restored'> }[]
  /** Rows that counted and cannot be read out of the file any more as they were. */
  missing: { sheet: string | null; row: number }[]
}

export interface RedoOptions extends Pick<ImportOptions, 'today' | 'at' | 'operator' | 'programVersion' | 'signal' | 'onProgress'> {
  /** For an encrypted original; not kept. */
  password?: string
}

export interface RedoPlan {
  /** All but what comes back in portions. */
  changes: ChangeSet
  packed: PackedRecords
  answer: RedoAnswer
}

/** So many rows that cannot be read again are named; the rest is in their number. */
const namedRows = 1_000

/**
 * What a redo of an undone batch would do, without doing it: its kept original is read again and judged as it was, and
 * its rows are folded into what the register has become.
 *
 * @param path   copy of the original
 * @param batch  an undone one
 * @returns original_changed, or what reading refuses (encrypted, …)
 */
export async function planRedo(path: string, batch: StoredBatch, options: RedoOptions, services: ImportServices): Promise<Result<RedoPlan>> {
  const { store } = services
  const readAt = await store.sequence()
  const sources = await store.evidence.sourcesOfBatch(batch.id)
  const counts = await store.evidence.withdrawnCounts(sources.map(({ id }) => id))
  const replay = new Replay(batch.id, sources, store.evidence)
  const read = await readAgain(path, batch, replay, options, services)
  if (!read.ok) return read
  const plan = new RedoBuilder(replay, { kind: 'redo_batch', at: options.at, operator: options.operator, note: batch.fileName, redoes: batch.id, readAt, inserts: [], restores: [], updates: [], deletes: [], evidence: [] })
  for (const records of read.value.byKind.values()) for (const record of records.values()) if (record.own.length > 0) plan.add(record)
  const packed = new PackedRecords(read.value, replay)
  plan.answer.records.restored += packed.count
  plan.answer.missing = await missingRows(store, sources, counts, { pending: read.value, packed })
  return succeed({ changes: plan.changes, packed, answer: plan.answer })
}

async function readAgain(path: string, batch: StoredBatch, replay: Replay, options: RedoOptions, services: ImportServices): Promise<Result<PendingRecords>> {
  let pending: PendingRecords | null = null
  const day = localDate(batch.at)
  const { password, ...rest } = options
  const read = await importFile(path, {
    ...rest, ...judgedBy(batch), ...(password === undefined ? {} : { password }), ...sheetsOf(replay.sources),
    // A date is not of the future because the clock goes wrong now.
    today: options.today > day ? options.today : day, dryRun: true, replay, pack: (judged) => packReturning(judged, replay), onJudged: (judged) => { pending = judged },
  }, services)
  if (!read.ok) return read
  if (read.value.sha256 !== batch.sha256) return fail('original_changed')
  return pending === null ? fail('unexpected') : succeed(pending)
}

/** How the batch was judged, as its options say. */
function judgedBy({ options }: StoredBatch): Partial<ImportOptions> {
  const { as, district, statusDate, map, answers } = options
  const known = mapFileSchema.safeParse(map)
  return {
    ...(typeof as === 'string' && isImportKind(as) ? { as } : {}), ...(typeof district === 'string' ? { district } : {}), ...(typeof statusDate === 'string' ? { statusDate } : {}),
    ...(known.success ? { map: known.data } : {}), ...(typeof answers === 'object' && answers !== null ? { answers: answers as Record<string, string | number | null> } : {}), // written by buildChangeSet
  }
}

class RedoBuilder {
  readonly answer: RedoAnswer
  private readonly states: ReadonlySet<string>[]

  constructor(private readonly replay: Replay, readonly changes: ChangeSet) {
    this.answer = { batch: replay.batch, records: { restored: 0, changed: 0, kept: 0 }, others: [], missing: [] }
    this.states = replay.sources.map(({ states }) => new Set(states))
  }

  add(record: PendingRecord): void {
    const { kind, key, stored, current } = record
    const id = stored?.id ?? this.replay.idOf(kind, key)
    if (id === undefined) return
    this.support(record, id)
    if (stored === null) {
      this.changes.restores?.push({ kind, id, values: current })
      this.answer.records.restored++
    } else if (sameValues(kind, stored.values, current)) this.note(record, 'kept')
    else {
      this.changes.updates.push({ kind, id, basedOn: stored.digest, values: current, old: oldValues(stored.values, current) })
      for (const row of rewriteEvidence(record, id)) this.changes.evidence.push(row)
      this.note(record, 'changed')
    }
  }

  private support({ kind, own, current }: PendingRecord, id: number): void {
    for (const { source, row, values } of own) {
      const known = this.replay.sources[source]
      if (known) this.changes.evidence.push({ kind, id, source: known.id, row, diff: diffOf(values, this.states[source] ?? new Set(), current) })
    }
  }

  private note({ kind, current, key }: PendingRecord, how: 'changed' | 'kept'): void {
    this.answer.records[how]++
    this.answer.others.push({ kind: listNameOf[kind], key: String(current[kindDefinitions[kind].key] ?? key), how })
  }
}

interface Judged { pending: PendingRecords; packed: PackedRecords }

/** Rows that counted before the undo and now do not. */
async function missingRows(store: RegisterStore, sources: readonly StoredSource[], counts: ReadonlyMap<number, number>, judged: Judged): Promise<RedoAnswer['missing']> {
  const taken = countTaken(sources, judged)
  const missing: RedoAnswer['missing'] = []
  for (const { id, sheet } of sources) {
    if ((taken.get(id) ?? 0) === (counts.get(id) ?? 0)) continue
    const found = takenOf(id, sources, judged)
    const rows = (await store.evidence.withdrawn(id, 0, Number.MAX_SAFE_INTEGER)).filter(({ row, key }) => !found.has(`${row}|${key}`))
    missing.push(...rows.map(({ row }) => ({ sheet, row })).slice(0, namedRows - missing.length))
  }
  return missing
}

/** How many rows each source has now, a row once for every record that it speaks of. */
function countTaken(sources: readonly StoredSource[], { pending, packed }: Judged): Map<number, number> {
  const taken = new Map<number, number>()
  const add = (source: number, count: number): void => { taken.set(source, (taken.get(source) ?? 0) + count) }
  for (const { own } of recordsOf(pending)) for (const place of new Set(own.map(({ source, row }) => `${source}|${row}`))) add(sources[Number.parseInt(place, 10)]?.id ?? 0, 1)
  packed.rowsOf().forEach((count, source) => add(sources[source]?.id ?? 0, count))
  return taken
}

/** Each row of a source with the record it speaks of. */
function takenOf(source: number, sources: readonly StoredSource[], { pending, packed }: Judged): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { key, own } of recordsOf(pending)) for (const said of own) if (sources[said.source]?.id === source) found.add(`${said.row}|${key}`)
  for (const { kind, values, evidence } of packed.records()) for (const said of evidence) if (said.source === source) found.add(`${said.row}|${keyOf({ kind, values })}`)
  return found
}

function* recordsOf({ byKind }: PendingRecords): Generator<PendingRecord> {
  for (const records of byKind.values()) yield* records.values()
}
