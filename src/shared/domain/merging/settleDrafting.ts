import type { Values } from '../catalogue/fields'
import { normaliseName } from '../text'
import type { Effect, Settling } from './settling'
import { standingOf, type DraftingList, type KnownPlaces, type ReportedPosition, type Statement } from './statement'

/** A unit whose place nobody knows stands behind the first place: only a word can make it lead. */
const lastOfFirst = 1

/** One unit's place as a statement has it. */
interface StatedPosition {
  order: Statement['order']
  standing: number
  position: ReportedPosition
}

/**
 * One drafting list out of what several sources say (domain.md 1.5, 8a): a register's list beats a reported one;
 * between reported lists the complete one beats a cut one and a longer one its own beginning; otherwise the first is
 * kept and the record marked. Single positions ("本单位排名 3/9") fill what no list says.
 */
export class DraftingSettling implements Settling {
  private readonly chosen: ChosenList = { list: null, rank: 0, order: null, conflict: false }
  private readonly positions: StatedPosition[] = []
  private readonly reported = new ReportedPlaces()
  private settled: Values | null = null
  private isOutdated = true

  take(statement: Statement): Effect {
    const hadList = this.chosen.list
    weighList(this.chosen, statement)
    const standing = standingOf(statement)
    const positions = positionsOf(statement)
    let grows = false
    for (const position of positions) {
      this.positions.push({ order: statement.order, standing, position })
      grows = this.reported.take(position) || grows
    }
    const effect = isDraftingList(statement.values._list) ? 'unknown' : effectOn(hadList, positions, grows)
    if (effect !== 'none') this.isOutdated = true
    return effect
  }

  settle(values: Values, isLate = false): void {
    if (this.settled === null || (this.isOutdated && !isLate)) {
      this.settled = this.settledNow()
      this.isOutdated = false
    }
    Object.assign(values, this.settled)
  }

  private settledNow(): Values {
    const values: Values = {}
    const { chosen, positions } = this
    const known = contradicted(chosen, positions)
    const places = new Places()
    if (known.length > 0) {
      for (const { rank, name } of known) if (rank !== null) places.put(rank, name)
      places.fillGaps(chosen.list?.names ?? [])
    } else for (const [index, name] of (chosen.list?.names ?? []).entries()) places.put(index + 1, name)
    const whole = chosen.list !== null && !chosen.list.cut
    const reported = whole ? [] : chosen.list === null ? this.reported.positions() : positions.map(({ position }) => position)
    for (const { rank, name } of reported) if (rank !== null) places.put(rank, name)
    places.append(reported.flatMap(({ rank, name }) => (rank === null ? [name] : [])))
    const length = whole ? places.size : reported.reduce((longest, { total }) => Math.max(longest, total ?? 0), 0) || null
    const drafting = places.inOrder()
    if (drafting.length > 0) values.drafting = drafting
    if (length) values.listLength = length
    if (drafting.length > 0 && (whole || places.areAll(length))) values.listComplete = 1
    if (chosen.conflict || known.length > 0) values.listConflict = 1
    return values
  }
}

/** Beside a whole list a place says nothing any more; beside a cut one, only settling tells. */
function effectOn(list: DraftingList | null, positions: readonly ReportedPosition[], grows: boolean): Effect {
  if (positions.length === 0) return 'none'
  if (list === null) return grows ? 'grows' : 'none'
  return list.cut ? 'unknown' : 'none'
}

/** What places reported one after the other come to where there is no list: each costs as much as the first. */
class ReportedPlaces {
  private readonly ranked = new Map<number, string>()
  private readonly placed = new Set<string>()
  /** Units whose place nobody knows, by their comparable names. */
  private readonly loose = new Map<string, string>()
  private total: number | null = null

  /** @returns whether it says anything new */
  take({ rank, name, total }: ReportedPosition): boolean {
    const isLonger = (total ?? 0) > (this.total ?? 0)
    if (isLonger) this.total = total
    const written = normaliseName(name)
    if (this.placed.has(written)) return isLonger
    if (rank === null) {
      if (this.loose.has(written)) return isLonger
      this.loose.set(written, name)
      return true
    }
    if (this.ranked.has(rank)) return isLonger
    this.ranked.set(rank, name)
    this.placed.add(written)
    this.loose.delete(written)
    return true
  }

  /** Those that count, the known places first. */
  positions(): ReportedPosition[] {
    const { total } = this
    return [...[...this.ranked].map(([rank, name]) => ({ rank, name, total })), ...[...this.loose.values()].map((name) => ({ rank: null, name, total }))]
  }
}

