import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createCounting } from '../../../src/main/register/counting'
import { openSession } from '../../../src/main/register/opened/session'
import { writeFileAtomically } from '../../../src/main/workbook/write/atomicFile'
import { createZipWriter } from '../../../src/main/workbook/write/package/zipWriter'
import { cached } from '../cache'
import { registerOf } from '../generator/buildRegister'
import { plainSqlite } from '../generator/plainTables'
import { alternate, seriesOf, timed } from '../measure'
import { hasProgram } from '../peers'
import { resultOf, type BenchResult } from '../result'
import { runJob, runProgram } from '../runJob'

const districts = ['370202', '370203', '370211', '370212', '370213', '370214', '370215', '370281', '370283', '370285'] as const
const types = ['invention', 'utility_model'] as const
const years = ['2016', '2017', '2018', '2019', '2020', '2021'] as const
/** Twelve columns: what was granted of a type in a year. */
const columns = types.flatMap((type) => years.map((year) => ({ type, year })))

/** A ranking of ten districts in twelve columns: ours beside a sheet of 120 COUNTIFS with four conditions each. */
export async function rankSheet(rounds: number): Promise<BenchResult[]> {
  const patents = 100_000
  const session = openSession(await registerOf(patents))
  if (!session.ok) throw new Error(session.code)
  try {
    const counting = await createCounting(session.value.store, session.value.columns)
    const ours = async (): Promise<string[][]> => {
      const answers = await Promise.all(columns.map(({ type, year }) => counting.rank('patents_granted', { period: year, filters: [`type=${type}`] })))
      return districts.map((code) => answers.map((answer) => String(answer.ok ? answer.value.rows.find((row) => row.code === code)?.value : answer.code)))
    }
    const known = hasProgram('soffice')
    if (known) requireSameCounts(await ours(), (await converted(await sheetOf(patents, true))).cells)
    const own = await alternate(5 * rounds, () => timed(ours), null)
    const recalculation: number[] = []
    for (let round = 0; known && round < rounds; round++) {
      const withFormulas = await converted(await sheetOf(patents, true))
      recalculation.push(withFormulas.ms - (await converted(await sheetOf(patents, false))).ms)
    }
    return [resultOf('rank-100k-sheet', patents, { ours: own.ours, peer: known ? seriesOf(recalculation) : null }, known ? { note: 'the peer’s time is that of a sheet with the formulas less one without' } : { missing: 'LibreOffice' })]
  } finally {
    await session.value.close()
  }
}

function requireSameCounts(ours: readonly string[][], peer: readonly string[][]): void {
  if (JSON.stringify(ours) !== JSON.stringify(peer)) throw new Error(`rank-100k-sheet: answers differ\n  ours ${ours[0]?.join(' ')}\n  peer ${peer[0]?.join(' ')}`)
}

/** LibreOffice opens the sheet and prints its first table. */
async function converted(file: string): Promise<{ ms: number; cells: string[][] }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const { ms } = await runProgram('soffice', ['--headless', profile, '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76', '--outdir', folder, file])
    const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.xlsx$/, '.csv')
    return { ms, cells: readFileSync(join(folder, name), 'utf8').trim().split('\n').map((line) => line.split(',')) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface PlainPatent { district: string; type: string; granted_on: string | null }

function sheetOf(patents: number, calculates: boolean): Promise<string> {
  return cached(`rank-sheet-${patents}${calculates ? '' : '-plain'}.xlsx`, async (path) => {
    const db = new Database(await plainSqlite(patents), { readonly: true })
    const rows = db.prepare<[], PlainPatent>('SELECT district, type, granted_on FROM patent ORDER BY id').all()
    db.close()
    const written = await writeFileAtomically(path, undefined, async (sink) => {
      const zip = createZipWriter(sink)
      for (const [name, content] of Object.entries(partsOf(rows, calculates))) await zip.add(name, content)
      await zip.finish()
    })
    if (!written.ok) throw new Error(written.code)
  })
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

function partsOf(rows: readonly PlainPatent[], calculates: boolean): Record<string, string> {
  const text = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`
  const data = rows.map(({ district, type, granted_on }) => `<row>${text(district)}${text(type)}<c><v>${dayNumber(granted_on)}</v></c></row>`)
  const last = rows.length
  const cells = districts.map((district) => `<row>${columns.map(({ type, year }) => (calculates
    ? `<c><f>COUNTIFS(Data!A$1:A$${last},"${district}",Data!B$1:B$${last},"${type}",Data!C$1:C$${last},"&gt;=${year}0101",Data!C$1:C$${last},"&lt;=${year}1231")</f></c>`
    : '<c><v>0</v></c>')).join('')}</row>`)
  const sheet = (content: readonly string[]): string => `<worksheet xmlns="${main}"><sheetData>${content.join('')}</sheetData></worksheet>`
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${[1, 2].map((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Rank" sheetId="1" r:id="r1"/><sheet name="Data" sheetId="2" r:id="r2"/></sheets><calcPr fullCalcOnLoad="1"/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${[1, 2].map((at) => `<Relationship Id="r${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(cells),
    'xl/worksheets/sheet2.xml': sheet(data),
  }
}

/** 20211231 for a whole date; a sheet compares numbers faster than texts. */
function dayNumber(date: string | null): number {
  return date === null ? 0 : Number(date.replaceAll('-', ''))
}

/** Each fills the form for the first time in a process of its own, as it is done in an office: once a quarter. */
export async function fillForm(rounds: number): Promise<BenchResult[]> {
  const template = join(process.env.BENCH_ROOT ?? process.cwd(), 'resources/samples/30_省局上报模板_F2.xlsx')
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const cells = Array.from({ length: 11 }, (_, row) => Array.from({ length: 12 }, (_unused, column) => ({ row: 6 + row, column: 2 + column, value: row * column }))).flat()
  const once = async (job: string): Promise<number> => (await runJob(job, { template, sheet: '附表2', cells, out: join(folder, `${job}.xlsx`) })).ms
  try {
    return [resultOf('fill-form', cells.length, await alternate(rounds, () => once('fill'), () => once('populate')), { note: 'the work alone, in one process on either side: the start of a parser process, once for a form, is not in it' })]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
