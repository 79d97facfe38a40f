import { compareNames, sameFrom, type Likeness, type LikenessDoubt, type LikenessReason } from './compareNames'
import { dissectName, type NameAnatomy } from './nameAnatomy'
import { brandOf } from './nameWords'
import type { RegionNames } from './regionNames'

/** A name that may belong to the same unit as others. */
export interface NamedSubject {
  name: string
  /** Its 统一社会信用代码 where one is known: two different ones are two units, whatever the names. */
  code: string | null
}

export interface NameCluster {
  /** Indexes of the subjects, in their order. */
  members: number[]
  /** Of its weakest link. */
  percent: number
  reasons: LikenessReason[]
  doubts: LikenessDoubt[]
}

/** Whether two subjects (by index) were told apart by a person. */
export type ToldApart = (one: number, other: number) => boolean

interface Link extends Likeness { one: number; other: number }

/** So many names with one core are a word, no unit; the rest of a larger block is compared with its neighbours only. */
const largestBlock = 200
const largestBrand = 8

/**
 * Groups of names that look like one unit, most certain first. Names are compared only inside blocks of nearly equal
 * cores, so that 100,000 names take seconds; the work per block is bounded.
 *
 * @param withDoubtful  also groups below {@link sameFrom}, which a person must look at one by one
 */
export function clusterNames(subjects: readonly NamedSubject[], regions: RegionNames, isToldApart: ToldApart, withDoubtful = false): NameCluster[] {
  const names = subjects.map(({ name }) => dissectName(name, regions))
  const links = linksOf(subjects, names, isToldApart, withDoubtful)
  const same = links.filter(({ percent }) => percent >= sameFrom)
  const certain = grow(subjects, names, same, isToldApart)
  if (!withDoubtful) return certain
  const taken = new Set(certain.flatMap(({ members }) => members))
  const doubtful = links.filter(({ one, other, percent }) => percent < sameFrom && !(taken.has(one) && taken.has(other)))
  return [...certain, ...pairUp(doubtful, taken)]
}

function linksOf(subjects: readonly NamedSubject[], names: readonly NameAnatomy[], isToldApart: ToldApart, withDoubtful: boolean): Link[] {
  const links = new Map<string, Link>()
  const compare = (one: number, other: number): void => {
    const key = one < other ? `${one} ${other}` : `${other} ${one}`
    if (links.has(key) || isToldApart(one, other)) return
    const likeness = likenessOf(subjects, names, one, other)
    if (likeness && likeness.percent > 0) links.set(key, { one: Math.min(one, other), other: Math.max(one, other), ...likeness })
  }
  for (const block of blocksOf(subjects, names)) compareBlock(block, compare)
  const found = doubtNamesakes(names, [...links.values()])
  if (withDoubtful) for (const block of brandBlocks(names)) compareBlock(block, compare)
  return (withDoubtful ? [...found, ...[...links.values()].slice(found.length)] : found).toSorted((a, b) => b.percent - a.percent || a.one - b.one || a.other - b.other)
}

function likenessOf(subjects: readonly NamedSubject[], names: readonly NameAnatomy[], one: number, other: number): Likeness | null {
  const [a, b] = [subjects[one]?.code ?? null, subjects[other]?.code ?? null]
  const [left, right] = [names[one], names[other]]
  if (!left || !right || (a !== null && b !== null && a !== b)) return null
  const likeness = compareNames(left, right)
  if (a === null || a !== b) return likeness
  return { percent: 99, reasons: ['same_code', ...(likeness?.reasons ?? [])], doubts: [] }
}

function compareBlock(block: readonly number[], compare: (one: number, other: number) => void): void {
  const reach = block.length <= largestBlock ? block.length : 8
  for (let at = 0; at < block.length; at++) {
    for (let next = at + 1; next < block.length && next <= at + reach; next++) compare(block[at] ?? 0, block[next] ?? 0)
  }
}

/** Names that share the characters of their core, a name in brackets, or a code. */
function* blocksOf(subjects: readonly NamedSubject[], names: readonly NameAnatomy[]): Generator<number[]> {
  const blocks = new Map<string, number[]>()
  const put = (key: string, index: number): void => {
    const block = blocks.get(key)
    if (!block) blocks.set(key, [index])
    else if (block.at(-1) !== index) block.push(index)
  }
  names.forEach((name, index) => {
    put(`core ${[...new Set(name.blurredCore)].toSorted().join('')}`, index)
    const code = subjects[index]?.code
    if (code) put(`code ${code}`, index)
    put(`name ${name.simple}`, index)
    for (const former of name.formerNames) put(`name ${former}`, index)
  })
  for (const block of blocks.values()) if (block.length > 1) yield block
}

