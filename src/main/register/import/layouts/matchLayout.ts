import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { Header } from '../table/header'
import type { Layout } from './layout'

/** Of all headings of both, so many must be the same. */
const leastAlike = 0.7
const fewestColumns = 3

export interface LayoutMatch {
  layout: Layout
  header: Header
  differences: LayoutDifference[]
}

/** How a sheet differs from the remembered one: a heading that is new, gone, at another place, or written otherwise. */
export interface LayoutDifference { kind: 'added' | 'missing' | 'moved' | 'renamed'; heading: string; to: string | null }

/**
 * The remembered layout that a sheet has, with the rows where its header stands. Files of the same sender go before
 * others, then the more alike, then the newer.
 *
 * @param headersOf  possible headers of the sheet of so many rows
 */
export function matchLayout(layouts: readonly Layout[], sender: string, sheet: string | null, headersOf: (depth: number) => readonly Header[]): LayoutMatch | null {
  let best: { match: LayoutMatch; weight: number } | null = null
  for (const layout of layouts) {
    for (const header of headersOf(layout.depth)) {
      const alike = likeness(layout, header)
      if (alike < leastAlike) continue
      const weight = alike + (layout.sender === sender ? 2 : 0) + (layout.sheet === sheet ? 0.5 : 0)
      if (best === null || weight > best.weight) best = { weight, match: { layout, header, differences: differencesOf(layout, header) } }
    }
  }
  return best?.match ?? null
}

function likeness({ columns }: Layout, header: Header): number {
  const known = new Set(columns.map(({ heading }) => headingKey(heading)))
  const found = new Set(header.columns.map((column) => headingKey(column.header)))
  const common = [...found].filter((heading) => known.has(heading)).length
  return common < fewestColumns ? 0 : common / (known.size + found.size - common)
}

/** Fields by column index: a known heading goes where it went, wherever it stands now; null keeps a column out. */
export function fieldsOf({ layout, header }: LayoutMatch): Map<number, string | null> {
  const waiting = layout.columns.map(({ heading, field }) => ({ key: headingKey(heading), field }))
  const fields = new Map<number, string | null>()
  for (const { index, header: heading } of header.columns) {
    const at = waiting.findIndex(({ key }) => key === headingKey(heading))
    const [known] = at < 0 ? [] : waiting.splice(at, 1)
    if (known) fields.set(index, known.field)
  }
  return fields
}

function differencesOf({ columns }: Layout, header: Header): LayoutDifference[] {
  const before = columns.map(({ heading }) => headingKey(heading))
  const now = header.columns.map((column) => headingKey(column.header))
  const differences: LayoutDifference[] = []
  const renamedFrom = new Set<number>()
  for (const [place, { header: heading }] of header.columns.entries()) {
    if (before.includes(now[place] ?? '')) continue
    const old = columns[place]
    const isRenamed = old !== undefined && !now.includes(before[place] ?? '')
    if (isRenamed) renamedFrom.add(place)
    differences.push(isRenamed ? { kind: 'renamed', heading: old.heading, to: heading } : { kind: 'added', heading, to: null })
  }
  for (const [place, { heading }] of columns.entries()) {
    if (!renamedFrom.has(place) && !now.includes(before[place] ?? '')) differences.push({ kind: 'missing', heading, to: null })
  }
  return [...differences, ...movedColumns(columns, before, now)]
}

/** Headings that both have, in another order. */
function movedColumns(columns: Layout['columns'], before: readonly string[], now: readonly string[]): LayoutDifference[] {
  const kept = before.filter((key) => now.includes(key))
  const order = now.filter((key) => before.includes(key))
  return kept.flatMap((key, place): LayoutDifference[] => {
    const stands = order[place] === key
    return stands ? [] : [{ kind: 'moved', heading: columns[before.indexOf(key)]?.heading ?? key, to: null }]
  })
}
