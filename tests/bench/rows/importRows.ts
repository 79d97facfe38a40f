import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportXlsx, listCsv } from '../generator/vendorFiles'
import { alternate, seriesOf, type Pair } from '../measure'
import { hasPandas, hasProgram, pandasPython, pandasScript, shellImport } from '../peers'
import { resultOf, type BenchResult } from '../result'
import { runJob, runProgram } from '../runJob'

/** A folder for one run, gone afterwards: registers and tables of a measurement are large. */
async function inTempFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const peaks = new Map<string, number[]>()

async function importOnce(file: string): Promise<number> {
  const { ms, peakMb } = await inTempFolder((folder) => runJob('import', { file, register: join(folder, 'new.bzr') }))
  if (peakMb !== null) peaks.set(file, [...(peaks.get(file) ?? []), peakMb])
  return ms
}

async function pandasOnce(file: string): Promise<number> {
  const { output } = await inTempFolder((folder) => runProgram(pandasPython, ['-c', pandasScript, file, join(folder, 'peer.sqlite')]))
  return Number(output.trim())
}

async function libreOfficeOnce(file: string): Promise<number> {
  return inTempFolder(async (folder) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    return (await runProgram('soffice', ['--headless', profile, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, file])).ms
  })
}

export async function importXlsx(rounds: number): Promise<BenchResult[]> {
  const file = await exportXlsx(100_000)
  const known = hasPandas()
  const pair = await alternate(rounds, () => importOnce(file), known ? () => pandasOnce(file) : null, 0)
  return [resultOf('import-xlsx-100k', 100_000, pair, known ? {} : { missing: 'pandas' })]
}

export async function importXlsxBesideLibreOffice(rounds: number): Promise<BenchResult[]> {
  const file = await exportXlsx(100_000)
  const known = hasProgram('soffice')
  const pair = await alternate(rounds, () => importOnce(file), known ? () => libreOfficeOnce(file) : null, 0)
  return [resultOf('import-xlsx-100k-libreoffice', 100_000, pair, known ? {} : { missing: 'LibreOffice' })]
}

export async function importCsv(rounds: number, rows: number): Promise<BenchResult[]> {
  const ours = await listCsv(rows, 'gb18030')
  const copy = await listCsv(rows, 'utf-8')
  const known = hasProgram('sqlite3')
  const peer = async (): Promise<number> => inTempFolder(async (folder) => (await runProgram('sqlite3', [join(folder, 'peer.sqlite')], shellImport(copy))).ms)
  const pair = await alternate(rounds, () => importOnce(ours), known ? peer : null, 0)
  return [resultOf('import-csv-500k', rows, pair, known ? {} : { missing: 'sqlite3' })]
}

/** Peaks of the imports measured before are used again: memory does not depend on who else was busy. */
export async function importMemory(rounds: number): Promise<BenchResult[]> {
  const file = await exportXlsx(100_000)
  while ((peaks.get(file) ?? []).length < rounds) {
    const before = (peaks.get(file) ?? []).length
    await importOnce(file)
    if ((peaks.get(file) ?? []).length === before) return [resultOf('import-memory', 100_000, noPair, { missing: '/proc' })]
  }
  const reading: number[] = []
  for (let round = 0; round < rounds; round++) reading.push((await runJob('excelRead', { file })).peakMb ?? 0)
  return [resultOf('import-memory', 100_000, { ours: seriesOf(peaks.get(file) ?? []), peer: seriesOf(reading) })]
}

const noPair: Pair = { ours: seriesOf([]), peer: null }
