import { basename } from 'node:path'
import { importKinds, recordKindOf, type ImportKind } from '../../../shared/domain/catalogue/headings'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t, textOf } from '../../../shared/text/t'
import type { GrowingChange } from '../../store/changeSet'
import type { RegisterStore } from '../../store/registerStore'
import type { Merge, ReadEvent, ReadOptions, Row, SheetInfo, SheetTail, WorkbookInfo } from '../../workbook/types'
import { noRows, type ImportAnswer } from './answer'
import { buildChangeSet } from './buildChangeSet'
import type { DistrictDirectory } from './districtDirectory'
import { GrowingBatch } from './growingBatch'
import type { ImportObserver } from './importObserver'
import type { SheetContext } from './kinds/kindJudge'
import { applyMap, entryOf, type MapFile } from './mapFile'
import { PendingRecords } from './pendingRecords'
import { recogniseSheet, type Recognised } from './recognise'
import { SheetImport, type FileContext, type RowListener } from './sheetImport'
import { cellText } from './table/cellText'
import { UnitDirectory } from './unitDirectory'

export interface ImportOptions {
  as?: ImportKind
  sheet?: string
  /** Exactly these sheets, hidden ones too. */
  sheets?: readonly string[]
  /** District code of the reporter. */
  district?: string
  statusDate?: string
  map?: MapFile
  answers?: Readonly<Record<string, string | number | null>>
  password?: string
  dryRun?: boolean
  today: string
  /** Epoch milliseconds. */
  at: number
  operator: string
  programVersion: string
  signal?: AbortSignal
  observer?: ImportObserver
  onProgress?: (progress: { read: number; size: number; rows: number }) => void
}

export interface ImportServices {
  store: RegisterStore
  /** Begins a change set that is written while the file is being judged; without it all is written at the end. */
  grow?(): GrowingChange
  districts: DistrictDirectory
  /** Opens the file for reading, in the parser process or in this one. */
  open(path: string, options: ReadOptions): AsyncIterable<ReadEvent>
  hash(path: string): Promise<{ sha256: string; sizeBytes: number }>
  /** Keeps the original durably, before the batch that names it. */
  keepOriginal(path: string, sha256: string): Promise<Result<null>>
}

/** Rows looked at before a long sheet is taken as a stream; a sheet that ends sooner is judged with its merged cells known. */
const bufferedRows = 2_000
const chunkRows = 1_000

/**
 * Takes a file in: recognises each visible sheet, judges every row, and commits what is good as one batch
 * (architecture.md 2 and 4). A dry run does everything but the commit; so the answers agree.
 *
 * @returns the answer of cli.md `import`, or a refusal after which the register is unchanged
 */
export async function importFile(path: string, options: ImportOptions, services: ImportServices): Promise<Result<ImportAnswer>> {
  const started = performance.now()
  try {
    const { sha256, sizeBytes } = await services.hash(path)
    let run = await readFile(path, options, services, sha256, new Map())
    // Merged cells stand after the rows: a long sheet that has them where it matters is read again, knowing them.
    if (run.needed.size > 0) {
      await run.growing?.abandon()
      run = await readFile(path, options, services, sha256, run.needed)
    }
    const { answer } = run
    options.observer?.judged?.(run.pending)
    if (!options.dryRun) {
      const batch = await commit(path, run, options, services, { sha256, sizeBytes })
      if (!batch.ok) return batch
      answer.batch = batch.value
    }
    answer.seconds = Math.round(performance.now() - started) / 1000
    return succeed(answer)
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ...thrown.failure, at: { file: basename(path), ...thrown.failure.at } }
    throw thrown
  }
}

/** Keeps the original, then writes what was judged as one batch; answers with its number. */
async function commit(path: string, run: FileRun, options: ImportOptions, services: ImportServices, file: { sha256: string; sizeBytes: number }): Promise<Result<number | null>> {
  const { answer, pending, sheets, info, growing } = run
  try {
    const kept = await services.keepOriginal(path, file.sha256)
    if (!kept.ok) throw new Refusal(kept.code, kept.at, kept.details)
    const changes = buildChangeSet({
      pending, sheets, answer, options, file: { fileName: basename(path), ...file, format: info.format }, ...(growing ? { outdated: growing.outdated() } : {}),
    })
    const applied = await growing?.finish(changes) ?? await services.store.apply(changes)
    return applied.ok ? succeed(applied.value.batch) : applied
  } catch (thrown) {
    // The writer waits for parts until it hears that there are none.
    await growing?.abandon()
    throw thrown
  }
}

interface FileRun {
  answer: ImportAnswer
  growing: GrowingBatch | null
  pending: PendingRecords
  sheets: SheetImport[]
  info: WorkbookInfo
  /** Sheets to be read again, with the merges found. */
  needed: Map<number, Merge[]>
}

