import { kindNumber, packRecord, recordKinds } from '../../../../shared/domain/catalogue/fields'
import type { RegisterProblem } from '../../registerProblem'
import type { Doubt, LostRecord, SalvageOptions } from '../../salvageReport'
import { canonicalRecord, type CanonicalRecord } from '../records/canonicalRecord'
import { checkAttachments } from '../check/checkAttachments'
import { checkChain, computeLinks, parseRuns } from '../check/checkChain'
import { checkEvidence, checkHandEdits, checkNotes } from '../check/checkEvidence'
import type { WriteDb } from '../file/database'
import { addToSum, evidenceHash } from '../evidence/evidenceChecksum'
import { createHandEditWriter } from '../journal/handEditWriter'
import { runsText, type InsertedRun } from '../journal/journalChain'
import { createNameReader, createNameWriter } from '../names/nameTable'
import { codecOf } from '../records/recordCodec'
import { createRecordReaders, eachRecord } from '../records/recordStore'
import { createRecordWriter } from '../records/recordWriter'

/**
 * Makes a register whole that was copied row by row: what speaks of nothing goes, what cannot be proved goes and is named,
 * what is computed is computed again, and records whose rows are lost stand on their own word. The journal is chained
 * anew behind one more change set, which says what happened.
 */
export function settleRegister(db: WriteDb, lost: readonly LostRecord[], options: SalvageOptions): Doubt[] {
  const doubts = findDoubts(db, lost)
  dropUnproven(db)
  dropOrphans(db)
  sumEvidence(db, 'evidence', 'evidence_sum')
  sumEvidence(db, 'withdrawn', 'withdrawn_sum')
  const sequence = (db.prepare<[], number>('SELECT coalesce(max(sequence), 0) FROM change_set').pluck().get() ?? 0) + 1
  const unsupported = supportAll(db, sequence)
  indexAll(db)
  appendChangeSet(db, sequence, sequence === 1 ? unsupported : [], options)
  chainAnew(db)
  return doubts
}

/** Asked before anything is mended; what only follows from the loss of a record is not named a second time. */
function findDoubts(db: WriteDb, lost: readonly LostRecord[]): Doubt[] {
  const problems = [...checkEvidence(db), ...checkHandEdits(db), ...checkNotes(db), ...checkAttachments(db), ...checkChain(db)]
  const isNamed = new Set(lost.map(({ kind, id }) => `${kind} ${id}`))
  const follows = (problem: RegisterProblem): boolean => problem.problem === 'evidence_without_record' || (problem.problem === 'chain_broken' && lost.length > 0)
  return problems.filter((problem) => !follows(problem) && !isNamed.has(`${problem.kind} ${problem.id}`)).map((problem) => ({ problem: problem.problem, subject: subjectOf(problem) }))
}

function subjectOf({ key, kind, id, batch, sequence }: RegisterProblem): string {
  if (batch !== undefined) return `#${batch}`
  if (sequence !== undefined) return `@${sequence}`
  return kind === undefined ? '' : `${kind} ${key ?? id ?? ''}`
}

/** Findings first, changes then: a connection that reads row by row does not write. */
function dropUnproven(db: WriteDb): void {
  const [edits, notes, files] = [[...checkHandEdits(db)], [...checkNotes(db)], [...checkAttachments(db)]]
  for (const { kind, id } of edits) db.prepare('DELETE FROM hand_edit WHERE rec = ?').run(packRecord(kind ?? 'unit', id ?? 0))
  for (const { kind, id } of notes) db.prepare('DELETE FROM note WHERE rec = ?').run(packRecord(kind ?? 'unit', id ?? 0))
  for (const { problem, kind, id, detail } of files) {
    if (problem === 'attachment_changed') db.prepare('DELETE FROM attachment WHERE rec = ? AND file_name = ?').run(packRecord(kind ?? 'unit', id ?? 0), detail ?? '')
  }
}

function dropOrphans(db: WriteDb): void {
  db.exec(`
    DELETE FROM source WHERE batch NOT IN (SELECT id FROM batch);
    DELETE FROM row_verdict WHERE source NOT IN (SELECT id FROM source);
    DELETE FROM row_outcome WHERE source NOT IN (SELECT id FROM source);
    DELETE FROM evidence WHERE source NOT IN (SELECT id FROM source);
    DELETE FROM withdrawn WHERE source NOT IN (SELECT id FROM source);
    UPDATE change_set SET batch = NULL WHERE batch NOT IN (SELECT id FROM batch);
    DELETE FROM journal WHERE change_set NOT IN (SELECT sequence FROM change_set);`)
  for (const kind of recordKinds) {
    const { table, side } = codecOf(kind)
    const isOrphan = `rec % 16 = ${kindNumber[kind]} AND rec / 16 NOT IN (SELECT id FROM ${table})`
    for (const owned of ['evidence', 'hand_edit', 'note', 'attachment']) db.exec(`DELETE FROM ${owned} WHERE ${isOrphan}`)
    if (side) db.exec(`DELETE FROM ${side.table} WHERE ${side.owner} NOT IN (SELECT id FROM ${table})`)
  }
}

