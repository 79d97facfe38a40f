import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { Portion, RecordInsert } from '../../../store/changeSet'
import { createPortionReader, eachSupportingRow, packPortion, withSources } from '../../../store/sqlite/records/portion'
import { insertOf } from '../pending/buildChangeSet'
import { portionRecords } from '../pending/growingBatch'
import type { PackedPortion } from '../pending/sentRecords'
import type { PendingRecords } from '../pending/pendingRecords'
import type { Replay } from './replay'

type ReturningPortion = Portion & { ids: Int32Array }

/** A record that comes back, unpacked; `source` in its evidence is a source's id. */
export interface ReturningRecord extends RecordInsert { id: number }

/** Packs what a redo brings back, when it is enough for a portion: a half million records as objects would fill the memory. */
export function packReturning(pending: PendingRecords, replay: Replay): void {
  if (pending.freshCount < portionRecords) return
  const states = replay.sources.map((source) => new Set(source.states))
  for (const [kind, records] of Map.groupBy(pending.takeFresh().filter(({ kind: of, key }) => replay.idOf(of, key) !== undefined), (record) => record.kind)) {
    const ids = Int32Array.from(records, ({ key }) => replay.idOf(kind, key) ?? 0)
    pending.sent.add({ ...packPortion(records.map((record) => insertOf(record, states))), ids }, records, states)
  }
}

/** What {@link packReturning} has packed of a file. */
export class PackedRecords {
  constructor(private readonly pending: PendingRecords, private readonly replay: Replay) {}

  get count(): number {
    let count = 0
    for (const { kept } of this.kept()) count += kept.length
    return count
  }

  /** Portions as the writer takes them. */
  *portions(): Generator<ReturningPortion> {
    for (const { portion: { ids, ...rest }, fields, kept } of this.kept()) {
      if (ids === undefined || kept.length === 0) continue
      const whole: Portion = { ...rest, fields: fields() }
      const [portion, returning] = kept.length === ids.length ? [whole, ids] : [partOf(whole, kept), Int32Array.from(kept, (at) => ids[at] ?? 0)]
      yield { ...withSources(portion, (source) => this.replay.sources[source]?.id ?? 0), ids: returning }
    }
  }

  /** How many rows of each source they have, by its place among the sources. */
  rowsOf(): number[] {
    const rows: number[] = []
    for (const { portion, kept } of this.kept()) {
      const isKept = new Set(kept)
      eachSupportingRow(portion, (at, source) => { if (isKept.has(at)) rows[source] = (rows[source] ?? 0) + 1 })
    }
    return rows
  }

  /** One by one, for who has no writer beside. */
  *records(): Generator<ReturningRecord> {
    for (const portion of this.portions()) {
      const reader = createPortionReader(portion)
      for (const [at, id] of portion.ids.entries()) yield { ...reader.insertAt(at), id }
    }
  }

  /** A record that a later row spoke of again is unpacked, and goes with the rest. */
  private *kept(): Generator<PackedPortion & { kept: number[] }> {
    const again = new Map<RecordKind, ReadonlySet<number>>()
    for (const packed of this.pending.sent.all()) {
      const { portion: { kind, ids }, start } = packed
      const unpacked = again.get(kind) ?? new Set([...this.pending.ofKind(kind).values()].flatMap(({ sent }) => sent?.at ?? []))
      again.set(kind, unpacked)
      yield { ...packed, kept: [...(ids ?? []).keys()].filter((at) => !unpacked.has(start + at)) }
    }
  }
}

function partOf(portion: Portion, places: readonly number[]): Portion {
  const reader = createPortionReader(portion)
  return packPortion(places.map((at) => reader.insertAt(at)))
}
