import { createHash } from 'node:crypto'
import { digestHexLength } from '../records/canonicalRecord'

export type SourceRow = [
  id: number, batch: number, position: number, sheet: string | null, kind: number, sourceClass: string,
  states: string, headerRows: string, mapping: string, context: string,
]
export type VerdictRow = [source: number, row: number, number: number, verdict: string, detail: string]

/**
 * Digest of all that a batch says and never changes: its row without the state, its sources, its rows' remarks in the
 * order of their keys. Computed when it is written and again by a check.
 */
export function createBatchDigest(batch: readonly (string | number)[], sources: Iterable<SourceRow>, verdicts: Iterable<VerdictRow>): string {
  const sum = createHash('sha256').update(JSON.stringify(batch))
  for (const source of sources) sum.update(JSON.stringify(source))
  for (const verdict of verdicts) sum.update(JSON.stringify(verdict))
  return sum.digest('hex').slice(0, digestHexLength)
}