async function readFile(path: string, options: ImportOptions, services: ImportServices, sha256: string, knownMerges: ReadonlyMap<number, Merge[]>): Promise<FileRun> {
  const units = new UnitDirectory(await services.store.records.all('unit'))
  const run = new FileReader(path, options, services, sha256, units, knownMerges)
  try {
    return await readAll(run, path, options, services)
  } catch (thrown) {
    await run.abandon()
    throw thrown
  }
}

async function readAll(run: FileReader, path: string, options: ImportOptions, services: ImportServices): Promise<FileRun> {
  const sheets = options.sheet === undefined ? options.sheets : [options.sheet]
  const readOptions: ReadOptions = { ...(sheets === undefined ? {} : { sheets: [...sheets] }), ...(options.password === undefined ? {} : { password: options.password }) }
  for await (const event of services.open(path, readOptions)) {
    if (options.signal?.aborted) throw new Refusal('job_cancelled')
    await run.take(event)
  }
  return run.finish()
}

/** One pass over the file's events. */
class FileReader {
  private readonly answer: ImportAnswer
  private readonly pending: PendingRecords
  private readonly sheets: SheetImport[] = []
  private readonly needed = new Map<number, Merge[]>()
  private readonly unknown: string[] = []
  private readonly otherKinds = new Set<ImportKind>()
  private info: WorkbookInfo | null = null
  private sheet: SheetInfo | null = null
  private buffer: Row[] = []
  private current: SheetImport | null = null
  private currentContext: SheetContext | null = null
  private rowsRead = 0
  private readonly growing: GrowingBatch | null

  constructor(
    path: string,
    private readonly options: ImportOptions,
    private readonly services: ImportServices,
    private readonly sha256: string,
    private readonly units: UnitDirectory,
    private readonly knownMerges: ReadonlyMap<number, Merge[]>,
  ) {
    this.answer = {
      batch: null, kind: options.as ?? 'standards', file: basename(path), sha256, sheets: [], rows: noRows(), records: { new: 0, changed: 0 },
      skipped: [], rejected: [], review: [], repaired: [], notices: [], seconds: 0,
    }
    this.pending = new PendingRecords(services.store, { sha256 })
    this.growing = options.dryRun || !services.grow ? null : new GrowingBatch(services.grow, this.pending, () => this.sheets.map((sheet) => sheet.states))
  }

  /** Takes back what was handed to the writer. */
  async abandon(): Promise<void> {
    await this.growing?.abandon()
  }

  async take(event: ReadEvent): Promise<void> {
    switch (event.type) {
      case 'workbook':
        this.info = event.info
        this.options.observer?.begin(event.info)
        this.noteWorkbook(event.info)
        return
      case 'sheet':
        this.sheet = event.sheet
        this.options.observer?.sheet(event.sheet)
        this.buffer = []
        this.current = null
        return
      case 'rows':
        this.rowsRead += event.rows.length
        this.options.onProgress?.({ read: event.read, size: event.size, rows: this.rowsRead })
        this.options.observer?.rows(event.rows)
        await this.takeRows(event.rows)
        return
      case 'tail':
        this.options.observer?.tail(event.tail)
        await this.endSheet(event.tail)
    }
  }

  private noteWorkbook(info: WorkbookInfo): void {
    const say = (code: 'macros_ignored' | 'date1904', value = ''): void => {
      this.answer.notices.push({ sheet: null, row: null, column: null, field: null, code, message: textOf(`notice.${code}`, { value }) })
    }
    if (info.macros) say('macros_ignored')
    if (info.base1904) say('date1904')
    for (const sheet of info.sheets) {
      if (sheet.state === 'visible' || sheet.name === this.options.sheet || (sheet.name !== null && this.options.sheets?.includes(sheet.name))) continue
      this.answer.notices.push({ sheet: sheet.name, row: null, column: null, field: null, code: 'hidden_sheet_left_out', message: textOf('notice.hidden_sheet_left_out', { value: sheet.name ?? '' }) })
    }
  }

  private async takeRows(rows: readonly Row[]): Promise<void> {
    if (this.current) return this.judge(this.current, rows)
    this.buffer.push(...rows)
    const merges = this.sheet ? this.knownMerges.get(this.sheet.index) : undefined
    if (this.buffer.length >= bufferedRows) await this.startSheet(merges ?? [])
  }

