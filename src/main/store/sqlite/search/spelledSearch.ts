import { setImmediate as nextTurn } from 'node:timers/promises'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { isSearchedKind } from '../../../../shared/domain/search/bigrams'
import { holdsAllWords } from '../../../../shared/domain/search/matching'
import { spellingOf } from '../../../../shared/domain/search/pinyin'
import type { ListStore, SearchTexts, SpelledSearch } from '../../listStore'
import type { ReadDb } from '../file/database'
import { IdSet } from '../records/idSet'
import { createSearchedReader, createTextReader, type TextReader } from './searchedTexts'
import { createSpelledCandidateReader, type SpelledCandidateReader } from './spelledCandidates'

/** Records whose texts are read at once; between two portions others get their turn. */
const portion = 500

/**
 * Search that takes a word of letters also as pinyin. Each word has its own records, found as it is written by `lists`
 * and as it is spelled by the pairs of the index, confirmed on the text; a hit is in those of every word.
 *
 * @param fewEnough  so few records are read rather than narrowed down further by the index
 */
export function createSpelledSearch(db: ReadDb, lists: Pick<ListStore, 'search'>, fewEnough = 2_000): SpelledSearch & SearchTexts {
  const kinds = new Map<RecordKind, SpelledKind>()
  const opened = (kind: RecordKind): SpelledKind => {
    const found = kinds.get(kind) ?? openKind(db, kind, fewEnough)
    kinds.set(kind, found)
    return found
  }
  return {
    texts: async (kind, ids) => opened(kind).texts(ids),
    async spelled(kind, words, isStale = () => false) {
      const spelled = opened(kind)
      const largest = spelled.largestId()
      const plain = words.filter((word) => spellingOf(word) === null)
      let found = plain.length === 0 ? null : IdSet.of(largest, await lists.search(kind, plain, isStale).all())
      for (const word of words) {
        const spelling = spellingOf(word)
        if (spelling === null) continue
        const written = IdSet.of(largest, await lists.search(kind, [word], isStale).all())
        if (isStale()) return null
        const read = await recordsSpelling(spelled, word, spelling, found, isStale)
        if (read === null) return null
        written.unite(read)
        found = found === null ? written : found.cutWith(written)
      }
      return found?.ids() ?? new Int32Array()
    },
  }
}

interface SpelledKind {
  largestId(): number
  /** Absent for kinds without an index: their records are read. */
  candidates: SpelledCandidateReader | null
  texts: TextReader
  searched: TextReader
}

function openKind(db: ReadDb, kind: RecordKind, fewEnough: number): SpelledKind {
  const largest = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${kindDefinitions[kind].table}`).pluck()
  return { largestId: () => largest.get() ?? 0, candidates: isSearchedKind(kind) ? createSpelledCandidateReader(db, kind, fewEnough) : null, texts: createTextReader(db, kind), searched: createSearchedReader(db, kind) }
}

/** @param among  only these matter; null: all */
async function recordsSpelling({ largestId, candidates, searched }: SpelledKind, word: string, spelling: string, among: IdSet | null, isStale: () => boolean): Promise<IdSet | null> {
  const largest = largestId()
  const found = candidates === null ? everyRecord(largest) : await candidates.read(spelling, largest, isStale)
  if (found === null) return null
  const { certain } = found
  const doubtful = found.possible.without(certain)
  const ids = Array.from((among === null ? doubtful : doubtful.cutWith(among)).ids())
  for (let at = 0; at < ids.length; at += portion) {
    for (const [id, held] of searched(ids.slice(at, at + portion))) if (holdsAllWords([word], held, 'spelled')) certain.add([id])
    await nextTurn()
    if (isStale()) return null
  }
  return certain
}

function everyRecord(largest: number): { certain: IdSet; possible: IdSet } {
  return { certain: new IdSet(largest), possible: IdSet.of(largest, Array.from({ length: largest }, (_, at) => at + 1)) }
}
