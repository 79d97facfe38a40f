import type { ImportDetail, ImportJob as JobAnswer, PreviewRow, SheetPreview, SheetSummary } from '../../../../shared/bridge/imports'
import { skipCodes, type SkipCode } from '../../../../shared/domain/errorCodes'
import type { Row, SheetInfo } from '../../../workbook/types'
import type { DistrictDirectory } from '../districtDirectory'
import { isBlankCell } from '../table/cellText'
import type { LayoutMatch } from '../layouts/matchLayout'
import type { ImportJob, JudgedFile } from './importJob'
import { shownCell } from './printValues'
import type { SheetMemory } from './sheetMemory'

/** A job as the list of files shows it. */
export function describeJob(job: ImportJob, districts: DistrictDirectory): JobAnswer {
  const { reading, answer } = job
  const district = job.settings.district ?? reporterOf(reading)
  const isJudged = answer !== null && reading !== null
  return {
    job: job.id, revision: job.revision, file: job.fileName, path: job.path, sizeBytes: job.sizeBytes, state: job.state, progress: job.progress,
    kind: answer?.kind ?? job.settings.kind, district: district === null ? null : districts.nameOf(district),
    verdicts: isJudged ? reading.ledger.counts() : null,
    open: isJudged ? reading.questions.open(job.answers) : 0, answered: job.answered.length, failure: job.failure === null ? null : { ...job.failure, at: { ...job.failure.at } }, batch: answer?.batch ?? null,
    written: job.state === 'done' && answer ? answer.rows : null,
  }
}

/** The one district that the sheets of a file are of; a file of several is none's. */
function reporterOf(reading: JudgedFile | null): string | null {
  const named = new Set([...(reading?.sheets.values() ?? [])].flatMap(({ context }) => context?.reporterDistrict ?? []))
  return named.size > 1 ? null : (reading?.context?.reporterDistrict ?? null)
}

/** Everything about a job but its rows. */
export function describeDetail(job: ImportJob, districts: DistrictDirectory): ImportDetail {
  const { answer, reading, settings } = job
  const context = reading?.context ?? null
  return {
    job: describeJob(job, districts),
    settings: { kind: settings.kind, district: settings.district, statusDate: settings.statusDate },
    found: { district: context?.reporterDistrict ?? null, statusDate: context?.statusDate ?? null },
    districts: districts.list(),
    isRemembered: job.isRemembered,
    sheets: reading?.workbook?.sheets.map((info) => describeSheet(info, job, reading)) ?? [],
    notices: answer?.notices.filter(({ row }) => row === null).map(({ code, message }) => ({ code, message })) as ImportDetail['notices'] ?? [], // codes come from the list of notices
    result: job.state === 'done' && answer ? { rows: answer.rows, records: answer.records, seconds: answer.seconds, effect: job.effect } : null,
    forecast: job.state === 'done' ? null : job.forecast,
  }
}

function describeMatch(match: LayoutMatch | undefined): SheetSummary['layout'] {
  return match ? { fileName: match.layout.fileName, at: match.layout.at, differences: match.differences.slice(0, mostDifferences) } : null
}

function describeSheet(info: SheetInfo, job: ImportJob, reading: JudgedFile): SheetSummary {
  const { settings } = job
  const memory = reading.sheets.get(info.index)
  const context = memory?.context ?? null
  const { dataFrom, dataTo, dataRows, skipped } = reading.ledger.extentOf(info.index)
  const entry = settings.sheets.get(info.index)
  return {
    index: info.index, name: info.name, state: info.state, kind: context?.kind ?? null, headerRows: context?.header.rows ?? entry?.headerRows ?? [],
    rows: memory?.lastRow ?? 0, width: memory?.width ?? 0, dataFrom, dataTo, dataRows,
    skipped: [...skipped].filter(([code]) => code !== 'blank').map(([code, count]) => ({ code, count })),
    isIncluded: entry?.skip !== true && (info.state === 'visible' || settings.included.has(info.index) || reading.sheets.has(info.index)),
    layout: describeMatch(job.recall.matches.get(info.index)),
    title: context ? { text: context.title.title, reporter: context.title.reporter, year: context.title.year } : null,
  }
}

const mostDifferences = 60
const shownColumns = 60
const shownHead = 14
const shownTail = 7

/** The sheet as it looks: its first and last rows, or the rows asked for. */
export function describeRows(memory: SheetMemory, reading: JudgedFile, written: readonly Row[]): SheetPreview {
  const rows = memory.withBlanks(written)
  const numbers = rows.map(({ row }) => row)
  const from = Math.min(...numbers)
  const to = Math.max(...numbers)
  const verdicts = reading.ledger.ofSheet(memory.info.index, from, to)
  const base1904 = reading.workbook?.base1904 ?? false
  const headerRows = memory.context?.header.rows ?? []
  const width = Math.min(memory.width, shownColumns)
  return {
    rows: rows.map((row): PreviewRow => {
      const verdict = verdicts.get(row.row)
      const skipped = verdict?.verdict === 'skipped' ? skipCodes.find((code): code is SkipCode => code === verdict.code) ?? null : null
      return {
        row: row.row, cells: Array.from({ length: width }, (_, column) => shownCell(row.cells[column], base1904)),
        role: roleOf(row, headerRows, memory.context !== null, skipped), skipped, verdict: verdict?.verdict ?? null, marked: verdict?.marked ?? null,
      }
    }),
    merges: memory.merges.filter(({ top, bottom, left }) => bottom >= from && top <= to && left < width).slice(0, 2_000),
    width,
    hiddenColumns: Math.max(0, memory.width - width),
  }
}

/** First and last rows: they decide how a table is built. */
export function framingRows(memory: SheetMemory): Row[] {
  const head = memory.head.slice(0, memory.head.length <= shownHead + shownTail + 3 && memory.isWhole ? memory.head.length : shownHead)
  const seen = head.at(-1)?.row ?? 0
  return [...head, ...memory.lastRows(shownTail).filter(({ row }) => row > seen)]
}

function roleOf({ row, cells }: Row, headerRows: readonly number[], isTable: boolean, skipped: SkipCode | null): PreviewRow['role'] {
  if (!isTable) return 'outside'
  if (headerRows.includes(row)) return 'header'
  if (headerRows.length > 0 && row < Math.min(...headerRows)) return 'title'
  if (cells.every((cell) => isBlankCell(cell)) || skipped === 'blank') return 'blank'
  return skipped === null ? 'data' : 'skipped'
}
