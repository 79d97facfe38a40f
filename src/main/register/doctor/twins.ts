import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { TwinProblem } from '../../../shared/domain/catalogue/problems'
import { normaliseName } from '../../../shared/domain/text'
import type { ColumnSource } from '../../store/columnSource'
import { loadApartSets } from './apartSets'

type TwinSource = Pick<ColumnSource, 'scan' | 'scanNames' | 'rowCount' | 'sequence'>

/** What was found last, as long as nothing changes: the page of groups asks what 数据体检 has just counted. */
const found = new WeakMap<TwinSource, Map<TwinProblem, { sequence: number; groups: readonly number[][] }>>()

interface TwinRule {
  kind: RecordKind
  /** All of them must be said, and say the same. */
  fields: readonly string[]
  /** Whether the first name of the kind's list (patentee) must be the same too. */
  named: boolean
}

/** What says that records of several numbers may be one. */
const twinRules: Readonly<Record<TwinProblem, TwinRule>> = {
  standard_twice: { kind: 'standard', fields: ['title', 'kind', 'publishedOn'], named: false },
  patent_twice: { kind: 'patent', fields: ['title', 'type', 'filedOn'], named: true },
  mark_twice: { kind: 'trademark', fields: ['name', 'classes', 'owner', 'registeredOn'], named: false },
}

export function twinKind(problem: TwinProblem): RecordKind {
  return twinRules[problem].kind
}

/**
 * Groups of records that say the same of themselves in some fields, and all of them at all: one record may be in the
 * register under several numbers. A group of which a person said that no two are one is left out. Of a million records
 * only a number each is held.
 *
 * @returns ids, ascending; groups in the order of their first
 */
export async function twinGroups(source: TwinSource, problem: TwinProblem): Promise<readonly number[][]> {
  const last = found.get(source) ?? new Map<TwinProblem, { sequence: number; groups: readonly number[][] }>()
  found.set(source, last)
  const [sequence, known] = [await source.sequence(), last.get(problem)]
  if (known?.sequence === sequence) return known.groups
  const groups = await findGroups(source, problem)
  last.set(problem, { sequence, groups })
  return groups
}

async function findGroups(source: TwinSource, problem: TwinProblem): Promise<number[][]> {
  const { kind, fields, named } = twinRules[problem]
  const apart = await loadApartSets(source, kind)
  const read = apart.isEmpty ? fields : [...fields, kindDefinitions[kind].key]
  const count = await source.rowCount(kind)
  const [ids, prints] = [new Int32Array(count), new Float64Array(count)]
  let rows = 0
  await source.scan(kind, read, (page) => {
    for (const [id, ...all] of page) {
      const cells = all.slice(0, fields.length)
      if (rows === count || cells.some((cell) => cell === null || cell === '')) continue
      if (!apart.isEmpty) apart.meet(Number(id), String(all.at(-1)))
      ids[rows] = Number(id)
      prints[rows++] = printOf(cells.map((cell) => (typeof cell === 'string' ? normaliseName(cell) : String(cell))).join('\n'))
    }
  })
  if (named) rows = await withFirstNames(source, kind, ids, prints, rows)
  return together(ids, prints, rows).filter((group) => !apart.covers(group))
}

/** Goes on only with records that have a first name. */
async function withFirstNames(source: TwinSource, kind: RecordKind, ids: Int32Array, prints: Float64Array, rows: number): Promise<number> {
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

function together(ids: Int32Array, prints: Float64Array, rows: number): number[][] {
  const sorted = prints.slice(0, rows).sort()
  const groups = new Map<number, number[]>()
  for (let at = 1; at < rows; at++) if (sorted[at] === sorted[at - 1]) groups.set(sorted[at] ?? 0, [])
  for (let row = 0; row < rows; row++) groups.get(prints[row] ?? 0)?.push(ids[row] ?? 0)
  return [...groups.values()].toSorted(([a = 0], [b = 0]) => a - b)
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
