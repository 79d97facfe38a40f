import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { openSession } from '../../../src/main/register/opened/session'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { messageOf } from '../../../src/shared/text/failureText'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { releasedRegisters, unpackReleased } from '../../support/registers/releasedRegisters'
import { tempRegister } from '../../support/registers/tempRegister'
import { hasSmallDisks, smallDisk } from '../../support/smallDisk'
import { valueOf } from '../../support/valueOf'

const patents = (from: number, count: number) => aChangeSet({ batch: aBatch(), inserts: Array.from({ length: count }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${from + at}` }), at + 2)) })

async function fill(path: string): Promise<void> {
  const store = valueOf(createStore(path, { mode: 'write' }))
  await store.apply(patents(0, 20))
  await store.close()
}

/** As a program that was killed leaves it: twenty patents in the file, ten more in its log alone. */
async function fillAndLeaveLog(path: string): Promise<void> {
  using register = tempRegister()
  await fill(register.path)
  const store = register.open()
  const holder = new Database(register.path)
  // A reader in the middle of a page keeps the log where it is.
  holder.exec('BEGIN')
  holder.prepare('SELECT count(*) FROM patent').get()
  await store.apply(patents(20, 10))
  for (const ending of ['', '-wal']) cpSync(register.path + ending, path + ending)
  holder.close()
  await store.close()
}

async function countIn(path: string): Promise<number> {
  const session = valueOf(openSession(path))
  try {
    expect(session.readOnlyPlace).not.toBeNull()
    return await session.store.records.count('patent')
  } finally {
    await session.close()
  }
}

describe.skipIf(!hasSmallDisks)('a register on a medium that can only be read (needs a file system of its own)', () => {
  it('is read and checked, and nothing is left of what that took', async () => {
    using disk = smallDisk(12_000_000)
    const path = join(disk.folder, '台账.bzr')
    await fill(path)
    chmodSync(path, 0o444)
    disk.protect()
    using temporary = tempRegister()
    vi.stubEnv('TMPDIR', temporary.folder)
    expect(await countIn(path)).toBe(20)
    expect(await checkRegister(path)).toMatchObject({ ok: true, value: { problems: [{ problem: 'original_missing' }] } })
    expect(readdirSync(temporary.folder)).toEqual([])
    vi.unstubAllEnvs()
  })

  it('says what stands in the log beside it alone, with and without the log’s index', async () => {
    using disk = smallDisk(12_000_000)
    const [path, indexed] = [join(disk.folder, '台账.bzr'), join(disk.folder, '另一本.bzr')]
    await fillAndLeaveLog(path)
    await fillAndLeaveLog(indexed)
    writeFileSync(`${indexed}-shm`, '')
    disk.protect()
    expect(await countIn(path)).toBe(30)
    expect(await countIn(indexed)).toBe(30)
  })

  it.each(releasedRegisters)('is read in the form that an earlier program left (%s), and stays as it is', (released) => {
    using disk = smallDisk(30_000_000)
    const path = unpackReleased(released, disk.folder)
    const bytes = readFileSync(path)
    disk.protect()
    const session = valueOf(openSession(path))
    expect(session.readOnlyPlace).not.toBeNull()
    void session.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('refuses what would change it, with what can be done', async () => {
    using disk = smallDisk(12_000_000)
    const path = join(disk.folder, '台账.bzr')
    await fill(path)
    disk.protect()
    const refused = createStore(path, { mode: 'write', waitMs: 50 })
    expect(refused).toMatchObject({ ok: false, code: 'file_not_writable', details: { what: 'register', path } })
    if (!refused.ok) expect(messageOf(refused)).toContain('复制到能写入的位置')
    const opened = createOpenedRegister(() => undefined, { apply: () => { throw new Error('asked') }, grow: () => { throw new Error('asked') }, note: () => { throw new Error('asked') } })
    expect(await opened.open(path, false)).toMatchObject({ ok: true, value: { isReadOnlyPlace: true, counts: { patents: 20 } } })
    expect(await opened.apply(patents(20, 1))).toMatchObject({ ok: false, code: 'file_not_writable', details: { what: 'register' } })
    expect(await opened.note({ settings: { a: 'b' } })).toMatchObject({ ok: false, code: 'file_not_writable' })
    await opened.close()
  })

  it('is not made where there is none', () => {
    using disk = smallDisk(1_000_000)
    disk.protect()
    expect(createStore(join(disk.folder, '台账.bzr'), { mode: 'read', waitMs: 50 })).toMatchObject({ ok: false, code: 'file_not_writable' })
  })
  it('is known to be outdated once somebody who may has written to it', async () => {
    using disk = smallDisk(12_000_000)
    const path = join(disk.folder, '台账.bzr')
    await fill(path)
    disk.protect()
    const session = valueOf(openSession(path))
    expect(session.readOnlyPlace?.isOutdated()).toBe(false)
    disk.release()
    const store = valueOf(createStore(path, { mode: 'write' }))
    await store.apply(patents(20, 1))
    await store.close()
    expect(session.readOnlyPlace?.isOutdated()).toBe(true)
    await session.close()
  })
})
