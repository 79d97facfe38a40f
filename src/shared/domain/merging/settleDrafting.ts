import type { Values } from '../catalogue/fields'
import { normaliseName } from '../text'
import { standingOf, type DraftingList, type KnownPlaces, type ReportedPosition, type Statement } from './statement'

/** A unit whose place nobody knows stands behind the first place: only a word can make it lead. */
const lastOfFirst = 1

/**
 * One drafting list out of what several sources say (domain.md 1.5, 8a): a register's list beats a reported one;
 * between reported lists the complete one beats a cut one and a longer one its own beginning; otherwise the first is
 * kept and the record marked. Single positions ("本单位排名 3/9") fill what no list says.
 */
export function foldDrafting(statements: readonly Statement[]): Values {
  const chosen = chooseList(statements)
  const positions = new Map<number, string>()
  const placed = new Set<string>()
  const place = (position: number, name: string): void => {
    if (positions.has(position)) return
    const written = normaliseName(name)
    if (placed.has(written)) return
    positions.set(position, name)
    placed.add(written)
  }
  const known = contradicted(chosen, statements)
  if (known.length > 0) {
    for (const position of known) if (position.rank !== null) place(position.rank, position.name)
    fillGaps(positions, chosen.list?.names ?? [], place)
  } else for (const [index, name] of (chosen.list?.names ?? []).entries()) place(index + 1, name)
  const whole = chosen.list !== null && !chosen.list.cut
  const reported = whole ? [] : positionsOf(statements)
  for (const position of reported) if (position.rank !== null) place(position.rank, position.name)
  let last = [...positions.keys()].reduce((highest, position) => Math.max(highest, position), lastOfFirst)
  for (const position of reported) {
    if (position.rank !== null) continue
    place(last + 1, position.name)
    if (positions.has(last + 1)) last++
  }
  const length = whole ? positions.size : reported.reduce((longest, { total }) => Math.max(longest, total ?? 0), 0) || null
  const values: Values = {}
  const drafting = [...positions].sort((a, b) => a[0] - b[0])
  if (drafting.length > 0) values.drafting = drafting
  if (length) values.listLength = length
  if (drafting.length > 0 && (whole || isFilled(positions, length))) values.listComplete = 1
  if (chosen.conflict || known.length > 0) values.listConflict = 1
  return values
}

/**
 * Positions that were known before the chosen list and that it contradicts ("本单位排名 8/9", then a list in which the
 * unit stands first): the earlier word stays until the clerk decides, unless the list is a better source's.
 */
function contradicted(chosen: ChosenList, statements: readonly Statement[]): ReportedPosition[] {
  const { list, order, rank } = chosen
  if (list === null || order === null) return []
  const names = comparableNames(list)
  const earlier = statements.filter((statement) => standingOf(statement) >= rank && compareOrders(statement.order, order) < 0)
  return positionsOf(earlier).filter((position) => {
    const index = names.indexOf(normaliseName(position.name))
    return position.rank !== null && index >= 0 && index + 1 !== position.rank
  })
}

function compareOrders(a: Statement['order'], b: Statement['order']): number {
  return a[0] - b[0] || a[1] - b[1]
}

/** The list's other names take the free places in their own order. */
function fillGaps(positions: ReadonlyMap<number, string>, names: readonly string[], place: (position: number, name: string) => void): void {
  let next = 1
  for (const name of names) {
    while (positions.has(next)) next++
    place(next, name)
  }
}

function isFilled(positions: ReadonlyMap<number, string>, length: number | null): boolean {
  return length !== null && positions.size === length && [...positions.keys()].every((position) => position <= length)
}

function positionsOf(statements: readonly Statement[]): ReportedPosition[] {
  return statements.flatMap((statement) => {
    const { _position: position, _places: known } = statement.values
    const places = isKnownPlaces(known) ? known.places.map(([rank, name]) => ({ rank, name, total: known.total })) : []
    return [...places, ...positionsIn(position)]
  })
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

function chooseList(statements: readonly Statement[]): ChosenList {
  let best: DraftingList | null = null
  let rank = 0
  let order: Statement['order'] | null = null
  let conflict = false
  for (const statement of statements) {
    const list = statement.values._list
    if (!isDraftingList(list) || list.names.length === 0) continue
    const standing = standingOf(statement)
    if (best === null || standing > rank) {
      best = list
      rank = standing
      order = statement.order
      conflict = false
    } else if (standing === rank) {
      const verdict = compareLists(best, list)
      if (verdict === 'second') {
        best = list
        order = statement.order
      }
      if (verdict === 'conflict') conflict = true
    }
  }
  return { list: best, rank, order, conflict }
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
export function compareLists(first: DraftingList, second: DraftingList): 'first' | 'second' | 'conflict' {
  const a = comparableNames(first)
  const b = comparableNames(second)
  const shorter = Math.min(a.length, b.length)
  const agree = a.slice(0, shorter).every((name, index) => name === b[index])
  if (first.cut !== second.cut) return first.cut ? 'second' : 'first'
  if (agree) return b.length > a.length ? 'second' : 'first'
  return first.cut ? 'first' : 'conflict'
}
