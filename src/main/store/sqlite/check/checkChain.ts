import { kindNumber, kindOfNumber } from '../../../../shared/domain/catalogue/fields'
import type { RegisterProblem } from '../../registerProblem'
import { createBatchDigest, type SourceRow, type VerdictRow } from '../batches/batchDigest'
import type { ReadDb } from '../file/database'
import { chainLink, firstLink, rowTextSql, type InsertedRun } from '../journal/journalChain'
import { codecOf, digestHex } from '../records/recordCodec'
import type { ChangeSetTable } from '../schema'

/** The journal's chain computed again from the register, and with it the digest of every batch. */
export function* checkChain(db: ReadDb): Generator<RegisterProblem> {
  for (const { sequence, own, isReadable, isLinked } of computeLinks(db, (row) => row.chain)) {
    if (own && own.stored !== own.computed) yield { problem: 'batch_changed', batch: own.batch }
    if (!isReadable || !isLinked) yield { problem: 'chain_broken', sequence }
  }
  if (hasStrayRows(db)) yield { problem: 'chain_broken', detail: 'rows of an unknown change set' }
}

/** Rows of a change set behind the last; those of one before it spoil the next one's link. */
function hasStrayRows(db: ReadDb): boolean {
  return db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM journal WHERE change_set > (SELECT coalesce(max(sequence), 0) FROM change_set))').pluck().get() === 1
}

/** What a change set's link is by what the register holds now. */
export interface ComputedLink {
  sequence: number
  link: Buffer
  isLinked: boolean
  /** False where a flipped letter left no runs of inserted records. */
  isReadable: boolean
  /** The batch that came with the change set; null without one. */
  own: (BatchDigests & { batch: number }) | null
}

/** @param previousOf  the link that the next one is computed from: by default the one just computed */
export function* computeLinks(db: ReadDb, previousOf: (row: ChangeSetTable, link: Buffer) => Buffer = (_row, link) => link): Generator<ComputedLink> {
  const batchDigests = createBatchDigests(db)
  const rowTexts = createRowTexts(db)
  const digestsOfRun = createInsertedDigests(db)
  let previous: Buffer = firstLink
  try {
    for (const row of db.prepare<[], ChangeSetTable>('SELECT * FROM change_set ORDER BY sequence').all()) {
      const inserted = parseRuns(row.inserted)
      const own = row.kind === 'undo_batch' || row.kind === 'redo_batch' || row.batch === null ? null : { batch: row.batch, ...batchDigests(row.batch) }
      const header = { ...row, inserted: inserted ?? [], batchDigest: own?.stored ?? null }
      const link = chainLink(previous, header, digestsOfRuns((run) => digestsOfRun(run, row.sequence), inserted ?? []), rowTexts.upTo(row.sequence))
      yield { sequence: row.sequence, link, isLinked: link.equals(row.chain), isReadable: inserted !== null, own }
      previous = previousOf(row, link)
    }
  } finally {
    rowTexts.close()
  }
}

type RunDigests = (run: InsertedRun) => Iterable<string>
type DigestsAt = (run: InsertedRun, sequence: number) => Iterable<string>

function* digestsOfRuns(digestsOf: RunDigests, runs: readonly InsertedRun[]): Generator<string> {
  for (const run of runs) yield* digestsOf(run)
}

/** Null when a flipped letter left no runs. */
export function parseRuns(text: string | null): InsertedRun[] | null {
  if (text === null) return []
  try {
    const runs = JSON.parse(text) as [number, number, number][]
    return runs.map(([number, firstId, lastId]) => ({ kind: kindOfNumber(number), firstId, lastId }))
  } catch {
    return null
  }
}

/** Digests at insertion, in id order: the one before a record's next journal entry, else today's. */
function createInsertedDigests(db: ReadDb): DigestsAt {
  const pageIds = 10_000
  const journaled = db.prepare<[number, number, number, number], [number, string, number]>(`
    SELECT record, lower(hex(digest_before)), min(change_set) FROM journal
     WHERE kind = ? AND record BETWEEN ? AND ? AND change_set > ? GROUP BY record`).raw()
  return function* ({ kind, firstId, lastId }, sequence) {
    const stored = db.prepare<[number, number], [number, string]>(`SELECT id, ${digestHex} FROM ${codecOf(kind).table} WHERE id BETWEEN ? AND ?`).raw()
    for (let from = firstId; from <= lastId; from += pageIds) {
      const to = Math.min(from + pageIds - 1, lastId)
      const digests = new Map(stored.all(from, to))
      for (const [record, digest] of journaled.all(kindNumber[kind], from, to, sequence)) digests.set(record, digest)
      for (let id = from; id <= to; id++) yield digests.get(id) ?? ''
    }
  }
}

interface RowTexts {
  upTo(sequence: number): Iterable<string>
  close(): void
}

/**
 * Chain texts of each change set's rows. One sorted pass over the whole journal serves them all; asked in ascending
 * order of sequence. Rows of a change set that does not exist spoil the next one's link, which is as it should be.
 */
function createRowTexts(db: ReadDb): RowTexts {
  const rows = db.prepare<[], [number, string]>(
    `SELECT change_set, ${rowTextSql} FROM journal ORDER BY change_set, old IS NULL, kind, record`).raw().iterate()
  let next = rows.next()
  return {
    *upTo(sequence) {
      while (!next.done && next.value[0] <= sequence) {
        yield next.value[1]
        next = rows.next()
      }
    },
    close: () => { rows.return?.() },
  }
}

interface BatchDigests {
  stored: string
  computed: string
}

function createBatchDigests(db: ReadDb): (batch: number) => BatchDigests {
  type BatchCells = (string | number)[]
  const cells = db.prepare<[number], BatchCells>(
    'SELECT id, file_name, sha256, size_bytes, format, kind, at, operator, program_version, options, summary FROM batch WHERE id = ?').raw()
  const digest = db.prepare<[number], string>(`SELECT ${digestHex} FROM batch WHERE id = ?`).pluck()
  const sources = db.prepare<[number], SourceRow>(
    'SELECT id, batch, position, sheet, kind, class, states, header_rows, mapping, context FROM source WHERE batch = ? ORDER BY position').raw()
  const verdicts = db.prepare<[number], VerdictRow>(`
    SELECT v.source, v.row, v.number, v.verdict, v.detail FROM source AS s CROSS JOIN row_verdict AS v ON v.source = s.id
     WHERE s.batch = ? ORDER BY v.source, v.row, v.number`).raw()
  return (batch) => ({
    stored: digest.get(batch) ?? '',
    // One reader at a time: a page that fails under the first would leave the second open, and the register with it.
    computed: createBatchDigest(cells.get(batch) ?? [], sources.all(batch), verdicts.iterate(batch)),
  })
}
