import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkRegister } from '../../../src/main/store/checkRegister'
import type { SalvageReport } from '../../../src/main/store/salvageReport'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { leafRows } from '../../../src/main/store/sqlite/salvage/leafRows'
import { salvageRegister } from '../../../src/main/store/sqlite/salvage/salvageRegister'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../support/registers/changeSets'
import { lengthOf, recordFigure } from '../../support/longSuites'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'
import { valueOf } from '../../support/valueOf'

const pageSize = 8192
const patents = 600
const by = { at: 1_700_000_000_000, operator: '王芳', note: '救出' }

let register: TempRegister
let whole: Buffer
/** Digests of all records by kind and id. */
let digests: Map<string, string>
let number = 0

async function digestsOf(path: string): Promise<Map<string, string>> {
  const opened = valueOf(createStore(path, { mode: 'read' }))
  const found = new Map<string, string>()
  for (const kind of ['patent', 'standard'] as const) for (const { id, digest } of await opened.records.all(kind)) found.set(`${kind} ${id}`, digest)
  await opened.close()
  return found
}

beforeAll(async () => {
  register = tempRegister()
  const store = register.open()
  const owners = (at: number): string[] => [`青岛${at % 90}有限公司`, `青岛大学${at % 7}`]
  await store.apply(aChangeSet({ batch: aBatch(), inserts: Array.from({ length: patents }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}`, title: `一种装置${at}`, parties: owners(at) }), at + 2)) }))
  await store.apply(aChangeSet({ batch: aBatch(), inserts: Array.from({ length: 200 }, (_, at) => anInsert('standard', { standardNo: `GB/T ${at + 1}-2020`, title: `标准${at}`, draftingUnits: owners(at).map((name, place): [number, string] => [place + 1, name]) }, at + 2)) }))
  await store.apply(aChangeSet({ kind: 'edit', notes: [{ kind: 'patent', id: 5, note: { text: '待问', followUpOn: null } }], handEdits: [{ kind: 'patent', id: 5, values: { title: '一种装置4' } }] }))
  await store.apply(aSettingsChange({ office_name: '市局' }))
  await store.close()
  whole = readFileSync(register.path)
  digests = await digestsOf(register.path)
})
afterAll(() => register[Symbol.dispose]())

/** What is saved of the register with some bytes otherwise; that it is sound and true is proved each time. */
async function salvaged(damage: (bytes: Buffer) => Buffer): Promise<{ report: SalvageReport; found: Map<string, string>; out: string }> {
  const damaged = join(register.folder, 'damaged.bzr')
  const out = join(register.folder, `saved${number++}.bzr`)
  const bytes = damage(Buffer.from(whole))
  writeFileSync(damaged, bytes)
  const saved = valueOf(salvageRegister(damaged, out, by))
  expect(readFileSync(damaged).equals(bytes)).toBe(true)
  const checked = await checkRegister(out)
  expect(checked.ok && checked.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  const found = await digestsOf(out)
  for (const [record, digest] of found) expect(digest, record).toBe(digests.get(record))
  if (!saved.isIncomplete) {
    const lost = saved.lost.map(({ kind, id }) => `${kind} ${id}`)
    expect([...found.keys(), ...lost].toSorted()).toEqual([...digests.keys()].toSorted())
  }
  return { report: saved, found, out }
}

function zero(page: number): (bytes: Buffer) => Buffer {
  return (bytes) => bytes.fill(0, (page - 1) * pageSize, page * pageSize)
}

function rootOf(table: string): number {
  const store = register.open('read')
  return store.db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? 0
}

/** Pages of one kind (13 leaf and 5 interior of a table, 10 and 2 of an index), in order. */
function pagesOf(kind: number): number[] {
  return Array.from({ length: whole.length / pageSize }, (_, at) => at + 1).filter((page) => page > 1 && whole.readUInt8((page - 1) * pageSize) === kind)
}

describe('what is saved of a damaged register', () => {
  it('is all of it when nothing is damaged: batches, notes, settings and history too', async () => {
    const { report, out } = await salvaged((bytes) => bytes)
    expect(report).toEqual({ records: { patent: patents, standard: 200 }, lost: [], doubts: [], isIncomplete: false })
    const opened = valueOf(createStore(out, { mode: 'read' }))
    expect(await opened.batches.list()).toHaveLength(2)
    expect(await opened.info.get('office_name')).toBe('市局')
    expect(await opened.sequence()).toBe(5)
    expect((await opened.evidence.handEdits('patent', [5])).get(5)?.values).toEqual({ title: '一种装置4' })
    await opened.close()
  })

  it('leaves out one record with a changed letter and names it by its key', async () => {
    const at = whole.indexOf('一种装置77')
    const { report } = await salvaged((bytes) => {
      bytes.writeUInt8(bytes.readUInt8(at + 1) ^ 1, at + 1)
      return bytes
    })
    expect(report.lost).toEqual([{ kind: 'patent', id: 78, key: '201977', why: 'doubtful' }])
  })

  it('has the settings that the journal proves, whatever became of their table', async () => {
    const at = whole.indexOf('office_name市局') + 'office_name'.length
    expect(at).toBeGreaterThan(100)
    const { out } = await salvaged((bytes) => {
      bytes.writeUInt8(bytes.readUInt8(at + 2) ^ 1, at + 2)
      return bytes
    })
    const opened = valueOf(createStore(out, { mode: 'read' }))
    expect(await opened.info.get('office_name')).toBe('市局')
    await opened.close()
  })

  it('has every record behind a lost interior page', async () => {
    for (const page of pagesOf(5)) expect((await salvaged(zero(page))).report.lost).toEqual([])
  })

  it('lacks the records of a lost page and no others', async () => {
    const held = new Map<number, string[]>()
    for (const { page, rowid, cells } of leafRows(register.path)) {
      const [, digest, key] = cells
      if (rowid !== null && digest instanceof Buffer && typeof key === 'string') held.set(page, [...(held.get(page) ?? []), key])
    }
    const [page, keys] = [...held].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [0, []]
    expect(keys.length).toBeGreaterThan(20)
    const { report } = await salvaged(zero(page))
    expect(report.lost.map(({ key }) => String(key)).toSorted()).toEqual(keys.toSorted())
    expect(new Set(report.lost.map(({ why }) => why))).toEqual(new Set(['missing']))
  })

  it('has every record behind the lost top of a list of names, but those that it held itself', async () => {
    const top = rootOf('party')
    const held = [...leafRows(register.path)].filter(({ page }) => page === top).map(({ cells }) => cells[0])
    const { report } = await salvaged(zero(top))
    expect(report.lost.map(({ id }) => id)).toEqual([...new Set(held)])
  })

  it('has every name when their table is lost, from the index of names', async () => {
    expect((await salvaged(zero(rootOf('name')))).report.lost).toEqual([])
  })

  it('goes on without the first page', async () => {
    expect((await salvaged(zero(1))).report.lost).toEqual([])
  })

  it.each(['青岛67有限公司', '青岛3有限公司'])('loses no record because one place of a name has another letter (%s), in the table or in the index', async (name) => {
    for (let place = whole.indexOf(name); place >= 0; place = whole.indexOf(name, place + 1)) {
      const { report } = await salvaged((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(place + 5) ^ 1, place + 5)
        return bytes
      })
      expect(report.lost, `byte ${place + 5}`).toEqual([])
    }
  })

  it('calls nothing lost because the index of the keys has another number at a key', async () => {
    const { report } = await salvaged((bytes) => {
      // Record 293 at its key, as the index ends an entry.
      const entry = Buffer.concat([Buffer.from('2019292'), Buffer.from([0x01, 0x25])])
      const at = bytes.indexOf(entry)
      expect(at).toBeGreaterThan(0)
      bytes.writeUInt8(0x05, at + entry.length - 2)
      return bytes
    })
    expect(report.lost).toEqual([])
  })

  it('names what a cut tail took', async () => {
    const { report, found } = await salvaged((bytes) => bytes.subarray(0, bytes.length - 2 * pageSize - 100))
    expect(report.lost.length).toBeGreaterThan(0)
    expect(report.lost.every(({ key }) => key !== null)).toBe(true)
    expect(found.size).toBeGreaterThan(report.lost.length)
  })

  it('never is another number than before, wherever a byte is flipped', async () => {
    const flips = lengthOf('SALVAGES', 6)
    for (let flip = 1; flip <= flips; flip++) {
      const at = Math.floor((whole.length * flip) / (flips + 1)) + flip
      const { report } = await salvaged((bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at)
        return bytes
      })
      expect(report.lost.length, `byte ${at}`).toBeLessThan(3)
      recordFigure('salvages', 1)
    }
  })

  it('is not written over a register, and nothing is left of what is no register at all', () => {
    const taken = join(register.folder, 'taken.bzr')
    copyFileSync(register.path, taken)
    expect(salvageRegister(register.path, taken, by)).toMatchObject({ ok: false, code: 'register_exists' })
    expect(salvageRegister(join(register.folder, '没有.bzr'), join(register.folder, 'x.bzr'), by)).toMatchObject({ ok: false, code: 'file_not_found' })
  })
})
