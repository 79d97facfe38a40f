import { kindDefinitions, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import type { RegisterStore, WithdrawnRow } from '../../store/registerStore'

/** A record as one text, to be looked up by: `patent 12`. */
export type RecordMark = string

export function markOf(kind: RecordKind, id: number): RecordMark {
  return `${kind} ${id}`
}

export function kindIn(mark: RecordMark): RecordKind {
  return mark.slice(0, mark.indexOf(' ')) as RecordKind // marks are made of kinds
}

export function idIn(mark: RecordMark): number {
  return Number(mark.slice(mark.indexOf(' ') + 1))
}

export type NamingStore = Pick<RegisterStore, 'records' | 'batches' | 'evidence'>

/**
 * Natural keys of records: of a deleted one the journal's, of one that went with its batch the key that the batch's rows
 * spoke of. What nothing knows any more is left out.
 *
 * @param oldValues  what the journal says a record was, latest last
 */
export async function namesOf(store: NamingStore, marks: readonly RecordMark[], oldValues: (mark: RecordMark) => readonly Values[]): Promise<Map<RecordMark, string>> {
  const names = new Map<RecordMark, string>()
  for (const [kind, ofKind] of Map.groupBy(marks, kindIn)) {
    const there = await store.records.keysOf(kind, ofKind.map(idIn))
    const { key } = kindDefinitions[kind]
    for (const mark of ofKind) {
      const name = there.get(idIn(mark)) ?? oldValues(mark).findLast((old) => old[key] !== undefined)?.[key]
      if (name !== undefined && name !== null) names.set(mark, String(name))
    }
  }
  const gone = new Set(marks.filter((mark) => !names.has(mark)))
  for (const [mark, name] of await withdrawnNames(store, gone)) names.set(mark, name)
  return names
}

/** The journal keeps nothing of what goes with its batch; the rows that were withdrawn say of whom they spoke. */
async function withdrawnNames({ batches, evidence }: NamingStore, wanted: ReadonlySet<RecordMark>): Promise<Map<RecordMark, string>> {
  const found = new Map<RecordMark, string>()
  if (wanted.size === 0) return found
  const undone = (await batches.list()).filter(({ state }) => state === 'undone').toSorted((a, b) => (b.undoneAt ?? 0) - (a.undoneAt ?? 0))
  for (const batch of undone) {
    for (const source of await evidence.sourcesOfBatch(batch.id)) {
      for await (const { kind, id, key } of withdrawnRows(evidence, source.id)) {
        const mark = markOf(kind, id)
        if (wanted.has(mark) && !found.has(mark)) found.set(mark, key)
        if (found.size === wanted.size) return found
      }
    }
  }
  return found
}

/** So many rows of a long file are held at once. */
const rowsAtOnce = 20_000

async function* withdrawnRows(evidence: NamingStore['evidence'], source: number): AsyncGenerator<WithdrawnRow> {
  let left = (await evidence.withdrawnCounts([source])).get(source) ?? 0
  for (let from = 0; left > 0; from += rowsAtOnce) {
    const rows = await evidence.withdrawn(source, from, from + rowsAtOnce - 1)
    left -= rows.length
    yield* rows
  }
}
