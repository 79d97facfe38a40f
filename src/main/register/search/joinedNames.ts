import { normaliseName } from '../../../shared/domain/text'
import { holdsAllWords, type WordMatch } from '../../../shared/domain/search/matching'
import { standingUnits } from '../../../shared/domain/units/standingUnits'
import type { ColumnSource } from '../../store/columnSource'
import type { FieldText, ListStore, SearchHits, SearchTexts, SpelledSearch } from '../../store/listStore'
import type { UnitFinder } from '../../store/unitFinder'
import { parseTexts, textOrNull } from '../columns/storedTexts'

type Sources = Pick<ListStore, 'search'> & SpelledSearch & SearchTexts

/** Names that mean a unit without standing in its record, and codes of what went into it, by the unit's id. */
type JoinedNames = ReadonlyMap<number, readonly FieldText[]>

/**
 * A search that finds a unit also under the names and codes of units that were merged into it, and under names that a person
 * joined to one of its names. There are few, so they are looked through and not indexed.
 */
export function withJoinedNames<T extends Sources>(sources: T, columns: Pick<ColumnSource, 'sequence' | 'scan'>, units: UnitFinder): T {
  let last: { sequence: number; names: Promise<JoinedNames> } | null = null

  async function joinedNames(): Promise<JoinedNames> {
    const sequence = await columns.sequence()
    if (last?.sequence !== sequence) last = { sequence, names: loadJoinedNames(columns, units) }
    return last.names
  }

  /** Units that hold all words once their joined names count too, ascending. */
  async function found(words: readonly string[], match: WordMatch): Promise<number[]> {
    const joined = await joinedNames()
    if (joined.size === 0) return []
    const texts = await sources.texts('unit', [...joined.keys()])
    return [...joined].filter(([id, names]) => texts.has(id) && holdsAllWords(words, [...(texts.get(id) ?? []), ...names], match)).map(([id]) => id).toSorted((a, b) => a - b)
  }

  return {
    ...sources,
    search(kind, words, isStale) {
      const hits = sources.search(kind, words, isStale)
      return kind === 'unit' ? united(hits, () => found(words, 'written')) : hits
    },
    async spelled(kind, words, isStale) {
      const ids = await sources.spelled(kind, words, isStale)
      return ids === null || kind !== 'unit' ? ids : unite(ids, await found(words, 'spelled'))
    },
    async texts(kind, ids) {
      const texts = await sources.texts(kind, ids)
      if (kind === 'unit') for (const [id, names] of await joinedNames()) texts.get(id)?.push(...names)
      return texts
    },
  }
}

function united(hits: SearchHits, more: () => Promise<number[]>): SearchHits {
  const all = async (): Promise<Int32Array> => unite(await hits.all(), await more())
  const hasMore = async (): Promise<boolean> => (await more()).length > 0
  return {
    all,
    count: async () => ((await hasMore()) ? (await all()).length : hits.count()),
    async first(limit) {
      return unite(await hits.first(limit), await more()).subarray(0, limit)
    },
    range: async (from, to) => ((await hasMore()) ? (await all()).subarray(from, to) : hits.range(from, to)),
  }
}

/** Both ascending. */
function unite(ids: Int32Array, more: readonly number[]): Int32Array {
  return more.length === 0 ? ids : Int32Array.from(new Set([...ids, ...more])).toSorted()
}

async function loadJoinedNames(columns: Pick<ColumnSource, 'scan'>, finder: UnitFinder): Promise<JoinedNames> {
  const joined = new Map<number, FieldText[]>()
  const join = (unit: number, names: readonly string[]): void => {
    joined.set(unit, [...(joined.get(unit) ?? []), ...names.map((text) => ({ field: 'aliases', text, isNumber: false }))])
  }
  const units = await unitsWithMergers(columns)
  const standing = standingUnits(units)
  units.forEach(({ names, uscc }, own) => {
    const unit = units[standing[own] ?? own]
    if (!unit || standing[own] === own) return
    join(unit.id, names)
    joined.get(unit.id)?.push({ field: 'uscc', text: uscc, isNumber: true })
  })
  const standingOf = new Map(units.map(({ id }, own) => [id, units[standing[own] ?? own]?.id ?? id]))
  const links: string[][] = []
  await columns.scan('name_link', ['verdict', 'names'], (page) => {
    for (const [, verdict, names] of page) if (verdict === 'same') links.push(parseTexts(names))
  })
  for (const names of links) {
    for (const [id, name, formerNames, aliases] of await finder.called(names.map(normaliseName), [], ['name', 'formerNames', 'aliases'])) {
      const own = new Set([textOrNull(name) ?? '', ...parseTexts(formerNames), ...parseTexts(aliases)].map(normaliseName))
      join(standingOf.get(Number(id)) ?? Number(id), names.filter((text) => !own.has(normaliseName(text))))
    }
  }
  return joined
}

interface UnitNames { id: number; uscc: string; mergedInto: string | null; names: string[] }

/** Only units that were merged into another one, or into which one was merged: of the others nothing is to be known. */
async function unitsWithMergers(columns: Pick<ColumnSource, 'scan'>): Promise<UnitNames[]> {
  const units: UnitNames[] = []
  const targets = new Set<string>()
  await columns.scan('unit', ['uscc', 'mergedInto', 'name', 'formerNames', 'aliases'], (page) => {
    for (const [id, uscc, mergedInto, name, formerNames, aliases] of page) {
      const into = textOrNull(mergedInto)
      if (into !== null) targets.add(into)
      units.push({ id: Number(id), uscc: String(uscc), mergedInto: into, names: into === null ? [] : [textOrNull(name) ?? '', ...parseTexts(formerNames), ...parseTexts(aliases)].filter((text) => text !== '') })
    }
  })
  return units.filter(({ uscc, mergedInto }) => mergedInto !== null || targets.has(uscc))
}
