import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import { normaliseName } from '../../../shared/domain/text'
import type { ColumnSource } from '../../store/columnSource'

/**
 * Records of a kind that say the same of themselves in some fields, and all of them at all: one record may be in the
 * register under two numbers. Of a million records only a number each is held.
 *
 * @param named  whether the first name of the kind's list (patentee, applicant) must be the same too
 * @returns      ids, those that may be one together, in the order of their first
 */
export async function twinsBy(source: Pick<ColumnSource, 'scan' | 'scanNames' | 'rowCount'>, kind: RecordKind, fields: readonly string[], named: boolean): Promise<Int32Array> {
  const count = await source.rowCount(kind)
  const [ids, prints] = [new Int32Array(count), new Float64Array(count)]
  let rows = 0
  await source.scan(kind, fields, (page) => {
    for (const [id, ...cells] of page) {
      if (rows === count || cells.some((cell) => cell === null || cell === '')) continue
      ids[rows] = Number(id)
      prints[rows++] = printOf(cells.map((cell) => (typeof cell === 'string' ? normaliseName(cell) : String(cell))).join('\n'))
    }
  })
  if (named) rows = await withFirstNames(source, kind, ids, prints, rows)
  return together(ids, prints, rows)
}

/** Goes on only with records that have a first name. */
async function withFirstNames(source: Pick<ColumnSource, 'scanNames'>, kind: RecordKind, ids: Int32Array, prints: Float64Array, rows: number): Promise<number> {
  let [at, kept] = [0, 0]
  await source.scanNames(kind, true, (page) => {
    for (const [id, , name] of page) {
      while (at < rows && (ids[at] ?? 0) < id) at++
      if (at === rows || ids[at] !== id) continue
      ids[kept] = id
      prints[kept++] = printOf(`${prints[at]} ${name}`)
    }
  })
  return kept
}

function together(ids: Int32Array, prints: Float64Array, rows: number): Int32Array {
  const sorted = prints.slice(0, rows).sort()
  const groups = new Map<number, number[]>()
  for (let at = 1; at < rows; at++) if (sorted[at] === sorted[at - 1]) groups.set(sorted[at] ?? 0, [])
  for (let row = 0; row < rows; row++) groups.get(prints[row] ?? 0)?.push(ids[row] ?? 0)
  return Int32Array.from([...groups.values()].toSorted(([a = 0], [b = 0]) => a - b).flat())
}

/** A number for a text, of 53 bits: of a million texts hardly two share one. */
function printOf(text: string): number {
  let [high, low] = [0xdead_beef, 0x41c6_ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x9e37_79b1)
    low = Math.imul(low ^ code, 0x5f35_6495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35)
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0)
}
