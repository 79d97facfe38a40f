import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ReadDb } from '../file/database'
import { searchTableOf } from './searchIndex'

/** Which pairs of characters the search index of a kind knows. */
export interface PairVocabulary {
  /** Forgets what it knows when the register has moved on; asked before every search. */
  refresh(): void
  /** The characters that stand behind one somewhere, in one text. */
  following(first: string): string
  /** The characters of two units of UTF-16, each of which is a token of its own; a register has a handful. */
  rare(): readonly string[]
}

/** More memory than this is not kept; some thousand characters occur in a register. */
const keptCharacters = 30_000

/** By the primary order of the index; each term's postings are counted on the way, which is what makes it slow. */
function vocabularySql(kind: RecordKind): string {
  return `SELECT term FROM temp.${vocabularyOf(kind)} WHERE term >= ? AND term < ?`
}

/** How many records hold a token, without a row for each of them. */
export function termCountSql(kind: RecordKind): string {
  return `SELECT doc FROM temp.${vocabularyOf(kind)} WHERE term = ?`
}

/**
 * The pairs come from the index itself, character by character as they are asked for, and hold as long as no other
 * change set is applied: a table of their own would cost every import what a few searches save.
 */
export function createPairVocabulary(db: ReadDb, kind: RecordKind): PairVocabulary {
  const sequence = db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck()
  openVocabulary(db, kind)
  const terms = db.prepare<[string, string], string>(vocabularySql(kind)).pluck()
  const known = new Map<string, string>()
  let rare: readonly string[] | null = null
  let knownAt = -1
  return {
    refresh() {
      const now = sequence.get() ?? 0
      if (now !== knownAt || known.size > keptCharacters) known.clear()
      if (now !== knownAt) rare = null
      knownAt = now
    },
    rare: () => (rare ??= terms.all('\u{10000}', '\u{10ffff}')),
    following(first) {
      const found = known.get(first)
      if (found !== undefined) return found
      const followers = terms.all(first, String.fromCharCode(first.charCodeAt(0) + 1)).map((term) => term.slice(1)).join('')
      known.set(first, followers)
      return followers
    },
  }
}

/** A view of the index that belongs to this connection alone; nothing of the register is written. */
export function openVocabulary(db: ReadDb, kind: RecordKind): void {
  const before = Number(db.pragma('query_only', { simple: true }))
  db.pragma('query_only = OFF')
  try {
    db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${vocabularyOf(kind)} USING fts5vocab(main, ${searchTableOf(kind)}, row)`)
  } finally {
    db.pragma(`query_only = ${before}`)
  }
}

function vocabularyOf(kind: RecordKind): string {
  return `${searchTableOf(kind)}_pairs`
}
