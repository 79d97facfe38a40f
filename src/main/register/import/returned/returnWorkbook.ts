import { basename, join } from 'node:path'
import { columnIndex } from '../../../../shared/domain/columnLetters'
import { Refusal, succeed, type Result } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import { openFormProcess, type FormReading } from '../../../workbook/forms/formClient'
import type { CoverLine, CoverSheet, MarkedCell } from '../../../workbook/forms/formMarks'
import type { ReadOptions } from '../../../workbook/types'
import { copyWorkbook } from '../../../workbook/write/copyWriter'
import type { JobWatch } from '../../runJob'
import type { RowCounts } from '../answer'
import type { ImportServices } from '../importOptions'
import { openChoosing, visibleAnd } from '../openChoosing'
import type { FaultyCell } from './faultyCells'
import { readExportMark } from '../../ownExports/exportMark'
import { parseTemplateMark } from '../templates/templateMark'
import { dropFolder, temporaryFolder } from '../../../store/temporaryFolders'
import { writeReturnMark } from './returnMark'

/** A file whose refused and doubtful rows go back to its sender. */
export interface FileToReturn {
  path: string
  fileName: string
  sha256: string
  /** Null for a file that was judged and not taken in. */
  batch: number | null
  rows: RowCounts
  cells: readonly FaultyCell[]
  /** Tables of the file: where their headings stand, and the column that a fault without one is marked in. */
  tables: readonly { sheet: string | null; headerRows: readonly number[]; firstColumn: string }[]
}

/** patched: the sender's own workbook · copied: what was read of another format · excerpt: of a large file, the header and the rows that go back */
export type ReturnManner = 'patched' | 'copied' | 'excerpt'

export interface ReturnAnswer {
  batch: number | null
  file: string
  out: string
  how: ReturnManner
  /** Whether the workbook has macros: programs open it only under a name that ends in .xlsm. */
  macros: boolean
  rows: { accepted: number; rejected: number; review: number }
  /** Cells marked and commented. */
  cells: number
}

export interface ReturnOptions {
  out: string
  /** Epoch milliseconds. */
  at: number
  /** Date printed on the cover, YYYY-MM-DD. */
  today: string
  password?: string
  watch?: JobWatch
}

/**
 * Writes the workbook that goes back to the sender (退回更正): a copy of the sender's file with
 * every wrong or doubtful cell coloured and commented, 退回说明 before its sheets, and a mark by which it is known when it
 * returns. Formats that cannot be marked in place are written as .xlsx from what was read, all in its row and column.
 *
 * @returns what opening and reading the file refuse; file_not_writable, disk_full, job_cancelled
 */
export async function writeReturn(file: FileToReturn, options: ReturnOptions, services: Pick<ImportServices, 'open'>): Promise<Result<ReturnAnswer>> {
  try {
    const patched = await patchOwn(file, options)
    return patched ?? (await copyAndMark(file, options, services))
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ...thrown.failure, at: { file: basename(file.path), ...thrown.failure.at } }
    throw thrown
  }
}

/** Null when the file is none that can be marked as it is. */
async function patchOwn(file: FileToReturn, options: ReturnOptions): Promise<Result<ReturnAnswer> | null> {
  const form = await openIfWorkbook(file.path)
  if (form === null) return null
  try {
    return await annotate(form, file, options, { how: 'patched', sheetName: (sheet) => sheet ?? '' })
  } finally {
    form.close()
  }
}

async function openIfWorkbook(path: string): Promise<FormReading | null> {
  try {
    return await openFormProcess(path, 'list')
  } catch (thrown) {
    // Other formats, what has a password, and what is too large to be held: their values are copied.
    if (thrown instanceof Refusal && ['not_a_table', 'encrypted', 'too_large'].includes(thrown.failure.code)) return null
    throw thrown
  }
}

/** So many rows are copied whole; of a longer file only the rows that matter are. */
const mostCopiedRows = 20_000

async function copyAndMark(file: FileToReturn, options: ReturnOptions, { open }: Pick<ImportServices, 'open'>): Promise<Result<ReturnAnswer>> {
  const folder = temporaryFolder('return')
  try {
    const path = join(folder, 'copy.xlsx')
    const how = file.rows.read + file.rows.skipped > mostCopiedRows ? 'excerpt' : 'copied'
    const read: ReadOptions = options.password === undefined ? {} : { password: options.password }
    let mark: string | undefined
    const named = new Set(file.tables.map(({ sheet }) => sheet))
    const events = openChoosing(open, file.path, read, (info) => {
      mark = info.mark
      return visibleAnd(named, info)
    })
    const copied = await copyWorkbook(events, path, {
      sheetName: t('return.unnamedSheet'), footer: t('return.footer'), creator: t('app.name'), createdAt: options.at,
      ...(how === 'excerpt' ? { takes: rowsThatMatter(file) } : {}), ...(options.watch ? { signal: options.watch.signal } : {}),
    })
    if (!copied.ok) return copied
    const form = await openFormProcess(path, 'list')
    try {
      const marked = await annotate(form, file, options, { how, mark, sheetName: (sheet) => copied.value.get(sheet) ?? '' })
      if (marked === null) throw new Refusal('too_large') // nothing else speaks against a copy of our own
      return marked
    } finally {
      form.close()
    }
  } finally {
    dropFolder(folder)
  }
}

