import type { FieldValue } from '../../../shared/domain/catalogue/fields'
import type { Diff, Portion, RecordInsert } from '../changeSet'
import { canonicalRecord, type CanonicalRecord } from './canonicalRecord'

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

/** Hands out each supporting row of a portion: the place of its record, its source's index in the batch, its row. */
export function eachSupportingRow({ evidence, diffs }: Portion, visit: (at: number, source: number, row: number, diff: Diff | null) => void): void {
  const diffAt = new Map(diffs)
  for (let place = 0; place < evidence.length; place += numbersARow) {
    const [at = 0, source = 0, row = 0] = evidence.subarray(place, place + numbersARow)
    visit(at, source, row, diffAt.get(place) ?? null)
  }
}
