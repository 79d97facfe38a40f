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

/** Two subjects, by index, that look alike; `one` is the smaller index. */
export interface NameLink extends Likeness { one: number; other: number }

export interface AlikeNames {
  clusters: NameCluster[]
  /** Every pair that looks alike, the surest first. */
  links: NameLink[]
}

/** Work that can be left and taken up again: each step says how much of it is done, from 0 to 1. */
export type Steps<T> = Generator<number, T>

/** So many names with one core are a word, no unit; the rest of a larger block is compared with its neighbours only. */
const largestBlock = 200
/** In blocks of more names only those are compared that may be one unit, and of the others some neighbours. */
const smallBlock = 24
const neighbours = 8
const largestBrand = 8

/** What the names are looked at for, and the share of all work that is done when each part begins. */
const parts = { dissect: 0, block: 0.45, compare: 0.6, brands: 0.8, join: 0.9 } as const
/** So many names or pairs make one step: well under a millisecond each. */
const stepOf = 200

/** Groups of names that look like one unit, most certain first: {@link findAlike} in one go. */
export function clusterNames(subjects: readonly NamedSubject[], regions: RegionNames, isToldApart: ToldApart, withDoubtful = false): NameCluster[] {
  const steps = findAlike(subjects, regions, isToldApart, withDoubtful)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value.clusters
  }
}

/**
 * Groups of names that look like one unit, most certain first. Names are compared only inside blocks of nearly equal
 * cores, so that 100,000 names take seconds; the work per block is bounded.
 *
 * @param withDoubtful  also groups below {@link sameFrom}, which a person must look at one by one
 */
export function* findAlike(subjects: readonly NamedSubject[], regions: RegionNames, isToldApart: ToldApart, withDoubtful = false): Steps<AlikeNames> {
  const names: NameAnatomy[] = []
  for (const { name } of subjects) {
    if (names.length % stepOf === 0) yield between(parts.dissect, parts.block, names.length / subjects.length)
    names.push(dissectName(name, regions))
  }
  const links = yield* linksOf(subjects, names, isToldApart, withDoubtful)
  const certain = yield* grow(subjects, names, links.filter(({ percent }) => percent >= sameFrom), isToldApart)
  if (!withDoubtful) return { clusters: certain, links }
  const taken = new Set(certain.flatMap(({ members }) => members))
  const doubtful = links.filter(({ one, other, percent }) => percent < sameFrom && !(taken.has(one) && taken.has(other)))
  yield 1
  return { clusters: [...certain, ...pairUp(doubtful, taken)], links }
}

function between(from: number, until: number, share: number): number {
  return from + (until - from) * share
}