function sumEvidence(db: WriteDb, table: 'evidence' | 'withdrawn', column: 'evidence_sum' | 'withdrawn_sum'): void {
  const sums = new Map<number, number>()
  for (const [rec, source, row, diff] of db.prepare<[], [number, number, number, string | null]>(`SELECT rec, source, row, diff FROM ${table}`).raw().iterate()) {
    sums.set(source, addToSum(sums.get(source) ?? 0, evidenceHash(rec, row, diff)))
  }
  db.exec(`UPDATE source SET ${column} = 0`)
  const update = db.prepare<[number, number]>(`UPDATE source SET ${column} = ? WHERE id = ?`)
  for (const [source, sum] of sums) update.run(sum, source)
}

/** A record whose rows are all lost keeps every field as a person's word: no later file takes it for news. */
function supportAll(db: WriteDb, sequence: number): InsertedRun[] {
  const hands = createHandEditWriter(db)
  const readers = createRecordReaders(db, createNameReader(db))
  const runs: InsertedRun[] = []
  for (const kind of recordKinds) {
    const rec = `id * 16 + ${kindNumber[kind]}`
    const ids = db.prepare<[], number>(`
      SELECT id FROM ${codecOf(kind).table}
       WHERE NOT EXISTS (SELECT 1 FROM evidence WHERE rec = ${rec}) AND NOT EXISTS (SELECT 1 FROM hand_edit WHERE rec = ${rec}) ORDER BY id`).pluck().all()
    for (const id of ids) {
      hands.put(packRecord(kind, id), readers(kind).byId(id)?.values ?? {}, sequence)
      const run = runs.at(-1)
      if (run?.kind === kind && run.lastId === id - 1) run.lastId = id
      else runs.push({ kind, firstId: id, lastId: id })
    }
  }
  return runs
}

const indexedAtOnce = 2_000

/** Search, names of units and counts are no more than what the records say. */
function indexAll(db: WriteDb): void {
  const names = createNameWriter(db)
  const readers = createRecordReaders(db, createNameReader(db))
  for (const kind of recordKinds) {
    const writer = createRecordWriter(db, names, kind)
    let waiting: [number, CanonicalRecord][] = []
    const flush = (): void => {
      for (const [id, record] of waiting) writer.index(id, record)
      waiting = []
    }
    for (const { id, values } of eachRecord(readers(kind))) {
      waiting.push([id, canonicalRecord(kind, values)])
      if (waiting.length === indexedAtOnce) flush()
    }
    flush()
    db.prepare(`UPDATE record_count SET count = (SELECT count(*) FROM ${codecOf(kind).table}) WHERE kind = ?`).run(kindNumber[kind])
  }
}

function appendChangeSet(db: WriteDb, sequence: number, inserted: readonly InsertedRun[], { at, operator, note }: SalvageOptions): void {
  db.prepare('INSERT INTO change_set (sequence, at, operator, kind, note, batch, inserted, chain) VALUES (?, ?, ?, ?, ?, NULL, ?, ?)')
    .run(sequence, at, operator, 'restore', note, runsText(inserted), Buffer.alloc(0))
}

/** Digests of batches and links of the journal, over what there is now. */
function chainAnew(db: WriteDb): void {
  const runs = db.prepare<[], { sequence: number; inserted: string | null }>('SELECT sequence, inserted FROM change_set').all()
  for (const { sequence } of runs.filter(({ inserted }) => parseRuns(inserted) === null)) db.prepare('UPDATE change_set SET inserted = NULL WHERE sequence = ?').run(sequence)
  const digest = db.prepare<[string, number]>('UPDATE batch SET digest = unhex(?) WHERE id = ?')
  for (const { batch, computed } of [...computeLinks(db)].flatMap(({ own }) => (own ? [own] : []))) digest.run(computed, batch)
  const chain = db.prepare<[Buffer, number]>('UPDATE change_set SET chain = ? WHERE sequence = ?')
  const links = [...computeLinks(db)]
  for (const { sequence, link } of links) chain.run(link, sequence)
}
