import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import { charactersOf, piecesAt, type SpellingPiece } from '../../../../shared/domain/search/pinyin'
import type { ReadDb } from '../file/database'
import { IdSet } from '../records/idSet'
import { createPairVocabulary } from './pairVocabulary'
import { searchSql } from './indexHits'

/** Records that may hold a spelling, as far as the index of pairs can tell. */
export interface SpelledCandidates {
  /** Hold it for certain: it is spelled by one or two characters there. */
  certain: IdSet
  /** Hold every pair of one of its longer readings; the certain ones may be among them. */
  possible: IdSet
}

export interface SpelledCandidateReader {
  /** @returns null when the answer is no longer wanted */
  read(spelling: string, largestId: number, isStale: () => boolean): Promise<SpelledCandidates | null>
}

/** How long the thread is held before others get their turn. */
const turnMs = 8

/** A reading on its way: it has come to `at` with its last piece, over records that hold all its pairs; null means any. */
interface Way {
  at: number
  last: SpellingPiece
  records: IdSet | null
  /** Those of the records that are known to hold its last pair as it is. */
  exact: IdSet | null
}

/** Records with a pair, and those that may have one with a character of two units: only the character is a token, not its pairs. */
interface PairRecords {
  exact: IdSet
  all: IdSet
}

/**
 * Goes through all readings of a spelling side by side, one character further at a time, and keeps for each the records
 * that hold its pairs so far.
 *
 * @param fewEnough  so few records are quicker read than narrowed down further
 */
export function createSpelledCandidateReader(db: ReadDb, kind: RecordKind, fewEnough: number): SpelledCandidateReader {
  const vocabulary = createPairVocabulary(db, kind)
  const matching = db.prepare<[string], number>(searchSql(kind, 'rowid')).pluck()
  return {
    async read(spelling, largestId, isStale) {
      vocabulary.refresh()
      const turns = createTurns(isStale)
      const certain = new IdSet(largestId)
      for (const piece of piecesAt(spelling, 0)) {
        if (piece.text !== spelling) continue
        for (const character of charactersOf(piece)) {
          addMatches(certain, `"${character}" *`)
          if (turns.isTime() && (await turns.isOver())) return null
        }
      }
      let ways: Way[] = piecesAt(spelling, 0).filter((piece) => piece.text !== spelling).map((last) => ({ at: last.text.length, last, records: null, exact: null }))
      const possible = new IdSet(largestId)
      for (let length = 2; ways.length > 0; length++) {
        const further = await goFurther(spelling, ways, largestId, turns)
        if (further === null) return null
        for (const { at, records, exact } of further) {
          if (at !== spelling.length || records === null) continue
          possible.unite(records)
          if (length === 2 && exact) certain.unite(exact)
        }
        ways = further.filter(({ at }) => at < spelling.length)
        const left = new IdSet(largestId)
        for (const { records } of ways) if (records) left.unite(records)
        if (left.size > fewEnough) continue
        possible.unite(left)
        break
      }
      return { certain, possible }
    },
  }

  function addMatches(set: IdSet, expression: string): void {
    set.add(matching.all(expression))
  }

  async function goFurther(spelling: string, ways: readonly Way[], largestId: number, turns: Turns): Promise<Way[] | null> {
    const further = new Map<string, Way>()
    for (const way of ways) {
      for (const next of piecesAt(spelling, way.at)) {
        const pairs = await recordsWithPair(way.last, next, largestId, turns)
        if (pairs === null) return null
        const records = way.records === null ? pairs.all : way.records.cutWith(pairs.all)
        const at = way.at + next.text.length
        const place = `${at} ${next.text}`
        const known = further.get(place)
        if (known?.records) {
          known.records.unite(records)
          known.exact?.unite(pairs.exact)
        } else if (records.size > 0) further.set(place, { at, last: next, records, exact: pairs.exact })
      }
    }
    return [...further.values()]
  }

  async function recordsWithPair(first: SpellingPiece, second: SpellingPiece, largestId: number, turns: Turns): Promise<PairRecords | null> {
    const exact = new IdSet(largestId)
    const [begins, wanted] = [charactersOf(first), charactersOf(second)]
    for (const character of begins) {
      if (character.length > 1) continue
      for (const follower of vocabulary.following(character)) {
        if (!wanted.has(follower)) continue
        addMatches(exact, `"${character}${follower}"`)
        if (turns.isTime() && (await turns.isOver())) return null
      }
      if (turns.isTime() && (await turns.isOver())) return null
    }
    const rare = vocabulary.rare().filter((character) => begins.has(character) || wanted.has(character))
    if (rare.length === 0) return { exact, all: exact }
    const all = new IdSet(largestId)
    all.unite(exact)
    for (const character of rare) addMatches(all, `"${character}"`)
    return { exact, all }
  }
}

interface Turns {
  isTime(): boolean
  /** Lets others have their turn. @returns whether nobody waits for the answer any more */
  isOver(): Promise<boolean>
}

function createTurns(isStale: () => boolean): Turns {
  let since = performance.now()
  return {
    isTime: () => performance.now() - since >= turnMs,
    async isOver() {
      await nextTurn()
      since = performance.now()
      return isStale()
    },
  }
}
