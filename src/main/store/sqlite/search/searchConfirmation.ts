import { setImmediate as nextTurn } from 'node:timers/promises'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { holdsAllWords } from '../../../../shared/domain/search/matching'
import type { SearchHits } from '../../listStore'
import type { ReadDb } from '../file/database'
import { searchTableOf } from './searchIndex'
import { createSearchedReader } from './searchedTexts'

/** Records whose texts are read at once. */
const portion = 500
/** How long the thread is held before others get their turn. */
const turnMs = 8

/**
 * Hits whose texts were read and compared: candidates come from the index (`expression`), or are all records of the
 * kind where the index cannot help (a single letter, a kind without an index). They are read as far as is asked for.
 *
 * @param isStale  asked now and then; a search that nobody waits for any more ends with what it has
 */
export function confirmedHits(db: ReadDb, kind: RecordKind, words: readonly string[], expression: string | null, isStale: () => boolean): SearchHits {
  const textsOf = createSearchedReader(db, kind)
  const hits: number[] = []
  let candidates: number[] | null = null
  let at = 0

  async function confirm(enough: number): Promise<void> {
    candidates ??= db.prepare<string[], number>(candidatesSql(kind, expression !== null)).pluck().all(...(expression === null ? [] : [expression]))
    let since = performance.now()
    while (at < candidates.length && hits.length < enough) {
      const ids = candidates.slice(at, at + portion)
      at += ids.length
      const texts = textsOf(ids)
      for (const id of ids) if (holdsAllWords(words, texts.get(id) ?? [])) hits.push(id)
      if (performance.now() - since < turnMs) continue
      await nextTurn()
      if (isStale()) return
      since = performance.now()
    }
  }

  let reading = Promise.resolve()
  /** One reader at a time: every question goes on where the one before it stopped. */
  const read = async (enough: number): Promise<Int32Array> => {
    reading = reading.then(() => confirm(enough))
    await reading
    return Int32Array.from(hits)
  }
  return {
    all: () => read(Number.POSITIVE_INFINITY),
    count: async () => (await read(Number.POSITIVE_INFINITY)).length,
    first: async (limit) => (await read(limit)).subarray(0, limit),
    range: async (from, to) => (await read(to)).subarray(from, to),
  }
}

/** Candidates by ascending id. */
export function candidatesSql(kind: RecordKind, usesIndex: boolean): string {
  const table = searchTableOf(kind)
  return usesIndex ? `SELECT rowid FROM ${table} WHERE ${table} MATCH ? ORDER BY rowid` : `SELECT id FROM ${kindDefinitions[kind].table} ORDER BY id`
}
