import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Other programs that open what the writer writes. Where one is not installed, its tests are named skips. */

const run = promisify(execFile)
const PYTHON = '/usr/bin/python3'

export const hasLibreOffice = works('soffice', ['--version'])
export const hasOpenpyxl = works(PYTHON, ['-c', 'import openpyxl'])

function works(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore', timeout: 30_000 })
    return true
  } catch {
    return false
  }
}

export type OpenpyxlSheets = Record<string, { rows: [string, unknown][][]; merges: string[] }>

const dump = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
plain = lambda v: v.isoformat()[:10] if hasattr(v, 'isoformat') else v
print(json.dumps({s.title: {'rows': [[[c.data_type, plain(c.value)] for c in r] for r in s.rows],
  'merges': sorted(str(m) for m in s.merged_cells.ranges)} for s in book}))`

/** Each cell as openpyxl's type letter ('s' text, 'n' number or blank, 'd' date, 'f' formula) and value. */
export async function readWithOpenpyxl(path: string): Promise<OpenpyxlSheets> {
  const { stdout } = await run(PYTHON, ['-c', dump, path], { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout) as OpenpyxlSheets
}

/** Opens the workbook in LibreOffice and returns the converted file; `filter` may carry the filter's options. */
export async function convertWithLibreOffice(path: string, filter: string): Promise<Buffer> {
  const [converted] = await convertAllWithLibreOffice([path], filter)
  if (converted === undefined) throw new Error(`${path} was not converted`)
  return converted
}

/** Workbooks of one folder, all in one start of the program, which takes longer than what it does. */
async function convertAllWithLibreOffice(paths: readonly string[], filter: string): Promise<Buffer[]> {
  const profile = await mkdtemp(join(tmpdir(), 'lo-'))
  try {
    const folder = dirname(paths[0] ?? '')
    await run('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--convert-to', filter, '--outdir', folder, ...paths], { timeout: 120_000 })
    const extension = filter.split(':')[0] ?? ''
    return await Promise.all(paths.map((path) => readFile(join(folder, basename(path).replace(/\.[^.]+$/, `.${extension}`)))))
  } finally {
    await rm(profile, { recursive: true, force: true })
  }
}

/** The first sheet as LibreOffice shows it: UTF-8 CSV, every text quoted. */
export async function shownByLibreOffice(path: string): Promise<string> {
  const [shown = ''] = await allShownByLibreOffice([path])
  return shown
}

/** The same of workbooks of one folder, in their order. */
export async function allShownByLibreOffice(paths: readonly string[]): Promise<string[]> {
  const sheets = await convertAllWithLibreOffice(paths, 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true')
  return sheets.map((csv) => csv.toString('utf8').replace(/^\uFEFF/, ''))
}