/** Who stands where; a place that is taken and a unit that stands already are left as they are. */
class Places {
  private readonly names = new Map<number, string>()
  private readonly placed = new Set<string>()

  get size(): number {
    return this.names.size
  }

  put(position: number, name: string): void {
    if (this.names.has(position)) return
    const written = normaliseName(name)
    if (this.placed.has(written)) return
    this.names.set(position, name)
    this.placed.add(written)
  }

  /** The list's other names take the free places in their own order. */
  fillGaps(names: readonly string[]): void {
    let next = 1
    for (const name of names) {
      while (this.names.has(next)) next++
      this.put(next, name)
    }
  }

  /** Units whose place nobody knows stand behind all others. */
  append(names: readonly string[]): void {
    let last = [...this.names.keys()].reduce((highest, position) => Math.max(highest, position), lastOfFirst)
    for (const name of names) {
      this.put(last + 1, name)
      if (this.names.has(last + 1)) last++
    }
  }

  areAll(length: number | null): boolean {
    return length !== null && this.names.size === length && [...this.names.keys()].every((position) => position <= length)
  }

  inOrder(): [position: number, name: string][] {
    return [...this.names].sort((a, b) => a[0] - b[0])
  }
}

/**
 * Positions that were known before the chosen list and that it contradicts ("本单位排名 8/9", then a list in which the
 * unit stands first): the earlier word stays until the clerk decides, unless the list is a better source's.
 */
function contradicted({ list, order, rank }: ChosenList, positions: readonly StatedPosition[]): ReportedPosition[] {
  if (list === null || order === null || positions.length === 0) return []
  const names = comparableNames(list)
  return positions.flatMap(({ order: stated, standing, position }) => {
    if (standing < rank || compareOrders(stated, order) >= 0 || position.rank === null) return []
    const index = names.indexOf(normaliseName(position.name))
    return index >= 0 && index + 1 !== position.rank ? [position] : []
  })
}

function compareOrders(a: Statement['order'], b: Statement['order']): number {
  return a[0] - b[0] || a[1] - b[1]
}

function positionsOf({ values: { _position: position, _places: known } }: Statement): ReportedPosition[] {
  if (!position && !known) return []
  const places = isKnownPlaces(known) ? known.places.map(([rank, name]) => ({ rank, name, total: known.total })) : []
  return [...places, ...positionsIn(position)]
}

function isKnownPlaces(value: unknown): value is KnownPlaces {
  return typeof value === 'object' && value !== null && 'places' in value
}

/** The places that a row reports, of one unit or of several. */
export function positionsIn(value: unknown): ReportedPosition[] {
  return (Array.isArray(value) ? value : [value]).filter(isPosition)
}

function isPosition(value: unknown): value is ReportedPosition {
  return typeof value === 'object' && value !== null && 'rank' in value
}

export function isDraftingList(value: unknown): value is DraftingList {
  return typeof value === 'object' && value !== null && 'names' in value
}

interface ChosenList {
  list: DraftingList | null
  rank: number
  order: Statement['order'] | null
  conflict: boolean
}

/** Lays one statement's list beside the best of those before. */
function weighList(chosen: ChosenList, statement: Statement): void {
  const list = statement.values._list
  if (!isDraftingList(list) || list.names.length === 0) return
  const standing = standingOf(statement)
  const isBetter = chosen.list === null || standing > chosen.rank
  if (!isBetter && standing < chosen.rank) return
  const verdict = isBetter || chosen.list === null ? 'better' : compareLists(chosen.list, list)
  if (verdict === 'better') Object.assign(chosen, { list, order: statement.order, rank: standing, conflict: false })
  else if (verdict === 'second') Object.assign(chosen, { list, order: statement.order })
  else if (verdict === 'conflict') chosen.conflict = true
}

/** A list of which many others want to know whether they agree is brought into the form of comparison once. */
const comparable = new WeakMap<DraftingList, readonly string[]>()

function comparableNames(list: DraftingList): readonly string[] {
  let names = comparable.get(list)
  if (names === undefined) {
    names = list.names.map(normaliseName)
    comparable.set(list, names)
  }
  return names
}

/** Which of two lists says more; conflict when both claim to be whole and disagree. */
function compareLists(first: DraftingList, second: DraftingList): 'first' | 'second' | 'conflict' {
  const a = comparableNames(first)
  const b = comparableNames(second)
  const shorter = Math.min(a.length, b.length)
  const agree = a.slice(0, shorter).every((name, index) => name === b[index])
  if (first.cut !== second.cut) return first.cut ? 'second' : 'first'
  if (agree) return b.length > a.length ? 'second' : 'first'
  return first.cut ? 'first' : 'conflict'
}
