import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { SearchHits } from '../../listStore'
import type { ReadDb } from '../file/database'
import { openVocabulary, termCountSql } from './pairVocabulary'
import { searchTableOf } from './searchIndex'

/** Searches whose answers are kept: the words of a few windows. */
const keptSearches = 16
/** Ids that all of them may hold together: 16 MB. */
const keptIds = 4_000_000
/** So few hits are walked through again and again rather than kept. */
const walkedHits = 1_000

/** The hits of an expression that the index answers alone, since every word of it is one of its tokens. */
export type IndexSearch = (kind: RecordKind, expression: string) => SearchHits

/** Hits with what they hold of them in memory, in ids. */
type KeptHits = SearchHits & { held(): number }

/**
 * As long as the register stays as it is, the same words have the same hits: the list, its pages, its filters and its
 * counts, and other windows that ask for these words, share one answer.
 */
export function createIndexSearch(db: ReadDb): IndexSearch {
  const sequence = db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck()
  const kept = new Map<string, KeptHits>()
  let keptAt = -1
  return (kind, expression) => {
    const now = sequence.get() ?? 0
    if (now !== keptAt) kept.clear()
    keptAt = now
    const name = `${kind} ${expression}`
    const hits = kept.get(name) ?? indexHits(db, kind, expression)
    kept.delete(name)
    kept.set(name, hits)
    forgetOldest(kept)
    return hits
  }
}

function forgetOldest(kept: Map<string, KeptHits>): void {
  let held = [...kept.values()].reduce((sum, hits) => sum + hits.held(), 0)
  for (const [name, hits] of kept) {
    if (kept.size <= keptSearches && (held <= keptIds || kept.size === 1)) return
    kept.delete(name)
    held -= hits.held()
  }
}

/** Each question is put to the index once; it gives hits by ascending id. */
function indexHits(db: ReadDb, kind: RecordKind, expression: string): KeptHits {
  const walk = db.prepare<[string, number, number], number>(`${searchSql(kind, 'rowid')} LIMIT ? OFFSET ?`).pluck()
  const read = (from: number, to: number): Int32Array => Int32Array.from(walk.all(expression, to - from, from))
  let count: number | null = null
  let vector: Int32Array | null = null
  let walked: { from: number; to: number; ids: Int32Array } | null = null
  const all = (): Int32Array => (vector ??= Int32Array.from(walk.all(expression, -1, 0)))

  /** Skipping hits is several times quicker than taking them: the first page from deep within skips, the next ones are worth the vector. */
  function range(from: number, to: number): Int32Array {
    if (walked?.from === from && walked.to === to) return walked.ids
    if (vector === null && (to <= walkedHits || walked === null)) {
      const ids = read(from, to)
      if (to > walkedHits) walked = { from, to, ids }
      return ids
    }
    return all().subarray(from, to)
  }

  return {
    count: async () => (count ??= vector?.length ?? countHits(db, kind, expression)),
    first: async (limit) => range(0, limit),
    range: async (from, to) => range(from, to),
    all: async () => all(),
    held: () => vector?.length ?? 0,
  }
}

function countHits(db: ReadDb, kind: RecordKind, expression: string): number {
  const token = soleToken(expression)
  if (token === undefined) return db.prepare<[string], number>(searchSql(kind, 'count(*)')).pluck().get(expression) ?? 0
  openVocabulary(db, kind)
  return db.prepare<[string], number>(termCountSql(kind)).pluck().get(token) ?? 0
}

export function searchSql(kind: RecordKind, what: 'rowid' | 'count(*)'): string {
  const table = searchTableOf(kind)
  return `SELECT ${what} FROM ${table} WHERE ${table} MATCH ?`
}

/** The token of an expression that asks for one whole token and nothing else. */
function soleToken(expression: string): string | undefined {
  return /^"([^"]+)"$/u.exec(expression)?.[1]
}
