import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRegisterWriter, type RegisterWriter } from '../../../src/main/register/writer/registerWriter'
import { packPortion } from '../../../src/main/store/sqlite/records/portion'
import { aBatch, aChangeSet, aPatent, anInsert } from '../../support/registers/changeSets'
import { tempRegister } from '../../support/registers/tempRegister'

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'writer-'))
let writer: RegisterWriter

// A worker runs a file: the thread is built alone, as the program's build does.
beforeAll(async () => {
  await build({
    configFile: false, root, logLevel: 'error', publicDir: false,
    build: {
      ssr: 'src/main/register/writer/writerThread.ts', outDir: folder, target: 'node24',
      rollupOptions: { output: { entryFileNames: 'writer.mjs' }, external: ['better-sqlite3', 'kysely'].map((name) => new RegExp(`^${name}`)) },
    },
  })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writer = createRegisterWriter(join(folder, 'writer.mjs'))
})

afterAll(async () => {
  await writer.stop()
  rmSync(folder, { recursive: true, force: true })
})

function patents(count: number) {
  const inserts = Array.from({ length: count }, (_, index) => anInsert('patent', aPatent({ applicationNumber: `2019101${String(index).padStart(5, '0')}.1` }), index + 2))
  return aChangeSet({ batch: aBatch(), inserts })
}

describe('the writer thread', () => {
  it('applies a change set while a reader looks on, and tells how far it is', async () => {
    using register = tempRegister()
    const reader = register.open('read')
    const progress: number[] = []
    const applied = await writer.apply(register.path, patents(5_000), { onProgress: (done) => progress.push(done) })
    expect(applied).toMatchObject({ ok: true, value: { sequence: 1 } })
    expect(await reader.records.count('patent')).toBe(5_000)
    expect(progress.at(-1)).toBeGreaterThan(0)
  })

  it('leaves nothing behind when it is cancelled', async () => {
    using register = tempRegister()
    const cancelled = AbortSignal.abort()
    expect(await writer.apply(register.path, patents(5_000), { signal: cancelled })).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(await register.open('read').records.count('patent')).toBe(0)
  })

  it.skipIf(process.platform !== 'linux')('gives way to a window, and only then', async () => {
    using register = tempRegister()
    const giving = createRegisterWriter(join(folder, 'writer.mjs'), { givesWay: true })
    // The nineteenth number is the thread's niceness; its name, in brackets, may hold blanks.
    const niceness = (): number[] => readdirSync('/proc/self/task').map((thread) => Number(readFileSync(`/proc/self/task/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[16]))
    const own = niceness()[0] ?? 0
    await writer.apply(register.path, patents(10))
    expect(niceness().filter((nice) => nice > own)).toEqual([])
    using other = tempRegister()
    expect(await giving.apply(other.path, patents(10))).toMatchObject({ ok: true })
    expect(niceness().filter((nice) => nice > own)).toHaveLength(1)
    await giving.stop()
  })

  it('gives the register free again for another writer', async () => {
    using register = tempRegister()
    await writer.apply(register.path, patents(10))
    expect(await register.open('write').sequence()).toBe(1)
  })

  it('answers a refusal of the store as it is', async () => {
    using register = tempRegister()
    const holder = register.open('write')
    expect(await writer.apply(register.path, patents(1))).toMatchObject({ ok: false, code: 'register_in_use' })
    expect(await holder.sequence()).toBe(0)
  })

  it('writes new records while more of them are being found, and nobody sees them before the end', async () => {
    using register = tempRegister()
    const reader = register.open('read')
    const { inserts, ...rest } = patents(5_000)
    const change = writer.grow(register.path)
    for (let start = 0; start < 4_000; start += 500) expect(await change.add(packPortion(inserts.slice(start, start + 500)))).toMatchObject({ ok: true })
    expect(await reader.records.count('patent')).toBe(0)
    expect(await change.finish({ ...rest, inserts: inserts.slice(4_000) })).toMatchObject({ ok: true, value: { sequence: 1, batch: 1 } })
    expect(await reader.records.count('patent')).toBe(5_000)
    expect((await reader.records.byKeys('patent', ['201910104999.1'])).size).toBe(1)
  })

  it('leaves nothing of a growing change set that is abandoned, and goes on with the next work', async () => {
    using register = tempRegister()
    const change = writer.grow(register.path)
    await change.add(packPortion(patents(2_000).inserts))
    const next = writer.apply(register.path, patents(10))
    await change.abandon()
    expect(await next).toMatchObject({ ok: true, value: { sequence: 1 } })
    expect(await register.open('read').records.count('patent')).toBe(10)
  })

  it('stops taking records of a cancelled growing change set', async () => {
    using register = tempRegister()
    const abort = new AbortController()
    const change = writer.grow(register.path, { signal: abort.signal })
    await change.add(packPortion(patents(1_000).inserts))
    abort.abort()
    const { inserts, ...rest } = patents(1_000)
    await change.add(packPortion(inserts))
    expect(await change.finish({ ...rest, inserts: [] })).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(await register.open('read').records.count('patent')).toBe(0)
  })

  it('refuses a growing change set where another program is the writer', async () => {
    using register = tempRegister()
    register.open('write')
    const change = writer.grow(register.path)
    const { inserts, ...rest } = patents(1_000)
    await change.add(packPortion(inserts))
    expect(await change.finish({ ...rest, inserts: [] })).toMatchObject({ ok: false, code: 'register_in_use' })
  })

  it('writes for a thread that holds the register', async () => {
    using register = tempRegister()
    const holder = register.open('write')
    const change = writer.grow(register.path, { lockIsHeld: true })
    const { inserts, ...rest } = patents(1_000)
    await change.add(packPortion(inserts))
    expect(await change.finish({ ...rest, inserts: [] })).toMatchObject({ ok: true })
    expect(await holder.records.count('patent')).toBe(1_000)
  })
})
