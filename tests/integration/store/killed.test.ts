import { spawn } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { tempRegister } from '../../support/tempRegister'

const recordsOfBatch = 400
const programFolder = tempRegister()
const program = join(programFolder.folder, 'applyForever.js')

beforeAll(async () => {
  const entry = join(import.meta.dirname, 'killed/applyForever.ts')
  await build({
    configFile: false, logLevel: 'silent', ssr: { noExternal: true },
    build: { ssr: true, outDir: programFolder.folder, target: 'node24', rollupOptions: { input: entry, external: [/^node:/, 'better-sqlite3'], output: { entryFileNames: '[name].js' } } },
  })
  symlinkSync(join(import.meta.dirname, '../../../node_modules'), join(programFolder.folder, 'node_modules'))
  return () => { programFolder[Symbol.dispose]() }
})

/** Starts the program, lets it acknowledge a batch, waits on and kills it; answers with the last acknowledged sequence. */
async function killAfter(path: string, delayMs: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', `process.argv.splice(1, 0, 'x'); await import(${JSON.stringify(program)})`, path, String(recordsOfBatch)])
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
  it.each([3, 17, 41, 58, 83, 110])('leaves every batch wholly there or wholly absent (after %i ms)', async (delayMs) => {
    using register = tempRegister()
    const acknowledged = await killAfter(register.path, delayMs)
    const store = register.open()
    const sequence = await store.sequence()
    // The last batch may be durable although the program died before it could say so.
    expect([acknowledged, acknowledged + 1]).toContain(sequence)
    expect(await store.records.count('patent')).toBe(sequence * recordsOfBatch)
    await store.close()
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })
})
