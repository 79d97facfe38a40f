import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listBackups } from '../../../src/main/register/backup/listBackups'
import { keepRegister } from '../../../src/main/register/backup/keepRegister'
import { restoreBackup } from '../../../src/main/register/backup/restore/restoreBackup'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { createFileStore, filesFolderOf } from '../../../src/main/store/fileStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { answersOf, fillRegister, isNoticed } from '../../support/faults/registerAnswers'
import { isLong, lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'
import { tempRegister, type TempRegister } from '../../support/registers/tempRegister'

const pageSize = 8192
const random = createRandom(20_261_128)
/** Each kind of damage so many times. */
const times = isLong ? Math.max(1, Math.ceil(lengthOf('DAMAGES', 0) / 7)) : 4

/** The files of a register: the one with its name, and the log that a killed program leaves beside it. */
interface Files { main: Buffer; log: Buffer | null }

let register: TempRegister
/** Closed in peace. */
let closed: Files
/** As a killed program leaves it: the last change sets are in the log alone. */
let killed: Files
let answersAtClose: string
/** What it said after each of its change sets. */
const states: string[] = []

beforeAll(async () => {
  register = tempRegister()
  await fillRegister(register)
  closed = filesOf(register.path)
  answersAtClose = await answersOf(register.path)
  states.push(answersAtClose)
  const store = register.open()
  for (const number of [1, 2, 3]) {
    await store.apply(aChangeSet({ batch: aBatch({ sha256: String(number).repeat(64) }), inserts: [anInsert('patent', aPatent({ applicationNumber: `2020${number}`, title: '后来的' }))] }))
    states.push(await answersOf(register.path))
  }
  killed = filesOf(register.path)
  await store.close()
  expect(killed.log?.length).toBeGreaterThan(3 * pageSize)
})
afterAll(() => register[Symbol.dispose]())

function filesOf(path: string): Files {
  return { main: readFileSync(path), log: existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`) : null }
}

function put({ main, log }: Files): void {
  for (const ending of ['-wal', '-shm']) rmSync(register.path + ending, { force: true })
  writeFileSync(register.path, main)
  if (log !== null) writeFileSync(`${register.path}-wal`, log)
}

/** Puts damaged files in place, so often as asked, and says which of them nobody noticed although an answer is another. */
async function silentDamages(make: () => Files, allowed: readonly string[], beside: () => void = () => undefined): Promise<number[]> {
  const silent: number[] = []
  for (let time = 0; time < times; time++) {
    put(make())
    beside()
    if (!(await isNoticed(register.path)) && !allowed.includes(await answersOf(register.path))) silent.push(time)
  }
  recordFigure('damages', times)
  return silent
}

it('notices a page that was zeroed', async () => {
  const pages = closed.main.length / pageSize
  expect(await silentDamages(() => {
    const page = random.below(pages)
    return { main: Buffer.from(closed.main).fill(0, page * pageSize, (page + 1) * pageSize), log: null }
  }, [answersAtClose])).toEqual([])
})

it('notices that the tail is cut off, wherever', async () => {
  expect(await silentDamages(() => ({ main: closed.main.subarray(0, random.below(closed.main.length)), log: null }), [answersAtClose])).toEqual([])
})

it('has of a log that was cut, altered or lost whole change sets only, never a part of one', async () => {
  const { main, log } = killed
  if (log === null) throw new Error('no log')
  expect(await silentDamages(() => ({ main, log: log.subarray(0, random.below(log.length)) }), states)).toEqual([])
  expect(await silentDamages(() => {
    const altered = Buffer.from(log)
    const at = random.below(altered.length)
    altered.writeUInt8(altered.readUInt8(at) ^ (1 << random.below(8)), at)
    return { main, log: altered }
  }, states)).toEqual([])
  put({ main, log: null })
  expect([await isNoticed(register.path), await answersOf(register.path)]).toEqual([false, states[0]])
})

it('needs no log for what a writer has answered, though somebody reads beside it all day', async () => {
  using day = tempRegister()
  await fillRegister(day)
  const reader = day.open('read')
  expect(await reader.sequence()).toBeGreaterThan(0)
  for (const number of [1, 2, 3]) {
    const writer = day.open()
    await writer.apply(aChangeSet({ batch: aBatch({ sha256: String(number).repeat(64) }), inserts: [anInsert('patent', aPatent({ applicationNumber: `2021${number}`, title: '后来的' }))] }))
    await writer.close()
    expect(existsSync(`${day.path}-wal`)).toBe(true)
    using alone = tempRegister()
    writeFileSync(alone.path, readFileSync(day.path))
    expect([await isNoticed(alone.path), await answersOf(alone.path)]).toEqual([false, await answersOf(day.path)])
  }
  await reader.close()
  recordFigure('damages', 3)
})

it('notices the log of another register beside it', async () => {
  using other = tempRegister()
  const store = other.open()
  await store.apply(aChangeSet({ batch: aBatch(), inserts: Array.from({ length: 50 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `1999${at}`, title: '别处的' }), at + 2)) }))
  const { log } = filesOf(other.path)
  await store.close()
  expect(log?.length).toBeGreaterThan(pageSize)
  expect(await silentDamages(() => ({ main: closed.main, log }), [answersAtClose])).toEqual([])
})

it('takes no notice of a -shm file of another register, or of none', async () => {
  const shm = Buffer.alloc(32_768, 0x5a)
  for (const beside of [() => writeFileSync(`${register.path}-shm`, shm), () => rmSync(`${register.path}-shm`, { force: true })]) {
    put(killed)
    beside()
    expect([await isNoticed(register.path), await answersOf(register.path)]).toEqual([false, states.at(-1)])
  }
})

async function isAsKept(packed: Buffer, sha256: string): Promise<boolean> {
  try {
    const content = await promisify(inflateRaw)(packed)
    return createHash('sha256').update(content).digest('hex') === sha256
  } catch {
    return false
  }
}

it('notices a kept original that was cut, altered or removed', async () => {
  put(closed)
  const source = join(register.folder, '名单.csv')
  writeFileSync(source, '标准编号,标准名称\nGB/T 1,甲\n'.repeat(40))
  const files = createFileStore(register.path)
  const kept = await files.keep(source)
  if (!kept.ok) throw new Error(kept.code)
  const store = register.open()
  await store.apply(aChangeSet({ batch: aBatch({ sha256: kept.value.sha256 }), inserts: [anInsert('patent', aPatent({ applicationNumber: '20211' }))] }))
  await store.close()
  const problems = async (): Promise<(string | undefined)[]> => {
    const report = await checkRegister(register.path)
    return report.ok ? report.value.problems.filter(({ detail }) => String(detail).includes(kept.value.sha256)).map(({ problem }) => problem) : [report.code]
  }
  const folder = join(filesFolderOf(register.path), kept.value.sha256.slice(0, 2))
  const place = join(folder, readdirSync(folder)[0] ?? '')
  const before = readFileSync(place)
  expect(await problems()).toEqual([])
  for (let time = 0; time < times; time++) {
    const at = random.below(before.length)
    const altered = Buffer.from(before)
    altered.writeUInt8(altered.readUInt8(at) ^ (1 << random.below(8)), at)
    const damaged = random.chance(0.5) ? altered : before.subarray(0, at)
    writeFileSync(place, damaged)
    // The last bits of what was packed may say nothing: what is read then is what was kept.
    expect(await problems(), `byte ${at}`).toEqual(await isAsKept(damaged, kept.value.sha256) ? [] : ['original_changed'])
  }
  rmSync(place)
  expect(await problems()).toEqual(['original_missing'])
  recordFigure('damages', times)
})

it('never offers a damaged backup as good, nor restores a part of it', async () => {
  put(closed)
  const folder = join(register.folder, '备份')
  const file = join(folder, '台账_20220110-0930.bzr')
  const made = await keepRegister(register.path, file)
  if (!made.ok) throw new Error(made.code)
  const whole = readFileSync(file)
  const out = join(register.folder, '还原.bzr')
  expect(listBackups(register.path, folder).map(({ state }) => state)).toEqual(['good'])
  for (let time = 0; time < 2 * times; time++) {
    const at = random.below(whole.length)
    const altered = Buffer.from(whole)
    altered.writeUInt8(altered.readUInt8(at) ^ (1 << random.below(8)), at)
    writeFileSync(file, time % 2 === 0 ? altered : whole.subarray(0, at))
    const [listed] = listBackups(register.path, folder)
    const restored = await restoreBackup(file, out)
    expect(restored.ok, `byte ${at}`).toBe(listed?.state === 'good')
    if (restored.ok) expect(await answersOf(out), `byte ${at}`).toBe(answersAtClose)
    else expect(existsSync(out), `byte ${at}`).toBe(false)
    rmSync(out, { force: true })
  }
  recordFigure('damages', 2 * times)
})