/** Everything down to the headings, then the rows that go back. */
function rowsThatMatter({ tables, cells }: FileToReturn): (sheet: string | null, row: number) => boolean {
  const marked = new Set(cells.map(({ sheet, row }) => `${sheet ?? ''}|${row}`))
  const lastHeader = new Map<string, number>()
  for (const { sheet, headerRows } of tables) lastHeader.set(sheet ?? '', Math.max(lastHeader.get(sheet ?? '') ?? 0, ...headerRows.filter((row) => row <= 30)))
  return (sheet, row) => row <= (lastHeader.get(sheet ?? '') ?? 0) || marked.has(`${sheet ?? ''}|${row}`)
}

/** @param mark  what stands in the sender's file where the copy has lost it */
interface Manner { how: ReturnManner; mark?: string | undefined; sheetName(sheet: string | null): string }

/** Null when the workbook is none that can be marked as it is. */
async function annotate(form: FormReading, file: FileToReturn, { out, today, watch }: ReturnOptions, { how, mark, sheetName }: Manner): Promise<Result<ReturnAnswer> | null> {
  const placed = file.cells.map((cell) => ({ ...cell, sheet: sheetName(cell.sheet), column: cell.column === '' ? firstColumn(file, cell) : cell.column }))
  const cells = Map.groupBy(placed, ({ sheet }) => sheet)
  const { canBeMarked, macros, mark: own } = await form.markable([...cells.keys()])
  if (!canBeMarked) return null
  const earlier = own ?? mark
  const written = await form.mark({
    cells: [...cells].map(([sheet, marked]) => [sheet, marked.map(markOf)]),
    author: t('return.author'), colours: Object.values(markColours), cover: coverOf(file, placed, how, today),
    mark: writeReturnMark(file, parseTemplateMark(earlier), readExportMark(earlier)),
  }, out, watch?.signal)
  if (!written.ok) return written
  const { rejected, review } = file.rows
  return succeed({ batch: file.batch, file: file.fileName, out, how, macros, rows: { accepted: acceptedOf(file.rows), rejected, review }, cells: written.value.cells })
}

/** Colours of marked cells: wrong, and to be confirmed. */
const markColours = { rejected: 'FFC7CE', review: 'FFEB9C' } as const

function firstColumn({ tables }: FileToReturn, { sheet }: FaultyCell): string {
  return tables.find((table) => table.sheet === sheet)?.firstColumn ?? 'A'
}

function acceptedOf(rows: RowCounts): number {
  return rows.new + rows.changed + rows.same
}

function markOf({ row, column, verdict, message, choices }: FaultyCell): MarkedCell {
  return { row, column: columnIndex(column) ?? 0, rgb: markColours[verdict], text: commentOf(verdict, message, choices) }
}

function commentOf(verdict: FaultyCell['verdict'], message: string, choices: readonly string[]): string {
  const said = t(verdict === 'rejected' ? 'return.commentRejected' : 'return.commentReview', { message: forSender(message) })
  return choices.length === 0 ? said : `${said}\n${choicesText(choices)}`
}

const shownChoices = 20

function choicesText(choices: readonly string[]): string {
  return t('return.choices', { choices: `${choices.slice(0, shownChoices).join('、')}${choices.length > shownChoices ? '…' : ''}` })
}

/** The register's sentences speak to whoever imports; the sender sends. */
function forSender(message: string): string {
  return message.replaceAll(/重新导入|再导入/gu, t('return.sendAgain'))
}

function coverOf(file: FileToReturn, cells: readonly (FaultyCell & { sheet: string })[], how: ReturnManner, today: string): CoverSheet {
  const { rows } = file
  const lines = cells.map((cell): CoverLine => {
    const { sheet, row, column, value, verdict, message, choices } = cell
    const [wrong = '', ...remedy] = forSender(message).split('。')
    return { sheet, cell: `${column}${row}`, value, rgb: markColours[verdict], wrong, remedy: [remedy.join('。'), choices.length === 0 ? '' : choicesText(choices)].filter((part) => part !== '').join('；') }
  })
  return {
    name: t('return.sheet'), title: t('return.title'),
    facts: [
      t('return.file', { file: file.fileName }),
      file.batch === null ? t('return.date', { date: today }) : t('return.batch', { batch: file.batch, date: today }),
      t('return.counts', { accepted: acceptedOf(rows), rejected: rows.rejected, review: rows.review, cells: lines.length }),
      ...(how === 'patched' ? [] : [t(`return.${how}`)]),
    ],
    how: t('return.how'), instructions: [t('return.step1'), t('return.step2'), t('return.step3')],
    headings: [t('return.number'), t('return.sheetColumn'), t('return.cell'), t('return.value'), t('return.wrong'), t('return.remedy')],
    lines, nothing: t('return.nothing'), footer: t('return.footer'),
  }
}
