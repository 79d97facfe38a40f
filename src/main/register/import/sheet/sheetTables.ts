import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { t } from '../../../../shared/text/t'
import type { NoticeCode } from '../../../../shared/domain/errorCodes'
import type { Merge, Row, SheetInfo, SheetTail } from '../../../workbook/types'
import { sayInAnswer, type ImportAnswer } from '../answer'
import type { DistrictDirectory } from '../districtDirectory'
import type { ImportOptions } from '../importOptions'
import type { SheetContext } from '../kinds/kindJudge'
import { applyMap, entryOf } from '../mapFile'
import type { PendingRecords } from '../pending/pendingRecords'
import { recogniseByContent, recogniseFirst, recogniseSheet, tablesSideBySide } from './recognise'
import { isOwnText, type ReturnedFile, type ReturnedTable } from '../returned/returnedFile'
import type { FileContext } from './fileContext'
import { saysOtherwise } from './saysOtherwise'
import { SheetImport, type RowListener } from './sheetImport'
import { cellText } from '../table/cellText'
import { groupOver, type HeaderMatch } from '../table/header'
import { findFurtherTable } from '../table/furtherTables'
import type { Recognised, SheetSurroundings } from '../table/recognised'
import type { TitleFacts } from '../table/titleFacts'
import type { TemplateMark } from '../templates/templateMark'
import type { SheetsBefore } from '../owners/sheetsBefore'
import type { KnownUnits } from '../knownUnits'

/** Rows looked at before a long sheet is taken as a stream; a sheet that ends sooner is judged with its merged cells known. */
const bufferedRows = 2_000
const chunkRows = 1_000

/** What the sheets of one file share. */
export interface FileState {
  options: ImportOptions
  file: FileContext
  districts: DistrictDirectory
  units: KnownUnits
  pending: PendingRecords
  answer: ImportAnswer
  /** Under which the file first came in: its name is part of how it is read. */
  fileName: string
  /** Tables of all sheets, in order: the sources of the batch. */
  tables: SheetImport[]
  /** Kinds that were found where another one was asked for. */
  otherKinds: Set<ImportKind>
  /** The last table with headings: a sheet without any may go on with it. */
  lastHeaded?: SheetContext
  /** What the sheets so far say of districts. */
  sheetsBefore: SheetsBefore
  /** Texts of sheets that are no known table. */
  unknownHeadings: string[]
  /** The form of this program that the file was made as. */
  template?: TemplateMark
  /** The original beside it, where the file is one that went back to its sender. */
  returned?: ReturnedFile
  /** After so many judged rows, what is settled may be written. */
  flush(): Promise<void>
}

interface OpenTable { recognised: Recognised; context: SheetContext; judged: SheetImport }

/**
 * Takes one sheet: finds its tables, the first one, those beside it and those below, and hands each row to the table
 * it belongs to. What is no known table is named and left out.
 */
export class SheetTables {
  private buffer: Row[] = []
  private isStarted = false
  private holdsOwnText = false
  private open: OpenTable[] = []
  private readonly contexts: SheetContext[] = []
  private merges: readonly Merge[] = []
  /** What stands over the first table. */
  private title: TitleFacts | undefined
  /** The tables whose header stands above the rows to come, whether they go in or not. */
  private lastTables: Recognised[] = []

  /** @param knownMerges  merged cells found by an earlier pass; undefined in the first one */
  constructor(private readonly sheet: SheetInfo, private readonly knownMerges: readonly Merge[] | undefined, private readonly state: FileState) {}

  /** Whether anything of the sheet is taken in. */
  get hasTables(): boolean {
    return this.contexts.length > 0
  }

  /** Whether it is the program's own text about the other sheets, which need not be named as left out. */
  get isOwnText(): boolean {
    return this.holdsOwnText
  }

  async takeRows(rows: readonly Row[]): Promise<void> {
    if (this.isStarted) return this.judge(rows)
    this.buffer.push(...rows)
    if (this.buffer.length >= bufferedRows) await this.start(this.knownMerges ?? [])
  }

  /** @returns the merged cells of a long sheet that must be read again, knowing them; null when it was read right */
  async end(tail: SheetTail): Promise<readonly Merge[] | null> {
    const wasStreamed = this.isStarted
    if (!this.isStarted && this.buffer.length > 0) await this.start(tail.merges)
    this.sayHidden(tail)
    const isKnown = this.knownMerges !== undefined || !wasStreamed
    return !isKnown && this.contexts.some((context) => mattersTo(context, tail.merges)) ? tail.merges : null
  }

