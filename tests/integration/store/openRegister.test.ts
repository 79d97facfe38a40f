import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { kindDefinitions, recordKinds } from '../../../src/shared/domain/catalogue/fields'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { newestVersion } from '../../../src/main/store/sqlite/migrate'
import { messageOf } from '../../../src/shared/text/failureText'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

function openingOf(register: TempRegister, mode: 'read' | 'write') {
  const opened = createStore(register.path, { mode, waitMs: 20 })
  if (opened.ok) void opened.value.close()
  return opened.ok ? 'opened' : opened
}

function filesOf(register: TempRegister): Record<string, string> {
  const names = readdirSync(register.folder).filter((name) => name.startsWith('台账.bzr') && !name.endsWith('-shm'))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(register.folder, name)).toString('base64')]))
}

describe('opening a register', () => {
  it('makes a missing one with the settings it keeps for life', () => {
    using register = tempRegister()
    const { db } = register.open()
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect(['page_size', 'journal_mode', 'synchronous', 'foreign_keys', 'cache_size', 'user_version'].map(pragma))
      .toEqual([8192, 'wal', 2, 1, -65536, newestVersion])
  })

  it('is complete under its name or not there: nothing else is left beside it', async () => {
    using register = tempRegister()
    await register.open().close()
    expect(readdirSync(register.folder)).toEqual(['台账.bzr', '台账.bzr-lock'])
  })

  it('has a column for every field of the catalogue and no other', () => {
    using register = tempRegister()
    const { db } = register.open()
    for (const kind of recordKinds) {
      const { table, fields } = kindDefinitions[kind]
      const declared = { text: 'TEXT', date: 'TEXT', integer: 'INTEGER', real: 'REAL', flag: 'INTEGER', texts: 'TEXT', integers: 'TEXT', name: 'INTEGER' } as const
      const expected = fields.flatMap(({ column, type }) => (type === 'names' || type === 'positions' ? [] : [[column, declared[type]]]))
      const columns = db.prepare<[], [string, string]>(`SELECT name, type FROM pragma_table_info('${table}')`).raw().all()
      expect(columns, kind).toEqual([['id', 'INTEGER'], ['digest', 'BLOB'], ...expected])
    }
  })

  it('reopens with full durability and an empty write-ahead log after a writer was killed', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    using copy = tempRegister()
    for (const suffix of ['', '-wal']) writeFileSync(copy.path + suffix, readFileSync(register.path + suffix))
    const reopened = copy.open()
    expect(await reopened.records.count('patent')).toBe(1)
    expect([reopened.db.pragma('synchronous', { simple: true }), readFileSync(`${copy.path}-wal`).length]).toEqual([2, 0])
  })

  it.each(['read', 'write'] as const)('refuses one of a newer program to %s and leaves every byte alone', async (mode) => {
    using register = tempRegister()
    await register.open().close()
    const db = new Database(register.path)
    db.pragma(`user_version = ${newestVersion + 1}`)
    db.close()
    const before = filesOf(register)
    expect(openingOf(register, mode)).toMatchObject({ code: 'register_newer', details: { version: newestVersion + 1 } })
    expect(filesOf(register)).toEqual(before)
  })

  it('sees a newer version that is still in the write-ahead log', async () => {
    using register = tempRegister()
    await register.open().close()
    const db = new Database(register.path)
    db.pragma(`user_version = ${newestVersion + 1}`)
    using copy = tempRegister()
    for (const suffix of ['', '-wal']) writeFileSync(copy.path + suffix, readFileSync(register.path + suffix))
    db.close()
    const before = filesOf(copy)
    expect(openingOf(copy, 'write')).toMatchObject({ code: 'register_newer' })
    expect(filesOf(copy)).toEqual(before)
  })

  it('calls a text file, an empty file and a foreign database damaged, untouched', () => {
    using register = tempRegister()
    const contents = [Buffer.from('标准编号,名称\n'.repeat(50)), Buffer.alloc(0)]
    const foreign = join(register.folder, 'foreign.db')
    new Database(foreign).exec('CREATE TABLE t (a)').close()
    for (const content of [...contents, readFileSync(foreign)]) {
      writeFileSync(register.path, content)
      expect(openingOf(register, 'write')).toMatchObject({ code: 'register_damaged' })
      expect(readFileSync(register.path)).toEqual(content)
    }
  })

  it('calls a register cut off at half its length damaged', async () => {
    using register = tempRegister()
    await register.open().close()
    truncateSync(register.path, 8192 * 2)
    expect(openingOf(register, 'write')).toMatchObject({ code: 'register_damaged' })
  })

  it('has one writer, named to the second, and any number of readers', async () => {
    using register = tempRegister()
    const writer = register.open()
    const refused = openingOf(register, 'write')
    expect(refused).toMatchObject({ code: 'register_in_use', details: { pid: process.pid, since: expect.any(Number) } })
    expect(refused === 'opened' ? refused : messageOf(refused)).toMatch(new RegExp(`电脑 .+，进程 ${process.pid}，从 \\d+-\\d+ \\d\\d:\\d\\d 起`, 'u'))
    expect(openingOf(register, 'read')).toBe('opened')
    await writer.close()
    expect(openingOf(register, 'write')).toBe('opened')
  })

  it('refuses in words what is written beside change sets, when it may only be read', async () => {
    using register = tempRegister()
    await register.open().close()
    const opened = createStore(register.path, { mode: 'read' })
    if (!opened.ok) throw new Error(opened.code)
    const { frozen, info } = opened.value
    for (const write of [info.set('a', 'b'), frozen.reopen(1, { at: 0, operator: '', reason: '' })]) await expect(write).rejects.toMatchObject({ failure: { code: 'file_not_writable' } })
    await opened.value.close()
  })

  it('makes the register and its folder when the first command only reads', () => {
    using register = tempRegister()
    const path = join(register.folder, '新建', 'a.bzr')
    const opened = createStore(path, { mode: 'read' })
    expect(opened.ok && existsSync(path)).toBe(true)
    if (opened.ok) void opened.value.close()
  })

  it.skipIf(process.getuid?.() === 0)('refuses a folder it may not write to', () => {
    using register = tempRegister()
    const folder = join(register.folder, '只读')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    expect(createStore(join(folder, 'a.bzr'), { mode: 'write' })).toMatchObject({ code: 'file_not_writable' })
  })
})
