import type { FieldValue } from '../../../../shared/domain/catalogue/fields'
import type { Diff, Portion, RecordInsert } from '../../changeSet'
import { canonicalRecord, valuesOf, type CanonicalRecord } from './canonicalRecord'

const numbersARow = 3

/** Packs new records, all of one kind, for the thread that writes them. */
export function packPortion(inserts: readonly RecordInsert[]): Portion {
  const lines: string[] = []
  const evidence: number[] = []
  const diffs: [number, Diff][] = []
  inserts.forEach((insert, at) => {
    lines.push(canonicalRecord(insert.kind, insert.values).text)
    for (const { source, row, diff } of insert.evidence) {
      if (diff !== null) diffs.push([evidence.length, diff])
      evidence.push(at, source, row)
    }
  })
  return { kind: inserts[0]?.kind ?? 'standard', fields: lines.join('\n'), evidence: Int32Array.from(evidence), diffs }
}

/** The records of a portion, in their order. A JSON text holds no line end of its own. */
export function recordsOfPortion({ fields }: Portion): CanonicalRecord[] {
  return fields.split('\n').map((text) => ({ fields: JSON.parse(text) as FieldValue[], text }))
}

/** A portion whose supporting rows name their sources otherwise. */
export function withSources<T extends Pick<Portion, 'evidence'>>(portion: T, sourceOf: (source: number) => number): T {
  const evidence = portion.evidence.slice()
  for (let place = 1; place < evidence.length; place += numbersARow) evidence[place] = sourceOf(evidence[place] ?? 0)
  return { ...portion, evidence }
}

/** Hands out each supporting row of a portion: the place of its record, its source's index in the batch, its row. */
export function eachSupportingRow({ evidence, diffs }: Pick<Portion, 'evidence' | 'diffs'>, visit: (at: number, source: number, row: number, diff: Diff | null) => void): void {
  const diffAt = new Map(diffs)
  for (let place = 0; place < evidence.length; place += numbersARow) {
    visit(evidence[place] ?? 0, evidence[place + 1] ?? 0, evidence[place + 2] ?? 0, diffAt.get(place) ?? null)
  }
}

/** Takes single records out of a portion again. */
export function createPortionReader(portion: Portion): { insertAt(at: number): RecordInsert } {
  const { kind, fields } = portion
  const starts = lineStarts(fields)
  const rows: RecordInsert['evidence'][] = []
  eachSupportingRow(portion, (at, source, row, diff) => { (rows[at] ??= []).push({ source, row, diff }) })
  return {
    insertAt(at) {
      const line = fields.slice(starts[at], (starts[at + 1] ?? fields.length + 1) - 1)
      return { kind, values: valuesOf(kind, JSON.parse(line) as FieldValue[]), evidence: rows[at] ?? [] }
    },
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return starts
}