  private async start(merges: readonly Merge[]): Promise<void> {
    const rows = this.buffer
    this.buffer = []
    this.isStarted = true
    this.merges = merges
    const first = this.recognise(rows)
    if (!first) {
      this.state.unknownHeadings.push(...headingsOf(rows))
      return
    }
    this.openTables(first, rows)
    if (this.contexts[0]) this.state.options.observer?.recognised(this.sheet, this.contexts[0])
    await this.judge(rows.filter((row) => row.row >= (first.bodyFrom ?? 0)))
  }

  private recognise(rows: readonly Row[]): Recognised | null {
    const { options, otherKinds, template } = this.state
    const around = this.around
    const entry = options.map ? entryOf(options.map, around.sheet) : undefined
    this.holdsOwnText = isOwnText(rows)
    if (entry?.skip || this.holdsOwnText || this.state.returned?.leavesOut(around.sheet) === true) return null
    const mapped = options.map ? applyMap(options.map, rows, this.merges, around, options.as) : null
    if (mapped) return mapped
    // The clerk's header stands even when nothing is recognised under it: another one would not be hers.
    if (entry?.headerRows && entry.headerRows.length > 0) return null
    const found = (template && options.as === undefined ? recogniseFirst(rows, this.merges, around, template.kind) : null) ?? recogniseFirst(rows, this.merges, around, options.as)
    if (found) return this.continued(found)
    const others = options.as ? recogniseSheet(rows, this.merges, around) : []
    for (const other of others) otherKinds.add(other.match.kind)
    const byContent = others.length > 0 ? null : recogniseByContent(rows, this.merges, around, options.as)
    return byContent && this.continued(byContent)
  }

  /** A sheet without headings whose columns are those of the table before it goes on with that table. */
  private continued(found: Recognised): Recognised {
    const { lastHeaded } = this.state
    const { fields } = found.match.mapping
    if (found.match.header.rows.length > 0 || lastHeaded === undefined || lastHeaded.kind !== found.match.kind || fields.size < 2) return found
    if (![...fields].every(([field, { index }]) => lastHeaded.mapping.fields.get(field)?.index === index)) return found
    this.say('sheet_continues', lastHeaded.sheet ?? '')
    return { ...found, byContent: [], match: { ...found.match, mapping: { fields: lastHeaded.mapping.fields, unmapped: [] } } }
  }

  private get around(): SheetSurroundings {
    return { sheet: this.sheet.name, fileName: this.state.fileName, cityOf: (text) => this.state.districts.cityOf(text), districtOf: (text) => this.state.districts.resolve(text).code, regionIn: (texts) => this.state.options.district ?? this.state.districts.regionIn(texts) }
  }

  /** What a table further down stands in: what is said over the first one holds for it too. */
  private get below(): SheetSurroundings {
    return this.title === undefined ? this.around : { ...this.around, over: this.title }
  }

  /** Judges rows, a further table opening where its header stands. */
  private async judge(rows: readonly Row[]): Promise<void> {
    if (this.contexts.length === 0) return
    let rest = rows
    for (;;) {
      const next = findFurtherTable(rest, this.lastTables, (few) => recogniseSheet(few, this.merges, this.below)[0] ?? null, (table, further) => saysOtherwise(table, further, this.state.districts))
      await this.feed(next ? rest.slice(0, next.at) : rest)
      if (!next) return
      const { as } = this.state.options
      if (as === undefined || next.recognised.match.kind === as) this.openTables(next.recognised, rest.slice(next.at))
      else this.leaveTable(next.recognised)
      rest = rest.slice(next.at)
    }
  }

  private async feed(rows: readonly Row[]): Promise<void> {
    const { turns } = this.state.options
    const stepRows = turns?.rows ?? chunkRows
    for (let start = 0; start < rows.length; start += stepRows) {
      await turns?.give()
      for (const { judged } of this.open) await judged.takeRows(rows.slice(start, start + stepRows))
      await this.state.flush()
    }
  }

  private openTables(recognised: Recognised, rows: readonly Row[]): void {
    this.title ??= recognised.title
    const { file, pending, answer, tables } = this.state
    const sideBySide = this.hasMap ? [recognised] : tablesSideBySide(recognised, this.around, rows)
    this.lastTables = sideBySide
    const { as } = this.state.options
    for (const { match } of sideBySide) if (as !== undefined && match.kind !== as) this.sayLeftOut(match)
    this.open = sideBySide.filter(({ match }) => as === undefined || match.kind === as).map((table) => {
      const context = this.contextOf(table)
      this.contexts.push(context)
      if (context.header.rows.length > 0) this.state.lastHeaded = context
      const judged = new SheetImport(tables.length, context, file, pending, answer, this.merges, { tell: this.rowListener(), returned: this.returnedTable(context) })
      tables.push(judged)
      for (const field of table.byContent ?? []) this.sayByContent(field, table)
      for (const headings of table.unread ?? []) this.say('beside_left_out', headings, { row: context.header.rows.at(-1) ?? null })
      return { recognised: table, context, judged }
    })
  }

