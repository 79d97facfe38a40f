import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import type { TwinProblem } from '../../../shared/domain/catalogue/problems'
import { Refusal } from '../../../shared/domain/result'
import { normaliseName } from '../../../shared/domain/text'
import type { ColumnRow } from '../../store/columnSource'
import type { WorkWatch } from '../inTurns'
import type { RegisterSession } from '../opened/session'
import { loadApartSets, type ApartSets } from './apartSets'
import { Prints } from './sharedPrints'

/** Where the records are read. */
export type TwinSource = Pick<RegisterSession, 'source' | 'rows'>

/** What was found last, as long as nothing changes: the page of groups asks what 数据体检 has just counted. */
const found = new WeakMap<TwinSource['source'], Map<TwinProblem, { sequence: number; groups: readonly number[][] }>>()

/** All of its fields must be said, and say the same. */
interface TwinRule {
  kind: RecordKind
  /** Codes and dates, compared as they are: most records part by them alone. */
  narrow: readonly string[]
  /** Whether the first name of the kind's list (patentee) must be the same too. */
  named: boolean
  /** Texts, read of those records only that others share the rest with. */
  wide: readonly string[]
}

/** What says that records of several numbers may be one. */
const twinRules: Readonly<Record<TwinProblem, TwinRule>> = {
  standard_twice: { kind: 'standard', narrow: ['kind', 'publishedOn'], named: false, wide: ['title'] },
  patent_twice: { kind: 'patent', narrow: ['type', 'filedOn'], named: true, wide: ['title'] },
  mark_twice: { kind: 'trademark', narrow: ['owner', 'registeredOn'], named: false, wide: ['name', 'classes'] },
}

export function twinKind(problem: TwinProblem): RecordKind {
  return twinRules[problem].kind
}

/**
 * Groups of records that say the same of themselves in some fields, and all of them at all: one record may be in the
 * register under several numbers. A group of which a person said that no two are one is left out.
 *
 * @returns ids, ascending; groups in the order of their first
 * @throws  Refusal job_cancelled
 */
export async function twinGroups({ source, rows }: TwinSource, problem: TwinProblem, watch: WorkWatch = {}): Promise<readonly number[][]> {
  const last = found.get(source) ?? new Map<TwinProblem, { sequence: number; groups: readonly number[][] }>()
  found.set(source, last)
  const [sequence, known] = [await source.sequence(), last.get(problem)]
  if (known?.sequence === sequence) return known.groups
  const groups = await findGroups({ source, rows }, twinRules[problem], watch)
  last.set(problem, { sequence, groups })
  return groups
}

async function findGroups({ source, rows }: TwinSource, rule: TwinRule, watch: WorkWatch): Promise<number[][]> {
  const { kind, narrow, named } = rule
  const apart = await loadApartSets(source, kind)
  const count = await source.rowCount(kind)
  const prints = new Prints(count)
  const readNarrow = telling(watch, 0, named ? 0.45 : 0.8, count)
  await source.scan(kind, narrow, (page) => {
    readNarrow(page.length)
    for (const [id, ...cells] of page) if (areSaid(cells)) prints.add(Number(id), cells)
  })
  if (named) {
    const readNames = telling(watch, 0.45, 0.8, count)
    const names = prints.refine()
    await source.scanNames(kind, true, (page) => {
      readNames(page.length)
      for (const [id, , name] of page) names.next(id, [name])
    })
    names.end()
  }
  prints.keepShared()
  await refineByTexts(rows, prints, rule, apart, telling(watch, 0.8, 1, prints.ids.length))
  return prints.groups().filter((group) => !apart.covers(group))
}

async function refineByTexts(rows: TwinSource['rows'], prints: Prints, { kind, wide }: TwinRule, apart: ApartSets, tell: (rows: number) => void): Promise<void> {
  const texts = prints.refine()
  const read = apart.isEmpty ? wide : [...wide, kindDefinitions[kind].key]
  await rows.among(kind, read, prints.ids.slice(), (page) => {
    tell(page.length)
    for (const [id, ...all] of page) {
      const cells = all.slice(0, wide.length)
      if (!areSaid(cells)) continue
      if (!apart.isEmpty) apart.meet(Number(id), String(all.at(-1)))
      texts.next(Number(id), cells.map((cell) => (typeof cell === 'string' ? normaliseName(cell) : cell)))
    }
  })
  texts.end()
}

function areSaid(cells: ColumnRow): boolean {
  return cells.every((cell) => cell !== null && cell !== '')
}

/** What a part of the work, from one share of all to another, tells of its rows; it ends when nobody waits any more. */
function telling({ signal, onProgress = () => undefined }: WorkWatch, from: number, to: number, all: number): (rows: number) => void {
  let done = 0
  return (rows) => {
    if (signal?.aborted) throw new Refusal('job_cancelled')
    done += rows
    onProgress(from + (to - from) * Math.min(1, done / Math.max(1, all)))
  }
}
