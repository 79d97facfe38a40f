import type { AdoptionDegree, StandardNumberWarning } from './standardParts'
import { invalid, type StandardNumber, type StandardNumberResult } from './standardNumberResult'
import { canonicalOf, expandRange, type ScannedNumber } from './standardScan'

/**
 * What the numbers of one cell are to each other, by the text between them (domain.md 1.2): a list, a range, a 双编号, what was
 * replaced. What is left of the text is dropped with a warning.
 */

export const listGap = /^[ 、,;/|和及与(]{1,4}$/
const adoptingGap = /^[ /(,]{0,3}(?:(IDT|MOD|NEQ|EQV|等同|修改|非等效|等效)?(?:采用)?(?:国际标准)?[ ,:]{0,2})?$/
const rangeGap = /^ ?[~至] ?$/
/** A further number that cannot be read by itself: one of several must not stand for all. */
const unreadNumber = /^ ?[、,;/~及和与&] ?\.?(?!(?:19|20)\d{2} ?[-:])\d{1,6}(?:\.\d{1,3}){0,3} ?[-:] ?(?:19|20)\d{2}(?![\d-])/
export const replacing = /代替|替代|取代/
const degreeAfter = /^[ ,，(]{0,3}(IDT|MOD|NEQ|等同|修改|非等效)/
export const harmlessTail = /^[ )）》,;。.、]{0,3}(?:采)?[ )）》,;。.、]{0,3}$/
const harmlessHead = /^[ (（'"]{0,3}$/
export const degrees: Readonly<Record<string, AdoptionDegree>> = { IDT: 'IDT', MOD: 'MOD', NEQ: 'NEQ', 等同: 'IDT', 修改: 'MOD', 非等效: 'NEQ' }

/** The numbers of a cell and the text around them. */
export interface Reading {
  numbers: ScannedNumber[]
  /** `gaps[i]` stands before `numbers[i]`; the last one is the tail. */
  gaps: string[]
}

/** What the numbers of one cell are to each other. */
interface Roles {
  main: ScannedNumber[]
  replaces: string[]
  adopts: string | null
  adoption: AdoptionDegree | null
  warnings: Set<StandardNumberWarning>
}

/** Reads off what stands between the numbers which of them are the cell's own, and what the others are to those. */
export function combine({ numbers, gaps }: Reading): StandardNumberResult {
  const roles: Roles = { main: [], replaces: [], adopts: null, adoption: null, warnings: new Set() }
  let isReplaced = false
  for (const [index, number] of numbers.entries()) {
    const gap = gaps[index] ?? ''
    isReplaced ||= replacing.test(gap)
    if (!isReplaced && unreadNumber.test(gap)) return invalid('not_a_standard_number', number.kind)
    if (isReplaced) roles.replaces.push(...number.values.map(canonicalOf))
    else if (index === 0) takeFirst(roles, number, gap)
    else if (!takeNext(roles, number, gap)) return invalid('not_a_standard_number', number.kind)
  }
  const tail = gaps.at(-1) ?? ''
  if (!isReplaced && unreadNumber.test(tail)) return invalid('not_a_standard_number', numbers[0]?.kind ?? null)
  readTail(roles, tail)
  return assemble(roles)
}

function takeFirst(roles: Roles, number: ScannedNumber, gap: string): void {
  if (!harmlessHead.test(gap)) roles.warnings.add('extracted_from_text')
  roles.main.push(number)
}

/** False when the two numbers are the ends of a range that cannot be counted out. */
function takeNext(roles: Roles, number: ScannedNumber, gap: string): boolean {
  const before = roles.main.at(-1)
  const adopting = adoptingGap.exec(gap)
  if (before && adopting && number.kind === 'international' && before.kind !== 'international') {
    const value = number.values[0]
    roles.adopts ??= value ? canonicalOf(value) : null
    roles.adoption ??= degrees[adopting[1] ?? ''] ?? (gap.trim() === '/' ? 'IDT' : null)
    return true
  }
  if (before && rangeGap.test(gap)) return extendRange(before, number)
  if (gap === '' || listGap.test(gap)) roles.main.push(number)
  else roles.warnings.add('extracted_from_text')
  return true
}

/** "GB/T 150.1-2024~GB/T 150.4-2024": both ends printed in full. */
function extendRange(from: ScannedNumber, to: ScannedNumber): boolean {
  const [first, last] = [from.values[0], to.values[0]]
  if (!first || !last || from.values.length > 1 || first.prefix !== last.prefix) return false
  if (first.year !== null && first.year !== last.year) return false
  const numbers = expandRange(first.number, last.number)
  if (!numbers) return false
  from.values = numbers.map((number) => ({ ...last, number }))
  from.question = to.question
  return true
}

function readTail(roles: Roles, tail: string): void {
  const degree = degrees[degreeAfter.exec(tail)?.[1] ?? '']
  if (degree && roles.adopts) roles.adoption = degree
  else if (!harmlessTail.test(tail) && !replacing.test(tail)) roles.warnings.add('extracted_from_text')
}

function assemble({ main, replaces, adopts, adoption, warnings: found }: Roles): StandardNumberResult {
  const first = main[0]
  // A cell that begins 代替… names only what was replaced.
  if (!first) return invalid('not_a_standard_number', null)
  const warnings = [...new Set([...main.flatMap((number) => number.warnings), ...found])]
  const question = main.find((number) => number.question)?.question
  const { kind, nature } = first
  if (question) {
    const proposal = main.flatMap((number) => number.values.map(canonicalOf)).join('、')
    return { ok: false, status: question === 'year_missing' ? 'incomplete' : 'review', code: question, proposal, kind, nature, warnings, replaces }
  }
  const items = main.flatMap((number) => number.values.map((value): StandardNumber => ({
    ok: true, status: 'ok', value: canonicalOf(value), kind: number.kind, nature: number.nature, year: value.year ?? 0,
    warnings, replaces, adopts, adoption,
  })))
  const [only] = items
  if (items.length === 1 && only) return only
  return { ok: true, status: 'split', items: distinct(items), kind, nature, warnings: [...warnings, 'range_split'] }
}

function distinct(items: StandardNumber[]): StandardNumber[] {
  return [...new Map(items.map((item) => [item.value, item])).values()]
}
