import { randomBytes } from 'node:crypto'
import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createFileStore, filesFolderOf } from '../../../src/main/store/fileStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../support/registers/changeSets'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

/** A closed register with something in every table: two batches, an update, a deletion, an undo, a hand edit, an attachment. */
async function filledRegister(register: TempRegister): Promise<string> {
  const source = join(register.folder, '专利.csv')
  writeFileSync(source, '申请号,名称\n1,电梯\n'.repeat(100))
  const kept = valueOf(await createFileStore(register.path).keep(source))
  const batch = aBatch({
    ...kept,
    sources: [aSource({ verdicts: [{ row: 9, verdict: 'rejected', detail: { code: 'check_digit', value: '2019X' } }, { row: 5, verdict: 'notice', detail: {} }] })],
  })
  const store = register.open()
  const inserts = ['A', 'B', 'C'].map((key, at) => anInsert('patent', aPatent({ applicationNumber: key, title: `电梯${key}` }), at + 2))
  const attachments = [{ kind: 'patent' as const, id: 1, added: [{ ...kept, fileName: '证书.pdf', type: 'pdf' as const, note: '' }], removed: [] }]
  await store.apply(aChangeSet({ batch, inserts, attachments, handEdits: [{ kind: 'patent', id: -1, values: { title: '电梯手工' } }] }))
  await store.apply(aChangeSet({ batch, inserts: [anInsert('unit', { uscc: '91', name: '青岛甲公司', formerNames: ['甲厂'] })], evidence: [{ kind: 'patent', id: 1, source: -1, row: 3, diff: { title: '差异' } }] }))
  const [first, second] = await store.records.byIds('patent', [1, 2])
  if (!first || !second) throw new Error('records are missing')
  await store.apply(aChangeSet({
    kind: 'edit',
    updates: [{ kind: 'patent', id: 1, basedOn: first.digest, values: { ...first.values, title: '新标题' }, old: { title: '电梯A' } }],
    deletes: [{ kind: 'patent', id: 2, basedOn: second.digest, old: second.values }],
  }))
  const { db } = store
  await store.apply(aChangeSet({ batch, inserts: [anInsert('patent', aPatent({ applicationNumber: 'D' }))] }))
  await store.apply(aChangeSet({ kind: 'undo_batch', undoes: 3, readAt: 4, removes: [{ kind: 'patent', ids: [4] }] }))
  expect(db.prepare('SELECT count(*) FROM change_set').pluck().get()).toBe(5)
  await store.close()
  return kept.sha256
}

async function problemsOf(register: TempRegister): Promise<string[]> {
  const report = await checkRegister(register.path)
  if (!report.ok) return [report.code]
  expect(report.value.ok).toBe(report.value.problems.length === 0)
  return report.value.problems.map(({ problem }) => problem)
}

function alter(register: TempRegister, text: string): void {
  const db = new Database(register.path)
  db.pragma('foreign_keys = OFF')
  db.exec(text)
  db.close()
}

describe('checking a register', () => {
  it('finds nothing wrong after imports, edits, deletions and an undo', async () => {
    using register = tempRegister()
    await filledRegister(register)
    expect(await checkRegister(register.path)).toEqual({ ok: true, value: { ok: true, problems: [], more: false } })
  })

  it.each([
    ["UPDATE patent SET title = '新标提' WHERE id = 1", 'record_changed'],
    ["UPDATE patent SET ipc = '[\"B66B5/00\"' WHERE id = 1", 'record_unreadable'],
    ["UPDATE name SET text = '青岛大雪' WHERE text = '青岛大学'", 'record_changed'],
    ["DELETE FROM name WHERE text = '青岛大学'", 'record_unreadable'],
    ['UPDATE party SET position = 9 WHERE patent_id = 1 AND position = 1', 'record_changed'],
    ['INSERT INTO party VALUES (77, 1, 1)', 'names_without_record'],
    ['UPDATE patent SET award = 0 WHERE id = 1', 'record_changed'],
    ["UPDATE unit SET former_names = '[\"乙厂\"]'", 'record_changed'],
    ["UPDATE evidence SET diff = replace(diff, '差异', '差易') WHERE diff IS NOT NULL", 'evidence_changed'],
    ['UPDATE evidence SET row = 99 WHERE row = 4', 'evidence_changed'],
    ['DELETE FROM evidence WHERE rec = 3 * 16 + 2', 'record_unsupported'],
    ['INSERT INTO evidence VALUES (77 * 16 + 2, 1, 8, NULL)', 'evidence_without_record'],
    ['INSERT INTO evidence VALUES (3 * 16 + 2, 55, 8, NULL)', 'evidence_without_source'],
    ["UPDATE hand_edit SET \"values\" = '{}'", 'hand_edit_changed'],
    ["UPDATE attachment SET file_name = '别的.pdf'", 'attachment_changed'],
    ['UPDATE attachment SET rec = 77 * 16 + 2', 'attachment_without_record'],
    // A number that is no record's at all.
    ['UPDATE attachment SET rec = 16 + 15', 'attachment_changed'], ['UPDATE hand_edit SET rec = 16 + 15', 'hand_edit_changed'],
    ["UPDATE batch SET summary = replace(summary, '1', '2') WHERE id = 2", 'batch_changed'],
    ["UPDATE source SET context = '{\"district\":\"黄岛区\"}' WHERE id = 1", 'batch_changed'],
    ["UPDATE row_verdict SET detail = replace(detail, '2019', '2018')", 'batch_changed'],
    ["UPDATE journal SET old = replace(old, '电梯A', '电梯Z') WHERE op = 1", 'chain_broken'],
    ['DELETE FROM journal WHERE record = 4', 'chain_broken'],
    ["UPDATE change_set SET operator = '李四' WHERE sequence = 1", 'chain_broken'],
    ['DELETE FROM patent_search WHERE rowid = 1', 'search_incomplete'],
  ])('notices %s', async (text, problem) => {
    using register = tempRegister()
    await filledRegister(register)
    alter(register, text)
    expect(await problemsOf(register)).toContain(problem)
  })

  it('notices an original that is gone or altered', async () => {
    using register = tempRegister()
    const sha256 = await filledRegister(register)
    const path = join(filesFolderOf(register.path), sha256.slice(0, 2), `${sha256}.deflate`)
    truncateSync(path, 20)
    expect(await problemsOf(register)).toContain('original_changed')
    rmSync(path)
    expect(await problemsOf(register)).toContain('original_missing')
  })

  it('cuts its list on a ruined register', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ inserts: Array.from({ length: 1_200 }, () => ({ kind: 'unit' as const, values: { uscc: randomBytes(9).toString('hex') }, evidence: [] })) }))
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && [report.value.problems.length, report.value.more]).toEqual([1_000, true])
  })
})
