import { setImmediate as nextTurn } from 'node:timers/promises'
import { kindDefinitions, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { foldForSearch } from '../../../shared/domain/search/bigrams'
import { foundRanges } from '../../../shared/domain/search/foundRanges'
import { queryWords } from '../../../shared/domain/search/matching'
import { isSpelledEvenly, spellingOf, type TextRange } from '../../../shared/domain/search/pinyin'
import { squeezeNumber } from '../../../shared/domain/search/squeezeNumber'
import type { FieldText, ListStore, SearchTexts, SpelledSearch } from '../../store/listStore'
import { labelOf } from '../records/edit/editRecord'
import { titleFields } from '../records/shown/recordTitle'

/** Kinds in the order in which their hits are shown: what people look for first, figures last. */
export const foundKinds: readonly ListKind[] = ['units', 'standards', 'patents', 'trademarks', 'honours', 'pilots', 'pct', 'population', 'market_entities', 'indicators']

/** A text of a record with the places where the words stand. */
export interface MarkedText {
  field: string
  label: string
  text: string
  ranges: TextRange[]
}

export interface FoundHit {
  id: number
  key: MarkedText
  title: MarkedText
  /** Further texts in which words were found: former names, owners, drafting units. */
  others: MarkedText[]
}

export interface FoundGroup {
  kind: ListKind
  /** How many records there are, of which `hits` are the best ones. */
  count: number
  hits: FoundHit[]
}

export interface FindRequest {
  text: string
  kinds: readonly ListKind[]
  /** Hits of each kind at most. */
  limit: number
  isStale?(): boolean
}

export type FindSources = Pick<ListStore, 'search'> & SpelledSearch & SearchTexts

/** The best of a million are the best of the first so many, or of as many as are asked for: ranking reads their texts. */
const rankedHits = 200
const shownOthers = 2

/**
 * Finds records of every kind that hold all words, as written or spelled in pinyin: the same records that a list with
 * these words shows. Best first: the very number or name, what begins with the words, names before other texts,
 * as written before spelled, and what is spelled in one manner before what mixes initials with syllables; a kind that has
 * nothing better than that comes after the others.
 *
 * @returns the kinds in which something was found; job_cancelled when nobody waits for the answer any more
 */
export async function findEverywhere(sources: FindSources, { text, kinds, limit, isStale = () => false }: FindRequest): Promise<Result<FoundGroup[]>> {
  const words = queryWords(text)
  const [groups, last]: [FoundGroup[], FoundGroup[]] = [[], []]
  if (words.length === 0) return succeed(groups)
  for (const kind of kinds) {
    await nextTurn()
    const found = isStale() ? null : await findIds(sources, listDefinitions[kind].record, words, Math.max(rankedHits, limit), isStale)
    if (found === null) return fail('job_cancelled')
    if (found.count === 0) continue
    const { hits, best } = await bestHits(sources, listDefinitions[kind].record, words, found.first, limit)
    ;(best === mixedGrade ? last : groups).push({ kind, count: found.count, hits })
  }
  return succeed([...groups, ...last])
}

interface FoundIds {
  count: number
  /** What is written comes before what is spelled. */
  first: number[]
}

async function findIds(sources: FindSources, record: RecordKind, words: readonly string[], ranked: number, isStale: () => boolean): Promise<FoundIds | null> {
  const written = sources.search(record, words, isStale)
  const first = Array.from(await written.first(ranked))
  if (words.every((word) => spellingOf(word) === null)) {
    const count = await written.count()
    return isStale() ? null : { count, first }
  }
  if (isStale()) return null
  const spelled = await sources.spelled(record, words, isStale)
  if (spelled === null) return null
  const known = new Set(first)
  const more = first.length < ranked ? spelled.subarray(0, 2 * ranked).filter((id) => !known.has(id)) : []
  return { count: spelled.length, first: [...first, ...more].slice(0, ranked) }
}

async function bestHits(sources: FindSources, record: RecordKind, words: readonly string[], ids: readonly number[], limit: number): Promise<{ hits: FoundHit[]; best: number }> {
  const texts = await sources.texts(record, ids)
  const hits = ids.flatMap((id) => {
    const held = texts.get(id)
    return held ? [hitOf(record, id, held, words)] : []
  })
  const query = foldForSearch(words.join(' '))
  const numbersOf = (id: number): string[] => (texts.get(id) ?? []).filter(({ isNumber }) => isNumber).map(({ text }) => squeezeNumber(foldForSearch(text)))
  const grades = new Map(hits.map((hit) => [hit, gradeOf(hit, numbersOf(hit.id), query, words)]))
  const sorted = hits.toSorted((a, b) => (grades.get(a) ?? 0) - (grades.get(b) ?? 0)).slice(0, limit)
  return { hits: sorted, best: sorted[0] === undefined ? mixedGrade : (grades.get(sorted[0]) ?? 0) }
}

function hitOf(record: RecordKind, id: number, texts: readonly FieldText[], words: readonly string[]): FoundHit {
  const marked = texts.map((text): MarkedText => ({ field: text.field, label: labelOf(record, text.field), text: text.text, ranges: foundRanges(words, text) }))
  const { key } = kindDefinitions[record]
  const ofKey = marked.find(({ field }) => field === key) ?? emptyText(record, key)
  const ofTitle = marked.find(({ field }) => field === titleFields[record]) ?? emptyText(record, titleFields[record])
  const others = marked.filter((text) => text !== ofKey && text !== ofTitle && text.ranges.length > 0)
  return { id, key: ofKey, title: ofTitle, others: others.slice(0, shownOthers) }
}

function emptyText(record: RecordKind, field: string): MarkedText {
  return { field, label: labelOf(record, field), text: '', ranges: [] }
}

/** Of hits that hold a word only by a reading that mixes initials with syllables. */
const mixedGrade = 6

/** The smaller, the better. */
function gradeOf({ key, title, others }: FoundHit, numbers: readonly string[], query: string, words: readonly string[]): number {
  const name = foldForSearch(title.text)
  const squeezed = squeezeNumber(query)
  if (name === query || (squeezed !== '' && numbers.some((number) => number === squeezed || number.replaceAll(/\D/gu, '') === squeezed))) return 0
  if (name.startsWith(query) || (squeezed !== '' && numbers.some((number) => number.startsWith(squeezed)))) return 1
  if (words.every((word) => name.includes(word))) return 2
  if (words.some((word) => isOnlyMixed(word, [key, title, ...others]))) return mixedGrade
  if (title.ranges.length === 0) return 5
  return title.ranges[0]?.start === 0 ? 3 : 4
}

/** Whether a word of letters is marked nowhere as it is written, and nowhere spelled in one manner. */
function isOnlyMixed(word: string, texts: readonly MarkedText[]): boolean {
  const spelling = spellingOf(word)
  if (spelling === null || texts.some(({ text }) => foldForSearch(text).includes(word))) return false
  const runs = texts.flatMap(({ text, ranges }) => ranges.map(({ start, end }) => foldForSearch(text.slice(start, end))))
  return runs.every((run) => !isSpelledEvenly(spelling, run))
}
