import { rowVerdicts, type RowVerdict } from '../../../../shared/bridge/imports'
import { rowsOfRuns } from '../../../../shared/domain/rowRuns'
import type { BatchRowReader } from '../../../store/batchRows'
import type { StoredSource } from '../../../store/registerStore'
import { placeOf } from './placeOf'

const codeOf = new Map(rowVerdicts.map((verdict, code) => [verdict, code]))

/** The verdicts of one sheet's rows as the register keeps them: a number and a byte a row. */
export class DocumentLedger {
  private readonly filtered = new Map<RowVerdict, Int32Array>()

  private constructor(private readonly rows: Int32Array, private readonly codes: Uint8Array) {}

  /** @param sources  the tables of the sheet; where two stand side by side, what kept a row out of either is told first */
  static async read(reader: BatchRowReader, sources: readonly StoredSource[]): Promise<DocumentLedger> {
    const verdicts = new Map<number, RowVerdict>()
    for (const { id } of sources) {
      for (const [row, outcome] of rowsOfRuns((await reader.outcomes(id)) ?? '')) if (!verdicts.has(row)) verdicts.set(row, outcome)
      for (const [row, verdict] of await reader.remarkedRows(id)) {
        if (verdict === 'notice') continue
        const known = verdicts.get(row)
        if (verdict !== 'skipped' || known === undefined) verdicts.set(row, verdict)
      }
    }
    const rows = Int32Array.from(verdicts.keys()).sort()
    return new DocumentLedger(rows, Uint8Array.from(rows, (row) => codeOf.get(verdicts.get(row) ?? 'same') ?? 0))
  }

  counts(): Partial<Record<RowVerdict, number>> {
    const counts: Partial<Record<RowVerdict, number>> = {}
    for (const code of this.codes) {
      const verdict = rowVerdicts[code]
      if (verdict !== undefined) counts[verdict] = (counts[verdict] ?? 0) + 1
    }
    return counts
  }

  get lastRow(): number {
    return this.rows.at(-1) ?? 0
  }

  verdictOf(row: number): RowVerdict | null {
    const at = placeOf(this.rows, row)
    return this.rows[at] === row ? (rowVerdicts[this.codes[at] ?? 0] ?? null) : null
  }

  /** Row numbers, all with a verdict or those of one. */
  listed(verdict: RowVerdict | undefined): Int32Array {
    if (verdict === undefined) return this.rows
    const known = this.filtered.get(verdict) ?? this.rows.filter((_, at) => rowVerdicts[this.codes[at] ?? 0] === verdict)
    this.filtered.set(verdict, known)
    return known
  }
}