/** Names of one place and brand; a brand of many is a common word. */
function* brandBlocks(names: readonly NameAnatomy[]): Generator<number[]> {
  const blocks = new Map<string, number[]>()
  names.forEach((name, index) => {
    const brand = brandOf(name.core)
    if (brand.length < 2) return
    const key = `${name.region ?? ''} ${brand}`
    const block = blocks.get(key)
    if (block) block.push(index)
    else blocks.set(key, [index])
  })
  for (const block of blocks.values()) if (block.length > 1 && block.length <= largestBrand) yield block
}

/** A name without a region that fits units of two places fits neither. */
function doubtNamesakes(names: readonly NameAnatomy[], links: readonly Link[]): Link[] {
  const places = new Map<number, Set<string>>()
  const homeless = ({ one, other, reasons }: Link): [number, string] | null => {
    if (!reasons.includes('region_missing')) return null
    const [left, right] = [names[one]?.region ?? null, names[other]?.region ?? null]
    return left === null ? [one, right ?? ''] : [other, left]
  }
  for (const link of links) {
    const found = homeless(link)
    if (found) places.set(found[0], (places.get(found[0]) ?? new Set<string>()).add(found[1]))
  }
  return links.map((link) => {
    const found = homeless(link)
    return found && (places.get(found[0])?.size ?? 0) > 1 ? { ...link, percent: Math.min(link.percent, 75), doubts: [...link.doubts, 'namesake_elsewhere' as const] } : link
  })
}

/** Joins link by link, the surest first; two groups stay apart when any two of their members cannot be one unit. */
function grow(subjects: readonly NamedSubject[], names: readonly NameAnatomy[], links: readonly Link[], isToldApart: ToldApart): NameCluster[] {
  const groupOf = new Map<number, Set<number>>()
  for (const { one, other } of links) {
    const left = groupOf.get(one) ?? new Set([one])
    const right = groupOf.get(other) ?? new Set([other])
    if (left === right || left.size + right.size > largestBlock) continue
    if (![...left].every((a) => [...right].every((b) => mayBeOne(subjects, names, a, b, isToldApart)))) continue
    for (const member of right) left.add(member)
    for (const member of left) groupOf.set(member, left)
  }
  const linksOfGroup = Map.groupBy(links.filter(({ one, other }) => groupOf.get(one) !== undefined && groupOf.get(one) === groupOf.get(other)), ({ one }) => groupOf.get(one))
  return [...linksOfGroup].flatMap(([group, inside]) => (group ? [clusterOf([...group], inside)] : [])).toSorted(bySurety)
}

function mayBeOne(subjects: readonly NamedSubject[], names: readonly NameAnatomy[], one: number, other: number, isToldApart: ToldApart): boolean {
  if (isToldApart(one, other)) return false
  const [a, b] = [subjects[one]?.code ?? null, subjects[other]?.code ?? null]
  if (a !== null && b !== null) return a === b
  const likeness = names[one] && names[other] ? compareNames(names[one], names[other]) : null
  return !likeness?.doubts.includes('other_region') && !likeness?.doubts.includes('wider_region')
}

/** Doubtful names are shown two by two, each pair once and each name once. */
function pairUp(links: readonly Link[], taken: ReadonlySet<number>): NameCluster[] {
  const shown = new Set(taken)
  const clusters: NameCluster[] = []
  for (const link of links) {
    if (shown.has(link.one) && shown.has(link.other)) continue
    shown.add(link.one)
    shown.add(link.other)
    clusters.push(clusterOf([link.one, link.other], [link]))
  }
  return clusters
}

function clusterOf(members: number[], links: readonly Link[]): NameCluster {
  return {
    members: members.toSorted((a, b) => a - b), percent: Math.min(...strongest(links)),
    reasons: [...new Set(links.flatMap(({ reasons }) => reasons))], doubts: [...new Set(links.flatMap(({ doubts }) => doubts))],
  }
}

/** The best link of each member: how surely it belongs to the group. */
function strongest(links: readonly Link[]): number[] {
  const best = new Map<number, number>()
  for (const { one, other, percent } of links) for (const member of [one, other]) best.set(member, Math.max(best.get(member) ?? 0, percent))
  return [...best.values()]
}

function bySurety(a: NameCluster, b: NameCluster): number {
  return b.percent - a.percent || (a.members[0] ?? 0) - (b.members[0] ?? 0)
}
