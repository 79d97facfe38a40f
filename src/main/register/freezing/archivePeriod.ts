import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { formNames } from '../../../shared/domain/catalogue/forms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import type { ReplacedFont } from '../../workbook/print/fontShelf'
import { writeFileAtomically } from '../../workbook/write/atomicFile'
import { createZipWriter } from '../../workbook/write/package/zipWriter'
import { readPeriod } from '../ranking/countingOptions'
import { pdfNameOf } from '../reports/reportFileName'
import type { OpenPrinter } from '../printing/printMessages'
import { printerHere, withPrinter } from '../printing/printerHere'
import type { WritingWork } from '../reports/reportFile'
import { dropFolder, temporaryFolder } from '../../store/temporaryFolders'
import { writeArchivedRecords } from './archivedRecords'
import type { GoneSetting } from './goneRecords'
import { readContent, writeFrozen, type FrozenContent } from './freezePeriod'

/** The answer of `archive` (cli.md): one of the two places. */
export interface ArchiveAnswer {
  folder: string | null
  zip: string | null
  period: string
  files: { file: string; sha256: string }[]
  /** What the fonts of this computer could not do; null where it has no Chinese one, and no PDF was printed. */
  pdf: ArchivedPdf | null
}

export interface ArchivedPdf {
  replacedFonts: ReplacedFont[]
  missingCharacters: string
}

/** The register that is archived, and its journal, which knows what records were called that are gone since. */
export interface ArchiveSetting extends GoneSetting { store: Pick<RegisterStore, 'frozen'> & GoneSetting['store'] }

/** Who hears of an archive, and where its PDFs are printed; in this thread where left out. */
export type ArchiveWork = Omit<WritingWork, 'print'> & { openPrinter?: OpenPrinter | undefined }

/**
 * The 归档包 of a closed period: a new folder that opens without this program, with each form's newest version as
 * workbook and PDF, its 口径说明 as text, the records behind its numbers, and the checksums of all of them.
 *
 * @returns not_frozen, usage failures of the period, file_not_writable for a folder that is there already, job_cancelled, and what the disk refuses
 */
export async function archivePeriod(setting: ArchiveSetting, periodName: string, folder: string, work: ArchiveWork = {}): Promise<Result<ArchiveAnswer>> {
  const frozen = await newestForms(setting, periodName)
  if (!frozen.ok) return frozen
  if (await isThere(folder)) return fail('file_not_writable', { file: folder }, { what: 'exists' })
  const filled = await fillFolder(setting, frozen.value.reports, folder, work)
  if (filled.ok) return succeed({ folder, zip: null, period: frozen.value.period, ...filled.value })
  await rm(folder, { recursive: true, force: true })
  return filled
}

/** The same as one .zip, in a folder of its own inside; a file that is there already is replaced. */
export async function archiveAsZip(setting: ArchiveSetting, periodName: string, zip: string, work: ArchiveWork = {}): Promise<Result<ArchiveAnswer>> {
  const frozen = await newestForms(setting, periodName)
  if (!frozen.ok) return frozen
  const folder = temporaryFolder('archive')
  try {
    const filled = await fillFolder(setting, frozen.value.reports, folder, work)
    if (!filled.ok) return filled
    const written = await zipFolder(folder, zip, basename(zip, extname(zip)), work.signal)
    return written.ok ? succeed({ folder: null, zip, period: frozen.value.period, ...filled.value }) : written
  } finally {
    dropFolder(folder)
  }
}

async function newestForms({ store }: ArchiveSetting, periodName: string): Promise<Result<{ period: string; reports: FrozenReport[] }>> {
  const period = readPeriod(periodName)
  if (!period.ok) return period
  const reports = newestOf((await store.frozen.list()).filter((report) => report.period === period.value.name))
  return reports.length > 0 ? succeed({ period: period.value.name, reports }) : fail('not_frozen', undefined, { form: t('archive.anyForm'), period: period.value.name })
}