  private get hasMap(): boolean {
    const { map } = this.state.options
    return map !== undefined && entryOf(map, this.sheet.name)?.fields !== undefined
  }

  /** The rows of a returned table as they were; a table that is not the one it was is judged whole, and said. */
  private returnedTable(context: SheetContext): ReturnedTable | undefined {
    const { returned, file } = this.state
    const table = returned?.table(context, file.base1904)
    if (table === null && returned?.isComparable) this.say('return_table_changed', '', { row: context.header.rows.at(-1) ?? null })
    return table ?? undefined
  }

  /** A table of another kind than the clerk asked for: none of its rows is judged as one of hers. */
  private leaveTable(recognised: Recognised): void {
    this.open = []
    this.lastTables = [recognised]
    this.sayLeftOut(recognised.match)
  }

  private sayLeftOut({ kind, header }: HeaderMatch): void {
    this.say('table_left_out', t(`kind.${kind}`), { row: header.rows[0] ?? null })
  }

  private sayByContent(field: string, { match }: Recognised): void {
    const column = match.mapping.fields.get(field)
    if (column) this.say('column_by_content', column.header === '' ? columnLetters(column.index) : column.header, { row: match.header.rows.at(-1) ?? null, column: columnLetters(column.index), field })
  }

  private sayHidden({ autoFilter, hiddenColumns }: SheetTail): void {
    if (this.contexts.length === 0) return
    const { notices } = this.state.answer
    if (autoFilter && notices.some((notice) => notice.code === 'hidden_row' && notice.sheet === this.sheet.name)) this.say('active_filter', this.sheet.name ?? '')
    for (const [field, { index, header }] of this.contexts.flatMap((context) => [...context.mapping.fields])) {
      if (hiddenColumns.includes(index)) this.say('hidden_column', header, { column: columnLetters(index), field })
    }
  }

  private say(code: NoticeCode, value: string, place: { row?: number | null; column?: string; field?: string } = {}): void {
    sayInAnswer(this.state.answer, code, value, { sheet: this.sheet.name, ...place })
  }

  private rowListener(): RowListener | undefined {
    const { observer } = this.state.options
    return observer ? (report) => observer.row({ ...report, sheet: this.sheet.index }) : undefined
  }

  private contextOf({ match, title, span }: Recognised): SheetContext {
    const { options, districts, units, fileName, template, sheetsBefore } = this.state
    const placesAround = title.over === undefined ? [groupOver(match.header), this.sheet.name, title.title, fileName] : [groupOver(match.header), title.title, title.over.reporter, this.sheet.name, title.over.title, fileName]
    const ofForm = options.district ?? districts.reporterIn([title.reporter]) ?? template?.district ?? null
    const placeInDoubt = ofForm === null ? districts.doubtIn([title.reporter, ...placesAround]) : null
    const named = ofForm ?? (placeInDoubt === null ? districts.reporterIn(placesAround) : null)
    const districtBefore = named === null && placeInDoubt === null ? sheetsBefore.districtFor(match.kind, title) : null
    sheetsBefore.note(placeInDoubt?.codes ?? (named === null ? [] : [named]), title)
    return {
      kind: match.kind, fileName, sheet: this.sheet.name, header: match.header, mapping: match.mapping, title,
      districts, units, today: options.today,
      statusDate: options.statusDate ?? title.statusDate,
      reporterDistrict: named ?? districtBefore?.code ?? null,
      placeInDoubt, districtBefore,
      isTemplate: template !== undefined,
      span: span ?? null,
    }
  }
}

/** Merges that the first pass needed and did not know: across the header, or down a mapped column of the body. */
function mattersTo(context: SheetContext, merges: readonly Merge[]): boolean {
  const columns = new Set([...context.mapping.fields.values()].map((column) => column.index))
  const lastHeader = Math.max(0, ...context.header.rows)
  return merges.some((merge) => merge.top <= lastHeader ? merge.bottom >= Math.min(...context.header.rows) - 3 && merge.right > merge.left : merge.bottom > merge.top && columns.has(merge.left))
}

function headingsOf(rows: readonly Row[]): string[] {
  // The row with the most texts of the first ones is the likeliest header; numbers and dates are no headings.
  const candidates = rows.slice(0, 10).map((row) => row.cells.filter((cell) => typeof cell === 'string').map((cell) => cellText(cell).trim()).filter((text) => text !== '' && text.length <= 40 && !/^[\d.,:/-]+$/u.test(text)))
  return [...new Set(candidates.sort((a, b) => b.length - a.length)[0] ?? [])]
}
