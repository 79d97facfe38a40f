import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { Portion, RecordInsert } from '../../../store/changeSet'
import { createPortionReader } from '../../../store/sqlite/records/portion'
import { statementOf } from '../../evidence/statementCodec'
import type { PendingRecord, PendingStatement } from './pendingRecord'

/** A record as it was handed over: with its place among those of its kind, and what its sheets spoke about then. */
export interface SentRecord extends RecordInsert {
  at: number
  states: readonly ReadonlySet<string>[]
}

export interface PackedPortion {
  portion: Omit<Portion, 'fields'>
  fields(): string
  start: number
}

/** Most portions are never looked into again. */
const quickest = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

interface SentPortion {
  portion: Omit<Portion, 'fields'>
  /** Its fields, compressed. */
  fields: Buffer
  states: readonly ReadonlySet<string>[]
  /** Place of its first record among those of its kind. */
  start: number
  /** Made when a record is asked for. */
  reader?: ReturnType<typeof createPortionReader>
}

/**
 * The new records of a file that the writer has already. They are kept packed: hundreds of thousands of records as
 * objects would fill the memory, and few of them are spoken of again.
 */
export class SentRecords {
  private readonly portions = new Map<RecordKind, SentPortion[]>()
  private readonly places = new Map<RecordKind, Map<string, number>>()
  /** What all rows of a sheet have in common. */
  private readonly sheets: Pick<PendingStatement, 'class' | 'order' | 'values' | 'rank'>[] = []

  add(portion: Portion, records: readonly PendingRecord[], states: readonly ReadonlySet<string>[]): void {
    const { fields, ...rest } = portion
    const { kind } = rest
    const places = this.placesOf(kind)
    const start = places.size
    records.forEach(({ key, own }, index) => {
      places.set(key, start + index)
      for (const statement of own) this.noteSheet(statement)
    })
    const portions = this.portions.get(kind) ?? []
    portions.push({ portion: rest, fields: zstdCompressSync(fields, quickest), states, start })
    this.portions.set(kind, portions)
  }

  private noteSheet({ source, class: sourceClass, rank, order, values }: PendingStatement): void {
    const known = this.sheets[source]
    if (known === undefined || (known.values._asOf === undefined && values._asOf !== undefined)) {
      this.sheets[source] = { class: sourceClass, ...(rank === undefined ? {} : { rank }), order, values: values._asOf === undefined ? {} : { _asOf: values._asOf } }
    }
  }

  /** The portions in the order in which they were added, each with the place of its first record. */
  *all(): Generator<PackedPortion> {
    for (const portions of this.portions.values()) for (const { portion, fields, start } of portions) yield { portion, start, fields: () => zstdDecompressSync(fields).toString() }
  }

  has(kind: RecordKind, key: string): boolean {
    return this.places.get(kind)?.has(key) ?? false
  }

  find(kind: RecordKind, key: string): SentRecord | null {
    const at = this.places.get(kind)?.get(key)
    if (at === undefined) return null
    const portion = this.portions.get(kind)?.findLast(({ start }) => start <= at)
    return portion ? recordOf(portion, at) : null
  }

  /** The record as it was before it was packed, its rows' statements made of what they say differently. */
  unpack(kind: RecordKind, key: string): PendingRecord | null {
    const sent = this.find(kind, key)
    if (sent === null) return null
    const own = sent.evidence.map(({ source, row, diff }): PendingStatement => {
      const { class: sourceClass = 'reported', rank, order = [0, 0], values = {} } = this.sheets[source] ?? {}
      const facts = { states: sent.states[source] ?? [], class: sourceClass, ...(rank === undefined ? {} : { rank }), context: values._asOf === undefined ? {} : { statusDate: values._asOf } }
      return { ...statementOf({ row, diff }, facts, order[0], sent.values), source, row }
    })
    return { kind, key, stored: null, current: sent.values, own, prior: null, sent: { at: sent.at } }
  }

  /** Every record of the portions that went while sheets spoke about less than they do now. */
  *before(states: readonly ReadonlySet<string>[]): Generator<SentRecord> {
    for (const [kind, portions] of this.portions) {
      for (const portion of portions) {
        if (!states.some((now, index) => now.size > (portion.states[index]?.size ?? 0))) continue
        const end = portions[portions.indexOf(portion) + 1]?.start ?? this.placesOf(kind).size
        for (let at = portion.start; at < end; at++) yield recordOf(portion, at)
      }
    }
  }

  private placesOf(kind: RecordKind): Map<string, number> {
    let places = this.places.get(kind)
    if (!places) {
      places = new Map()
      this.places.set(kind, places)
    }
    return places
  }
}

function recordOf(portion: SentPortion, at: number): SentRecord {
  portion.reader ??= createPortionReader({ ...portion.portion, fields: zstdDecompressSync(portion.fields).toString() })
  return { ...portion.reader.insertAt(at - portion.start), at, states: portion.states }
}
