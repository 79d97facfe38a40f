import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { Refusal, type Result } from '../../../shared/domain/result'
import type { Applied, ChangeSet, GrowingChange } from '../../store/changeSet'
import { saidByRecord } from '../evidence/statementCodec'
import { insertOf } from './buildChangeSet'
import type { PendingRecord, PendingRecords } from './pendingRecords'

/** Fewer new records are written in one go at the end. */
const portionRecords = 2_000

/**
 * Hands a file's new records to the writer while later rows are still being judged, so that both processors work. What
 * a later row makes of such a record goes with the rest at the end.
 */
export class GrowingBatch {
  private change: GrowingChange | null = null
  private readonly sent = new Map<RecordKind, number>()
  /** What each sheet spoke about when the first of its records went. */
  private readonly statesThen: ReadonlySet<string>[] = []

  /** @param statesOf  what each sheet speaks about so far */
  constructor(
    private readonly begin: () => GrowingChange,
    private readonly pending: PendingRecords,
    private readonly statesOf: () => ReadonlySet<string>[],
  ) {}

  /** Hands over what is new, when it is enough for a portion. @throws Refusal when the writer gave up */
  async flush(): Promise<void> {
    const { fresh } = this.pending
    if (fresh.length < portionRecords) return
    this.pending.fresh = []
    const states = this.statesOf()
    states.forEach((known, index) => { this.statesThen[index] ??= new Set(known) })
    for (const [kind, records] of Map.groupBy(fresh, (record) => record.kind)) await this.send(kind, records, states)
  }

  private async send(kind: RecordKind, records: readonly PendingRecord[], states: readonly ReadonlySet<string>[]): Promise<void> {
    let at = this.sent.get(kind) ?? 0
    const inserts = records.map((record) => {
      record.sent = { at: at++, own: record.own.length }
      return insertOf(record, states)
    })
    this.sent.set(kind, at)
    this.change ??= this.begin()
    const room = await this.change.add(inserts)
    if (!room.ok) throw new Refusal(room.code, room.at, room.details)
  }

  /**
   * True for a record of an earlier portion that says something of a field which its sheet came to speak about only
   * later, while its own rows are silent: their evidence must say so.
   */
  readonly isOutdated = (record: PendingRecord): boolean => {
    const states = this.statesOf()
    return record.own.some(({ source, values }) => [...states[source] ?? []].some((field) =>
      !this.statesThen[source]?.has(field) && (values[field] ?? null) === null && saidByRecord(field, record.current) !== null))
  }

  /** Writes the rest; null when nothing was handed over, and all is in the change set. */
  async finish(changes: ChangeSet): Promise<Result<Applied> | null> {
    return this.change ? this.change.finish(changes) : null
  }

  async abandon(): Promise<void> {
    await this.change?.abandon()
  }
}
