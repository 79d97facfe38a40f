import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { cachePath, cached, removeDatabase } from '../cache'
import { registerOf, type RegisterFacts } from '../generator/buildRegister'
import { addPlainBatch, plainSqlite } from '../generator/plainTables'
import { exportXlsx } from '../generator/vendorFiles'
import { seriesOf } from '../measure'
import { resultOf, type BenchResult } from '../result'
import { runJob, type JobRun } from '../runJob'

export async function exportXlsxRows(rounds: number, patents: number): Promise<BenchResult[]> {
  const register = await registerOf(patents)
  const rows = Math.min(patents, 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const runs: { ours: JobRun[]; peer: JobRun[] } = { ours: [], peer: [] }
    for (let round = 0; round < rounds; round++) {
      runs.ours.push(await runJob('export', { register, file: join(folder, 'ours.xlsx'), rows }))
      runs.peer.push(await runJob('excelExport', { register, file: join(folder, 'peer.xlsx'), rows }))
    }
    const times = { ours: seriesOf(runs.ours.map(({ ms }) => ms)), peer: seriesOf(runs.peer.map(({ ms, facts }) => ms - (facts.makingMs ?? 0))) }
    const memory = { ours: seriesOf(runs.ours.map(({ peakMb }) => peakMb ?? 0)), peer: seriesOf(runs.peer.map(({ peakMb }) => peakMb ?? 0)) }
    return [resultOf('export-xlsx-100k', rows, times), resultOf('export-memory', rows, memory)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A register and a plain table with one batch of 100,000 further patents, copied for every run. */
async function withBatch(patents: number, batchRows: number): Promise<{ register: string; plain: string; firstPlain: number }> {
  const firstPlain = 2_000_000
  const file = await exportXlsx(batchRows)
  const register = await cached(`undo-${patents}.bzr`, async (path) => {
    copyFileSync(await registerOf(patents), path)
    await runJob('import', { file, register: path })
    removeDatabase(`${path}-lock`)
  })
  bringUpToDate(register)
  const plain = await cached(`undo-plain-${patents}.sqlite`, async (path) => {
    copyFileSync(await plainSqlite(patents), path)
    addPlainBatch(path, firstPlain, batchRows, patents)
  })
  return { register, plain, firstPlain }
}

/** A register kept from an older program is upgraded, and copied before that, by whoever opens it: no part of an undo. */
function bringUpToDate(register: string): void {
  const opened = createStore(register, { mode: 'write' })
  if (!opened.ok) throw new Error(opened.code)
  void opened.value.close()
}

export async function undo(rounds: number, patents: number): Promise<BenchResult[]> {
  const batchRows = 100_000
  const { register, plain, firstPlain } = await withBatch(patents, batchRows)
  const ours: number[] = []
  const peer: number[] = []
  for (let round = 0; round < rounds; round++) {
    const undone = await onCopy(register, (copy) => runJob('undo', { register: copy }))
    const deleted = await onCopy(plain, (copy) => runJob('plainDelete', { file: copy, batch: firstPlain }))
    if (undone.facts.removed !== deleted.facts.removed) throw new Error(`undo removed ${undone.facts.removed} of ${deleted.facts.removed}`)
    ours.push(undone.ms)
    peer.push(deleted.ms)
  }
  return [resultOf('undo-100k', batchRows, { ours: seriesOf(ours), peer: seriesOf(peer) }, { note: `in a register of ${patents}` })]
}

async function onCopy<T>(path: string, work: (copy: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const copy = join(folder, 'copy.bzr')
    copyFileSync(path, copy)
    return await work(copy)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function bytesPerRecord(patents: number): Promise<BenchResult[]> {
  await registerOf(patents)
  const { patentBytes } = JSON.parse(readFileSync(cachePath(`register-${patents}.json`), 'utf8')) as RegisterFacts
  const peer = statSync(await plainSqlite(patents)).size / patents
  return [resultOf('bytes-per-record', patents, { ours: seriesOf([patentBytes / patents]), peer: seriesOf([peer]) })]
}