function* linksOf(subjects: readonly NamedSubject[], names: readonly NameAnatomy[], isToldApart: ToldApart, withDoubtful: boolean): Steps<NameLink[]> {
  const links = new Map<number, NameLink>()
  const compare = (first: number, second: number): void => {
    const [one, other] = first < second ? [first, second] : [second, first]
    const key = one * names.length + other
    if (links.has(key) || isToldApart(one, other)) return
    const likeness = likenessOf(subjects, names, one, other)
    if (likeness && likeness.percent > 0) links.set(key, { one, other, ...likeness })
  }
  const blocks = yield* blocksOf(subjects, names)
  yield* compareBlocks(blocks, names, compare, parts.compare, parts.brands)
  const found = doubtNamesakes(names, [...links.values()])
  if (withDoubtful) yield* compareBlocks(yield* brandBlocks(names), names, compare, parts.brands, parts.join)
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

function* compareBlocks(blocks: readonly (readonly number[])[], names: readonly NameAnatomy[], compare: (one: number, other: number) => void, from: number, until: number): Steps<void> {
  let pairs = 0
  for (const [number, block] of blocks.entries()) {
    for (const [one, other] of block.length <= smallBlock ? pairsWithin(block, block.length) : pairsByRegion(block, names)) {
      compare(one, other)
      if (++pairs % stepOf === 0) yield between(from, until, number / blocks.length)
    }
  }
}

/** Each name with so many that follow it. */
function* pairsWithin(block: readonly number[], reach: number): Generator<readonly [number, number]> {
  for (let at = 0; at < block.length; at++) {
    for (let next = at + 1; next < block.length && next <= at + reach; next++) yield [block[at] ?? 0, block[next] ?? 0]
  }
}

/** Units of two places are two units, so that names of one core meet those of their own place and those without any. */
function* pairsByRegion(block: readonly number[], names: readonly NameAnatomy[]): Generator<readonly [number, number]> {
  const byRegion = Map.groupBy(block, (name) => names[name]?.region ?? '')
  for (const own of byRegion.values()) yield* pairsWithin(own, own.length <= largestBlock ? own.length : neighbours)
  yield* pairsWithin([...byRegion.values()].flat(), neighbours)
  if (block.length > largestBlock) return
  for (const homeless of byRegion.get('') ?? []) for (const other of block) if (other !== homeless) yield [homeless, other]
}

/** Names by what they share. Most share it with nobody: these are kept as a number alone. */
class Blocks<K> {
  readonly #members = new Map<K, number | number[]>()

  put(key: K, index: number): void {
    const held = this.#members.get(key)
    if (held === undefined) this.#members.set(key, index)
    else if (typeof held === 'number') {
      if (held !== index) this.#members.set(key, [held, index])
    } else if (held.at(-1) !== index) held.push(index)
  }

  /** Those of at least two names. */
  shared(): number[][] {
    return [...this.#members.values()].filter((held) => typeof held !== 'number')
  }
}

/** Names that share the characters of their core, a name in brackets, or a code. */
function* blocksOf(subjects: readonly NamedSubject[], names: readonly NameAnatomy[]): Steps<number[][]> {
  const [cores, codes, former] = [new Blocks<number>(), new Blocks<string>(), new Blocks<string>()]
  // Names that are written alike have one core; only what a name was before may lead elsewhere.
  const formerNames = new Set(names.flatMap((name) => name.formerNames))
  for (const [index, name] of names.entries()) {
    if (index % stepOf === 0) yield between(parts.block, parts.compare, index / names.length)
    cores.put(charactersOf(name.blurredCore), index)
    const code = subjects[index]?.code
    if (code) codes.put(code, index)
    if (formerNames.has(name.simple)) former.put(name.simple, index)
    for (const formerName of name.formerNames) former.put(formerName, index)
  }
  return [...cores.shared(), ...codes.shared(), ...former.shared()]
}

/** A number for the characters of a text, whatever their order and however often: two texts that differ hardly share one, and are compared anyway. */
function charactersOf(text: string): number {
  let [high, low] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (text.indexOf(text[at] ?? '') < at) continue
    high = (high + Math.imul(code, 0x9e37_79b1)) >>> 0
    low = (low + Math.imul(code ^ 0x5bd1, Math.imul(code, 0x85eb_ca6b))) >>> 0
  }
  return high * 0x20_0000 + (low >>> 11)
}

/** Names of one place and brand; a brand of many is a common word. */
function* brandBlocks(names: readonly NameAnatomy[]): Steps<number[][]> {
  const blocks = new Blocks<string>()
  for (const [index, name] of names.entries()) {
    if (index % stepOf === 0) yield parts.brands
    const brand = brandOf(name.core)
    if (brand.length >= 2) blocks.put(`${name.region ?? ''} ${brand}`, index)
  }
  return blocks.shared().filter(({ length }) => length <= largestBrand)
}

/** A name without a region that fits units of two places fits neither. */
function doubtNamesakes(names: readonly NameAnatomy[], links: readonly NameLink[]): NameLink[] {
  const places = new Map<number, Set<string>>()
  const homeless = ({ one, other, reasons }: NameLink): [number, string] | null => {
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
function* grow(subjects: readonly NamedSubject[], names: readonly NameAnatomy[], links: readonly NameLink[], isToldApart: ToldApart): Steps<NameCluster[]> {
  const groupOf = new Map<number, Set<number>>()
  for (const [number, { one, other }] of links.entries()) {
    if (number % stepOf === 0) yield between(parts.join, 1, number / links.length)
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
function pairUp(links: readonly NameLink[], taken: ReadonlySet<number>): NameCluster[] {
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

function clusterOf(members: number[], links: readonly NameLink[]): NameCluster {
  return {
    members: members.toSorted((a, b) => a - b), percent: Math.min(...strongest(links)),
    reasons: [...new Set(links.flatMap(({ reasons }) => reasons))], doubts: [...new Set(links.flatMap(({ doubts }) => doubts))],
  }
}

/** The best link of each member: how surely it belongs to the group. */
function strongest(links: readonly NameLink[]): number[] {
  const best = new Map<number, number>()
  for (const { one, other, percent } of links) for (const member of [one, other]) best.set(member, Math.max(best.get(member) ?? 0, percent))
  return [...best.values()]
}

function bySurety(a: NameCluster, b: NameCluster): number {
  return b.percent - a.percent || (a.members[0] ?? 0) - (b.members[0] ?? 0)
}
