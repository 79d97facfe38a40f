import { Refusal } from '../../../shared/domain/result'
import type { NameSource } from './recordCodec'
import type { ReadDb, WriteDb } from './database'

/** Names remembered per connection; a city's register knows some 150,000, about 20 MB in both directions. */
const rememberedNames = 300_000

/**
 * The table of distinct names as one connection sees it. Names are only ever added, never changed or deleted, so what
 * was read once stays true whoever writes; only names added by a transaction that was rolled back must be forgotten.
 */
export interface NameReader extends NameSource {
  idOf(text: string): number | undefined
}

export interface NameWriter extends NameReader {
  /** Id of a name, added when new. */
  intern(text: string): number
  /** After a rollback. */
  forget(): void
}

export function createNameReader(db: ReadDb): NameReader {
  const { idOf, textOf } = createNames(db)
  return { idOf, textOf }
}

export function createNameWriter(db: WriteDb): NameWriter {
  const names = createNames(db)
  const insert = db.prepare<[string]>('INSERT INTO name (text) VALUES (?) ON CONFLICT (text) DO NOTHING')
  return {
    idOf: names.idOf,
    textOf: names.textOf,
    intern(text) {
      const known = names.known(text)
      if (known !== undefined) return known
      // Most names of a file are new: adding first and looking only when that changed nothing saves them a look-up.
      const { changes, lastInsertRowid } = insert.run(text)
      const id = changes === 1 ? names.remember(Number(lastInsertRowid), text) : names.idOf(text)
      if (id === undefined) throw new Error('a name is neither new nor known')
      return id
    },
    forget: names.forget,
  }
}

function createNames(db: ReadDb) {
  const ids = new Map<string, number>()
  const texts = new Map<number, string>()
  const selectId = db.prepare<[string], number>('SELECT id FROM name WHERE text = ?').pluck()
  const selectText = db.prepare<[number], string>('SELECT text FROM name WHERE id = ?').pluck()
  const forget = () => {
    ids.clear()
    texts.clear()
  }
  const remember = (id: number, text: string) => {
    // Starting over is simpler than a queue and costs one look-up per name every 300,000.
    if (ids.size >= rememberedNames || texts.size >= rememberedNames) forget()
    ids.set(text, id)
    texts.set(id, text)
    return id
  }
  return {
    forget,
    remember,
    known: (text: string) => ids.get(text),
    idOf(text: string): number | undefined {
      const known = ids.get(text) ?? selectId.get(text)
      return known === undefined ? undefined : (ids.has(text) ? known : remember(known, text))
    },
    textOf(id: number): string {
      const known = texts.get(id)
      if (known !== undefined) return known
      const text = selectText.get(id)
      if (text === undefined) throw new Refusal('register_damaged', undefined, { reason: 'name_missing', name: id })
      remember(id, text)
      return text
    },
  }
}
