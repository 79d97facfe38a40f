import { Refusal } from '../../../../shared/domain/result'
import type { NameSource } from '../records/recordCodec'
import type { ReadDb, WriteDb } from '../file/database'

/**
 * Names remembered while writing; a city's register knows some 150,000, about 20 MB in both directions. Starting over
 * when there are more is simpler than a queue and costs one look-up per name every 300,000.
 */
const rememberedNames = 300_000
/** A reader meets most names once, page by page: what it remembers must not grow with the list. */
const readNames = 20_000

/**
 * The table of distinct names as one connection sees it. Names are only ever added, never changed or deleted, so what
 * was read once stays true whoever writes; only names added by a transaction that was rolled back must be forgotten.
 */
export interface NameReader extends NameSource {
  idOf(text: string): number | undefined
}

export interface NameWriter {
  /** Id of a name, added when new. */
  intern(text: string): number
  /** After a rollback. */
  forget(): void
}

export function createNameReader(db: ReadDb): NameReader {
  const ids = new Map<string, number>()
  const texts = new Map<number, string>()
  const selectId = db.prepare<[string], number>('SELECT id FROM name WHERE text = ?').pluck()
  const selectText = db.prepare<[number], string>('SELECT text FROM name WHERE id = ?').pluck()
  return {
    idOf(text) {
      const known = ids.get(text)
      if (known !== undefined) return known
      const id = selectId.get(text)
      if (id !== undefined) remember(ids, text, id)
      return id
    },
    textOf(id) {
      const known = texts.get(id)
      if (known !== undefined) return known
      const text = selectText.get(id)
      if (text === undefined) throw new Refusal('register_damaged', undefined, { reason: 'name_missing', name: id })
      remember(texts, id, text)
      return text
    },
  }
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, value: Value): void {
  if (known.size >= readNames) known.clear()
  known.set(key, value)
}

export function createNameWriter(db: WriteDb): NameWriter {
  const ids = new Map<string, number>()
  const insert = db.prepare<[string]>('INSERT INTO name (text) VALUES (?) ON CONFLICT (text) DO NOTHING')
  const select = db.prepare<[string], number>('SELECT id FROM name WHERE text = ?').pluck()
  // Most names of a file are new: adding first and looking only when that changed nothing saves them a look-up.
  const add = (text: string) => {
    const { changes, lastInsertRowid } = insert.run(text)
    return changes === 1 ? Number(lastInsertRowid) : select.get(text)
  }
  return {
    intern(text) {
      const known = ids.get(text)
      if (known !== undefined) return known
      const id = add(text)
      if (id === undefined) throw new Error('a name is neither new nor known')
      if (ids.size >= rememberedNames) ids.clear()
      ids.set(text, id)
      return id
    },
    forget: () => { ids.clear() },
  }
}
