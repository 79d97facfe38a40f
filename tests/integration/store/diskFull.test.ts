import { chmodSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { makeBackup } from '../../../src/main/register/backup/makeBackup'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createStore, type SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { momentsOf, recordFigure } from '../../support/longSuites'
import { importSample } from '../../support/registers/sampleImport'
import { hasSmallDisks, smallDisk } from '../../support/smallDisk'
import { writeCsv } from '../../support/workbooks/tableFiles'
import { tempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

function opened(path: string): SqliteStore {
  return valueOf(createStore(path, { mode: 'write', waitMs: 50 }))
}

const some = (from: number, count: number) => aChangeSet({ batch: aBatch(), inserts: Array.from({ length: count }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${from + at}` }), at + 2)) })

async function problemsOf(path: string): Promise<string[]> {
  const report = await checkRegister(path)
  return report.ok ? report.value.problems.map(({ problem }) => problem).filter((problem) => problem !== 'original_missing') : [report.code]
}

async function patents(path: string): Promise<number> {
  const store = opened(path)
  const count = await store.records.count('patent')
  await store.close()
  return count
}

describe.skipIf(!hasSmallDisks)('a full disk (needs a file system of its own)', () => {
  it('refuses a change wherever it fills up, leaves the register as it was, and takes the change once there is room', async () => {
    using disk = smallDisk(12_000_000)
    const path = join(disk.folder, '台账.bzr')
    const store = opened(path)
    expect(await store.apply(some(0, 200))).toMatchObject({ ok: true })
    const codes = new Set<string>()
    for (const free of [0, 40_000, 150_000, 400_000]) {
      disk.fill(free)
      const applied = await store.apply(some(1_000, 3_000))
      codes.add(applied.ok ? 'written' : applied.code)
      expect(await store.records.count('patent')).toBe(200)
      disk.empty()
    }
    expect([...codes]).toEqual(['disk_full'])
    expect(await store.apply(some(1_000, 3_000))).toMatchObject({ ok: true })
    await store.close()
    expect(await problemsOf(path)).toEqual([])
    expect(await patents(path)).toBe(3_200)
  })

  it.each(momentsOf('DISK_FAULTS', [90_000, 700_000], 1_500_000, 0.5))('leaves a change wholly written or wholly absent (%i bytes were left)', async (free) => {
    using disk = smallDisk(8_000_000)
    const path = join(disk.folder, '台账.bzr')
    const store = opened(path)
    await store.apply(some(0, 200))
    disk.fill(free)
    const applied = await store.apply(some(1_000, 2_000))
    expect(applied.ok ? 'written' : applied.code).toMatch(/^(?:written|disk_full)$/)
    expect(await store.records.count('patent')).toBe(applied.ok ? 2_200 : 200)
    disk.empty()
    await store.close()
    expect(await problemsOf(path)).toEqual([])
    if (!applied.ok) recordFigure('diskFaults', 1)
  })

  it('refuses an import whose original does not fit, and leaves neither rows nor half a file', async () => {
    using disk = smallDisk(12_000_000)
    using files = tempRegister()
    const path = join(disk.folder, '台账.bzr')
    const file = join(files.folder, '清单.csv')
    writeCsv(file, [['标准编号', '标准名称', '发布日期'], ...Array.from({ length: 4_000 }, (_, at) => [`GB/T ${at + 1}-2020`, `名称${at}`.repeat(20), '2020-01-01'])])
    const store = opened(path)
    disk.fill(20_000)
    expect(await importSample(store, file)).toMatchObject({ ok: false, code: 'disk_full' })
    expect(await store.records.count('standard')).toBe(0)
    disk.empty()
    expect(await importSample(store, file)).toMatchObject({ ok: true, value: { records: { new: 4_000 } } })
    await store.close()
  })

  it('says how much room a backup needs, keeps the older one, and leaves no half of the new one', async () => {
    using disk = smallDisk(3_000_000)
    using register = tempRegister()
    await opened(register.path).close()
    const folder = join(disk.folder, '备份')
    expect(await makeBackup(register.path, join(folder, '台账_20220109-0930.bzr'))).toMatchObject({ ok: true })
    const store = register.open()
    await store.apply(some(0, 3_000))
    await store.close()
    disk.fill(300_000)
    expect(await makeBackup(register.path, join(folder, '台账_20220110-0930.bzr'))).toMatchObject({ ok: false, code: 'backup_no_room', details: { path: folder, freeMb: expect.any(Number), neededMb: expect.any(Number) } })
    expect(readdirSync(folder)).toEqual(['台账_20220109-0930.bzr'])
  })
})

describe('a folder or file that cannot be written', () => {
  it.skipIf(process.getuid?.() === 0)('refuses a backup into a folder without permission, by its name (needs a user who is not root)', async () => {
    using register = tempRegister()
    await opened(register.path).close()
    const folder = join(register.folder, '只读')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    expect(await makeBackup(register.path, join(folder, '台账_20220110-0930.bzr'))).toMatchObject({ ok: false, code: 'file_not_writable', details: { path: folder } })
  })

  it('refuses a change while another program holds the file, and takes it afterwards', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(some(0, 10))
    const holder = new Database(register.path)
    holder.exec('BEGIN IMMEDIATE')
    expect(await store.apply(some(100, 10))).toMatchObject({ ok: false, code: 'register_in_use' })
    expect(await makeBackup(register.path, join(register.folder, '备份', '台账_20220110-0930.bzr'))).toMatchObject({ ok: true })
    holder.exec('ROLLBACK')
    holder.close()
    expect(await store.apply(some(100, 10))).toMatchObject({ ok: true })
    expect(await store.records.count('patent')).toBe(20)
    await store.close()
  })
})
