import { Refusal, type Result } from '../../../../shared/domain/result'
import type { Applied, ChangeSet, GrowingChange, RecordAmendment } from '../../../store/changeSet'
import { packPortion } from '../../../store/sqlite/records/portion'
import { saidByRecord } from '../../evidence/statementCodec'
import { insertOf } from './buildChangeSet'
import type { PendingRecords } from './pendingRecords'
import type { PendingRecord } from './pendingRecord'
import type { SentRecord } from './sentRecords'

/** Fewer new records are written in one go at the end. */
export const portionRecords = 1_000

/**
 * Hands a file's new records to the writer while later rows are still being judged, so that both processors work. What
 * a later row makes of such a record goes with the rest at the end.
 */
export class GrowingBatch {
  private change: GrowingChange | null = null

  /** @param statesOf  what each sheet speaks about so far */
  constructor(
    private readonly begin: () => GrowingChange,
    private readonly pending: PendingRecords,
    private readonly statesOf: () => ReadonlySet<string>[],
  ) {}

  /** Hands over what is new, when it is enough for a portion. @throws Refusal when the writer gave up */
  async flush(): Promise<void> {
    if (this.pending.freshCount < portionRecords) return
    const states = this.statesOf().map((known) => new Set(known))
    for (const records of Map.groupBy(this.pending.takeFresh(), ({ kind }) => kind).values()) await this.send(records, states)
  }

  private async send(records: readonly PendingRecord[], states: readonly ReadonlySet<string>[]): Promise<void> {
    const portion = packPortion(records.map((record) => insertOf(record, states)))
    this.pending.sent.add(portion, records, states)
    this.change ??= this.begin()
    const room = await this.change.add(portion)
    if (!room.ok) throw new Refusal(room.code, room.at, room.details)
  }

  /**
   * Records that say something of a field which one of their sheets came to speak about only after they were handed over:
   * the evidence of that sheet's rows must say that they are silent.
   */
  outdated(): RecordAmendment[] {
    const states = this.statesOf()
    const outdated: RecordAmendment[] = []
    for (const sent of this.pending.sent.before(states)) {
      const evidence = sent.evidence.map((row) => ({ ...row, diff: withSilence(row.diff, sent, newFields(states, sent, row.source)) }))
      if (evidence.some(({ diff }, at) => diff !== sent.evidence[at]?.diff)) outdated.push({ kind: sent.kind, at: sent.at, evidence })
    }
    return outdated
  }

  /** Writes the rest; null when nothing was handed over, and all is in the change set. */
  async finish(changes: ChangeSet): Promise<Result<Applied> | null> {
    return this.change ? this.change.finish(changes) : null
  }

  async abandon(): Promise<void> {
    await this.change?.abandon()
  }
}

function newFields(states: readonly ReadonlySet<string>[], sent: SentRecord, source: number): string[] {
  return [...states[source] ?? []].filter((field) => !sent.states[source]?.has(field))
}

/** A row's difference with the fields it is silent about although the record says something; itself when there are none. */
function withSilence(diff: SentRecord['evidence'][number]['diff'], { values }: SentRecord, fields: readonly string[]): typeof diff {
  const silent = fields.filter((field) => saidByRecord(field, values) !== null)
  return silent.length === 0 ? diff : { ...diff, ...Object.fromEntries(silent.map((field) => [field, null])) }
}
