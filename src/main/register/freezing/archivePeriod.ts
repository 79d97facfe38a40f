import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import { writeFileAtomically } from '../../workbook/write/atomicFile'
import { writeCsv } from '../../workbook/write/csvWriter'
import { createZipWriter } from '../../workbook/write/zipWriter'
import { readPeriod } from '../ranking/countingOptions'
import { readContent, writeFrozen, type FrozenContent } from './freezePeriod'

/** The answer of `archive` (cli.md): one of the two places. */
export interface ArchiveAnswer {
  folder: string | null
  zip: string | null
  period: string
  files: { file: string; sha256: string }[]
}

type Store = Pick<RegisterStore, 'frozen' | 'records'>

/**
 * The 归档包 of a closed period: a new folder that opens without this program, with each form's newest version, its
 * 口径说明 as text, the records behind its numbers, and the checksums of all of them.
 *
 * @returns not_frozen, usage failures of the period, file_not_writable for a folder that is there already, and what the disk refuses
 */
export async function archivePeriod(store: Store, periodName: string, folder: string): Promise<Result<ArchiveAnswer>> {
  const frozen = await newestForms(store, periodName)
  if (!frozen.ok) return frozen
  if (await isThere(folder)) return fail('file_not_writable', { file: folder })
  const files = await fillFolder(store, frozen.value.reports, folder)
  return files.ok ? succeed({ folder, zip: null, period: frozen.value.period, files: files.value }) : files
}

/** The same as one .zip, in a folder of its own inside; a file that is there already is replaced. */
export async function archiveAsZip(store: Store, periodName: string, zip: string): Promise<Result<ArchiveAnswer>> {
  const frozen = await newestForms(store, periodName)
  if (!frozen.ok) return frozen
  const folder = join(tmpdir(), `archive-${randomUUID()}`)
  try {
    const files = await fillFolder(store, frozen.value.reports, folder)
    if (!files.ok) return files
    const written = await zipFolder(folder, zip, basename(zip, extname(zip)))
    return written.ok ? succeed({ folder: null, zip, period: frozen.value.period, files: files.value }) : written
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function newestForms(store: Store, periodName: string): Promise<Result<{ period: string; reports: FrozenReport[] }>> {
  const period = readPeriod(periodName)
  if (!period.ok) return period
  const reports = newestOf((await store.frozen.list()).filter((report) => report.period === period.value.name))
  return reports.length > 0 ? succeed({ period: period.value.name, reports }) : fail('not_frozen', undefined, { form: t('archive.anyForm'), period: period.value.name })
}

async function fillFolder(store: Store, reports: readonly FrozenReport[], folder: string): Promise<Result<ArchiveAnswer['files']>> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  for (const report of reports) {
    const written = await archiveReport(store, report, folder)
    if (!written.ok) return written
    files.push(...written.value)
  }
  const sums = await Promise.all(files.map(async (file) => ({ file: basename(file), sha256: createHash('sha256').update(await readFile(file)).digest('hex') })))
  await writeFile(join(folder, t('archive.checksums')), sums.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''))
  return succeed(sums)
}

async function zipFolder(folder: string, path: string, inside: string): Promise<Result<unknown>> {
  return writeFileAtomically(path, undefined, async (sink) => {
    const zip = createZipWriter(sink, 4)
    for (const name of (await readdir(folder)).toSorted()) await zip.add(`${inside}/${name}`, await readFile(join(folder, name)))
    await zip.finish()
  })
}

/** The list comes newest first: the first version of a form is the one that stands. */
function newestOf(reports: readonly FrozenReport[]): FrozenReport[] {
  return [...Map.groupBy(reports, ({ form }) => form).values()].flatMap(([newest]) => (newest ? [newest] : []))
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false)
}

async function archiveReport(store: Store, report: FrozenReport, folder: string): Promise<Result<string[]>> {
  const content = await readContent(store, report)
  const named = (suffix: string): string => join(folder, `${report.form}_${suffix}`)
  const form = named(report.fileName)
  const written = await writeFrozen(store, report, form)
  if (!written.ok) return written
  const explanation = named(t('archive.explanation'))
  await writeFile(explanation, explanationText(content))
  const records = named(t('archive.records'))
  const headers = [t('archive.column'), t('archive.row'), t('archive.kind'), t('archive.key')]
  const listed = await writeCsv(records, { columns: headers.map((header) => ({ header })), rows: recordRows(store, content) })
  return listed.ok ? succeed([form, explanation, records]) : listed
}

function explanationText({ sheets }: FrozenContent): string {
  return sheets.flatMap((sheet) => (sheet.kind === 'text' ? sheet.rows.map((row) => row.join('：')) : [])).join('\r\n')
}

/** Every number with its records; a record that is gone since stands with what the register called it. */
async function* recordRows(store: Store, { numbers }: FrozenContent): AsyncGenerator<string[][]> {
  for (const { kind, column, rows } of numbers) {
    for (const { region, ids } of rows) {
      const keys = await store.records.keysOf(kind, ids)
      yield ids.map((id) => [column === null ? '' : String(column + 1), region, kind, keys.get(id) ?? t('archive.gone', { id })])
    }
  }
}