type Filled = Pick<ArchiveAnswer, 'files' | 'pdf'>

/** All forms are printed by one printer, which reads each font once. */
function fillFolder(setting: ArchiveSetting, reports: readonly FrozenReport[], folder: string, { openPrinter = printerHere, ...watch }: ArchiveWork): Promise<Result<Filled>> {
  return withPrinter(openPrinter, (printer) => fillWithForms(setting, reports, folder, { ...watch, print: printer.print }))
}

/** Progress counts forms. */
async function fillWithForms(setting: ArchiveSetting, reports: readonly FrozenReport[], folder: string, { onProgress, ...work }: WritingWork): Promise<Result<Filled>> {
  await mkdir(folder, { recursive: true })
  const files: string[] = []
  let pdf: ArchivedPdf | null = { replacedFonts: [], missingCharacters: '' }
  for (const [index, report] of reports.entries()) {
    onProgress?.(index, reports.length)
    const written = await archiveReport(setting, report, folder, work)
    if (!written.ok) return written
    files.push(...written.value)
    if (pdf === null) continue
    const file = join(folder, `${report.form}_${pdfNameOf(report.fileName)}`)
    const printed = await writeFrozen(setting.store, report, file, work)
    // A computer without Chinese fonts makes an archive all the same, and says what is not in it.
    if (!printed.ok && printed.code !== 'no_chinese_font') return printed
    pdf = printed.ok ? joinedPdf(pdf, printed.value.pdf) : null
    if (printed.ok) files.push(file)
  }
  const sums = await Promise.all(files.map(async (file) => ({ file: basename(file), sha256: createHash('sha256').update(await readFile(file)).digest('hex') })))
  await writeFile(join(folder, t('archive.checksums')), sums.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''))
  return succeed({ files: sums, pdf })
}

function joinedPdf(before: ArchivedPdf, { replacedFonts, missingCharacters }: ArchivedPdf = { replacedFonts: [], missingCharacters: '' }): ArchivedPdf {
  const fonts = [...before.replacedFonts, ...replacedFonts.filter(({ asked }) => !before.replacedFonts.some((known) => known.asked === asked))]
  return { replacedFonts: fonts, missingCharacters: [...new Set(before.missingCharacters + missingCharacters)].join('') }
}

async function zipFolder(folder: string, path: string, inside: string, signal: AbortSignal | undefined): Promise<Result<unknown>> {
  return writeFileAtomically(path, signal, async (sink) => {
    const zip = createZipWriter(sink, 4)
    for (const name of (await readdir(folder)).toSorted()) await zip.add(`${inside}/${name}`, await readFile(join(folder, name)))
    await zip.finish()
  })
}

/** The newest version of each form, in the order of the forms. */
function newestOf(reports: readonly FrozenReport[]): FrozenReport[] {
  // They come newest first.
  return formNames.flatMap((form) => reports.find((report) => report.form === form) ?? [])
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(() => true, () => false)
}

async function archiveReport(setting: ArchiveSetting, report: FrozenReport, folder: string, work: WritingWork): Promise<Result<string[]>> {
  const content = await readContent(setting.store, report)
  const named = (suffix: string): string => join(folder, `${report.form}_${suffix}`)
  const form = named(report.fileName)
  const written = await writeFrozen(setting.store, report, form, work)
  if (!written.ok) return written
  const explanation = named(t('archive.explanation'))
  await writeFile(explanation, explanationText(content))
  const records = named(t('archive.records'))
  const listed = await writeArchivedRecords(records, setting, report, content, work.signal)
  return listed.ok ? succeed([form, explanation, records]) : listed
}

function explanationText({ sheets }: FrozenContent): string {
  return sheets.flatMap((sheet) => (sheet.kind === 'text' ? sheet.rows.map((row) => row.filter((word) => word !== '').join('：')) : [])).join('\r\n')
}
