import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs'
import { extname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { listBackups } from '../../../src/main/register/backup/listBackups'
import { createFileStore, filesFolderOf } from '../../../src/main/store/fileStore'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { backupRegister } from '../../../src/main/store/sqlite/backup/backupRegister'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSettingsChange } from '../../support/registers/changeSets'
import { momentsOf, recordFigure } from '../../support/longSuites'
import { quickKeys } from '../../support/registers/sealedBackups'
import { tempRegister } from '../../support/registers/tempRegister'

const recordsOfBatch = 400
const programFolder = tempRegister()
const programs = ['applyForever', 'attachForever', 'undoForever', 'backUpForever', 'replaceForever'] as const

beforeAll(async () => {
  await build({
    configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { ssr: true, outDir: programFolder.folder, target: 'node24', rollupOptions: { input: programs.map((name) => join(import.meta.dirname, 'killed', `${name}.ts`)), external: [/^node:/, 'better-sqlite3'], output: { entryFileNames: '[name].js' } } },
  })
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(programFolder.folder, 'node_modules'))
  return () => { programFolder[Symbol.dispose]() }
})

/** Starts a program, lets it acknowledge a change, waits on and kills it; answers with the last acknowledged sequence. */
async function killAfter(program: (typeof programs)[number], path: string, delayMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', `process.argv.splice(1, 0, 'x'); await import(${JSON.stringify(join(programFolder.folder, `${program}.js`))})`, path, String(recordsOfBatch)])
  let acknowledged = ''
  let complaint = ''
  const first = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => { acknowledged += chunk.toString(); resolve() })
    child.on('exit', () => { resolve() })
  })
  child.stderr.on('data', (chunk: Buffer) => { complaint += chunk.toString() })
  await first
  await wait(delayMs)
  const exit = new Promise((resolve) => child.once('close', resolve))
  expect(child.kill('SIGKILL'), complaint).toBe(true)
  await exit
  return Number(acknowledged.trimEnd().split('\n').at(-1))
}

describe('a program killed while it applies', () => {
  it.each(momentsOf('KILLS', [3, 17, 41, 58, 83, 110], 400, 0.15))('leaves every batch wholly there or wholly absent (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const acknowledged = await killAfter('applyForever', register.path, delayMs)
    const store = register.open()
    const sequence = await store.sequence()
    // The last batch may be durable although the program died before it could say so.
    expect([acknowledged, acknowledged + 1]).toContain(sequence)
    expect(await store.records.count('patent')).toBe(sequence * recordsOfBatch)
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    recordFigure('kills', 1)
  })
})

describe('a program killed while it takes a batch back and lets it count again', () => {
  it.each(momentsOf('KILLS', [21, 77], 500, 0.1))('leaves the batch there or taken back, as its last change says (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const acknowledged = await killAfter('undoForever', register.path, delayMs)
    const store = register.open()
    const sequence = await store.sequence()
    expect([acknowledged, acknowledged + 1]).toContain(sequence)
    expect(await store.records.count('patent')).toBe(sequence % 2 === 1 ? recordsOfBatch : 0)
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    recordFigure('kills', 1)
  })
})

describe('a program killed while it makes backups', () => {
  it.each(momentsOf('KILLS', [15, 90], 500, 0.05))('leaves only good ones under the name of a backup (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: Array.from({ length: 300 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}` }), at + 2)) }))
    await store.close()
    const made = await killAfter('backUpForever', register.path, delayMs)
    const found = listBackups(register.path, join(register.folder, '备份'))
    expect(found.map(({ state, records }) => [state, records])).toEqual(found.map(() => ['good', 300]))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(made + 1)
    recordFigure('kills', 1)
  })
})

describe('a program killed while it makes encrypted backups', () => {
  it.each(momentsOf('KILLS', [9, 70], 500, 0.1))('leaves only good ones, and nothing open where they lie (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const { opened, setting } = await quickKeys()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: Array.from({ length: 300 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `2019${at}` }), at + 2)) }))
    await store.apply(aSettingsChange(setting))
    await store.close()
    const made = await killAfter('backUpForever', register.path, delayMs)
    const folder = join(register.folder, '备份')
    const found = listBackups(register.path, folder, opened)
    expect(found.map(({ file, state, records }) => [extname(file), state, records])).toEqual(found.map(() => ['.bzrx', 'good', 300]))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(made + 1)
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('SQLite format'), name).toBe(false)
    recordFigure('kills', 1)
  })
})

describe('a program killed while it attaches files', () => {
  it.each(momentsOf('KILLS', [7, 29, 61], 300, 0.1))('leaves every acknowledged file whole, and at most one that nothing speaks of (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const acknowledged = await killAfter('attachForever', register.path, delayMs)
    const store = register.open()
    const attached = await store.attachments.ofRecord('patent', 1)
    // The change set before the first attachment brought the record.
    expect([acknowledged - 1, acknowledged]).toContain(attached.length)
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    const left = readdirSync(filesFolderOf(register.path), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const entry of left) utimesSync(join(entry.parentPath, entry.name), 1, 1)
    expect(left.length - attached.length).toBeLessThanOrEqual(1)
    const wanted = await store.attachments.keptContent()
    expect(createFileStore(register.path).tidy((sha256) => wanted.has(sha256)).files).toBe(left.length - attached.length)
    expect(await checkRegister(register.path)).toEqual(report)
    recordFigure('kills', 1)
  })
})

/** For a moment a register that is set aside has nothing in its place yet: it is then the newest of those set aside. */
function lastName(path: string): string {
  for (let number = 1, last = path; ; number++) {
    if (existsSync(path)) return path
    const aside = path.replace('.bzr', `_damaged-${number}.bzr`)
    if (!existsSync(aside)) return last
    last = aside
  }
}

describe('a program killed while it puts a backup in the place of a register', () => {
  it.each(momentsOf('KILLS', [4, 60, 97, 131], 900, 0.1))('leaves the one or the other, whole (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const sizes = [600, 1_800]
    const store = register.open()
    for (const [at, size] of sizes.entries()) {
      const inserts = Array.from({ length: size - (sizes[at - 1] ?? 0) }, (_, row) => anInsert('patent', aPatent({ applicationNumber: `${at}-${row}` }), row + 2))
      await store.apply(aChangeSet({ batch: aBatch(), inserts }))
      expect(await backupRegister(register.path, `${register.path}.backup-${at}`)).toMatchObject({ ok: true })
    }
    await store.close()
    await killAfter('replaceForever', register.path, delayMs)
    const path = lastName(register.path)
    const left = createStore(path, { mode: 'read' })
    expect(left.ok && sizes.includes(await left.value.records.count('patent'))).toBe(true)
    if (left.ok) await left.value.close()
    const report = await checkRegister(path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
    recordFigure('kills', 1)
  })
})