  private async endSheet(tail: SheetTail): Promise<void> {
    if (!this.current && this.buffer.length > 0) await this.startSheet(tail.merges)
    else if (this.current && this.currentContext && this.sheet && !this.knownMerges.has(this.sheet.index) && mattersTo(this.currentContext, tail.merges)) {
      this.needed.set(this.sheet.index, tail.merges)
    }
    if (this.current && tail.autoFilter && this.answer.notices.some((notice) => notice.code === 'hidden_row' && notice.sheet === (this.sheet?.name ?? null))) {
      this.answer.notices.push({ sheet: this.sheet?.name ?? null, row: null, column: null, field: null, code: 'active_filter', message: textOf('notice.active_filter', { value: this.sheet?.name ?? '' }) })
    }
  }

  /** Recognises the buffered sheet and judges what is there; a sheet that is no known table is named and left out. */
  private async startSheet(merges: readonly Merge[]): Promise<void> {
    const rows = this.buffer
    this.buffer = []
    const recognised = this.recognise(rows, merges)
    if (!recognised) return
    this.currentContext = this.contextOf(recognised)
    if (this.sheet) this.options.observer?.recognised(this.sheet, this.currentContext)
    const file: FileContext = { sha256: this.sha256, base1904: this.info?.base1904 ?? false, answers: this.options.answers ?? {} }
    this.current = new SheetImport(this.sheets.length, this.currentContext, file, this.pending, this.answer, merges, this.rowListener())
    this.sheets.push(this.current)
    await this.judge(this.current, rows)
  }

  private async judge(sheet: SheetImport, rows: readonly Row[]): Promise<void> {
    for (let start = 0; start < rows.length; start += chunkRows) {
      await sheet.takeRows(rows.slice(start, start + chunkRows))
      await this.growing?.flush()
    }
  }

  private rowListener(): RowListener | undefined {
    const { options, sheet } = this
    return options.observer && sheet ? (report) => options.observer?.row({ ...report, sheet: sheet.index }) : undefined
  }

  private recognise(rows: readonly Row[], merges: readonly Merge[]): Recognised | null {
    const around = { sheet: this.sheet?.name ?? null, fileName: this.answer.file }
    const entry = this.options.map ? entryOf(this.options.map, around.sheet) : undefined
    if (entry?.skip) return null
    const mapped = this.options.map ? applyMap(this.options.map, rows, merges, around, this.options.as) : null
    if (mapped) return mapped
    // The clerk's header stands even when nothing is recognised under it: another one would not be hers.
    if (entry?.headerRows) return this.leaveOut(rows)
    const [best] = recogniseSheet(rows, merges, around, this.options.as)
    if (best) return best
    if (this.options.as) for (const other of recogniseSheet(rows, merges, around)) this.otherKinds.add(other.match.kind)
    return this.leaveOut(rows)
  }

  private leaveOut(rows: readonly Row[]): null {
    this.unknown.push(...headingsOf(rows))
    return null
  }

  private contextOf({ match, title }: Recognised): SheetContext {
    const { options, services } = this
    const sheet = this.sheet?.name ?? null
    const reporter = options.district ?? [title.reporter, sheet, title.title].map((text) => (text === null ? null : services.districts.resolve(text).code)).find((code) => code !== null)
    return {
      kind: match.kind, fileName: this.answer.file, sheet, header: match.header, mapping: match.mapping, title,
      districts: services.districts, units: this.units, today: options.today,
      statusDate: options.statusDate ?? title.statusDate, reporterDistrict: reporter ?? null,
    }
  }

  finish(): FileRun {
    if (this.sheets.length === 0) {
      if (this.otherKinds.size > 0) throw new Refusal('kind_mismatch', undefined, mismatch(this.options.as, [...this.otherKinds][0]))
      throw new Refusal('no_known_column', undefined, { columns: this.unknown.slice(0, 40) })
    }
    for (const sheet of this.sheets) this.answer.sheets.push(sheet.describe())
    this.answer.kind = this.options.as ?? this.answer.sheets[0]?.kind ?? this.answer.kind
    const own = recordKindOf[this.answer.kind]
    for (const sheet of this.sheets) {
      if (sheet.recordKind !== own) continue
      this.answer.records.new += sheet.records.new
      this.answer.records.changed += sheet.records.changed
    }
    if (!this.info) throw new Refusal('damaged')
    return { answer: this.answer, pending: this.pending, growing: this.growing, sheets: this.sheets, info: this.info, needed: this.needed }
  }
}

/** Kinds as codes for programs and as words for the message. */
function mismatch(asked: ImportKind | undefined, found: ImportKind | undefined): Record<string, string> {
  return { asked: asked ?? '', kind: found ?? '', expected: asked ? t(`kind.${asked}`) : '', found: found ? t(`kind.${found}`) : '' }
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

/** Whether a text is a kind of file that `--as` takes. */
export function isImportKind(text: string): text is ImportKind {
  return (importKinds as readonly string[]).includes(text)
}
