import { kindNumber, unpackRecord } from '../../../../shared/domain/catalogue/fields'
import { conflictNotices } from '../../../../shared/domain/errorCodes'
import type { BatchRowReader, RemarkedVerdict } from '../../batchRows'
import type { RowRemark } from '../../changeSet'
import type { ReadDb } from '../file/database'

/** One pass over the evidence; rows of undone batches are put aside. */
const supportSql = `
  SELECT source, row, rec FROM evidence WHERE source BETWEEN @first AND @last
   UNION ALL SELECT source, row, rec FROM withdrawn WHERE source BETWEEN @first AND @last
   ORDER BY source, row`

/** What keeps a row out says more than what was noted about it. */
const weight: Record<RemarkedVerdict, number> = { rejected: 4, review: 4, skipped: 4, conflict: 3, repaired: 2, notice: 1 }

const remarkedSql = `
  SELECT row, CASE WHEN verdict = 'notice' AND json_extract(detail, '$.code') IN (${conflictNotices.map((code) => `'${code}'`).join(', ')}) THEN 'conflict' ELSE verdict END
    FROM row_verdict WHERE source = ? ORDER BY row, number`

export function createBatchRowReader(db: ReadDb): BatchRowReader {
  const outcomes = db.prepare<[number], string>('SELECT runs FROM row_outcome WHERE source = ?').pluck()
  const remarked = db.prepare<[number], [number, RemarkedVerdict]>(remarkedSql).raw()
  const remarks = db.prepare<[number, number, number], [number, RowRemark['verdict'], string]>('SELECT row, verdict, detail FROM row_verdict WHERE source = ? AND row BETWEEN ? AND ? ORDER BY row, number').raw()
  const disputed = db.prepare<[number], number>('SELECT DISTINCT rec FROM evidence WHERE diff IS NOT NULL AND rec % 16 = ?').pluck()
  const support = db.prepare<{ first: number; last: number }, [number, number, number]>(supportSql).raw()
  return {
    async outcomes(source) {
      return outcomes.get(source) ?? null
    },
    async remarkedRows(source) {
      const found = new Map<number, RemarkedVerdict>()
      for (const [row, verdict] of remarked.iterate(source)) {
        const known = found.get(row)
        if (known === undefined || weight[verdict] > weight[known]) found.set(row, verdict)
      }
      return [...found]
    },
    async remarks(source, from, to) {
      return remarks.all(source, from, to).map(([row, verdict, detail]) => ({ row, verdict, detail: JSON.parse(detail) as RowRemark['detail'] }))
    },
    async disputed(kind) {
      return disputed.all(kindNumber[kind]).map((rec) => unpackRecord(rec).id)
    },
    async supportOf(sources) {
      if (sources.length === 0) return new Float64Array(0)
      const triples: number[] = []
      for (const triple of support.iterate({ first: Math.min(...sources), last: Math.max(...sources) })) triples.push(...triple)
      return Float64Array.from(triples)
    },
  }
}
