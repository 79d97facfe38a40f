import { basename } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { recordKindOf, type ImportKind } from '../../../shared/domain/catalogue/headings'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { Merge, ReadEvent, ReadOptions, SheetInfo, SheetTail, WorkbookInfo } from '../../workbook/types'
import { addRows, noRows, sayInAnswer, type ImportAnswer } from './answer'
import { refuseWhatIsNoFile } from './givenFiles'
import { buildChangeSet } from './pending/buildChangeSet'
import { GrowingBatch } from './pending/growingBatch'
import { recogniseExport } from '../ownExports/exportedState'
import type { ImportOptions, ImportServices } from './importOptions'
import { entryOf } from './mapFile'
import { openChoosing, visibleAnd } from './openChoosing'
import { PendingRecords } from './pending/pendingRecords'
import { UncountedRecords } from './pending/uncountedRecords'
import { inheritedOptions, recogniseReturned, type ReturnedFile } from './returned/returnedFile'
import { SheetsBefore } from './owners/sheetsBefore'
import type { SheetImport } from './sheet/sheetImport'
import { SheetTables, type FileState } from './sheet/sheetTables'
import { readTemplateMark } from './templates/templateMark'
import { KnownUnits } from './knownUnits'
import { whyUnknown } from './whyUnknown'

/**
 * Takes a file in: recognises each visible sheet, judges every row, and commits what is good as one batch. A dry run does
 * everything but the commit; so the answers agree.
 *
 * @returns the answer of cli.md `import`, or a refusal after which the register is unchanged
 */
export async function importFile(path: string, options: ImportOptions, services: ImportServices): Promise<Result<ImportAnswer>> {
  const started = performance.now()
  try {
    refuseWhatIsNoFile(path)
    const { sha256, sizeBytes } = await services.hash(path)
    let run = await readFile(path, options, services, { sha256, merges: new Map() })
    // Merged cells stand after the rows: a long sheet that has them where it matters is read again, knowing them.
    if (run.needed.size > 0) {
      await run.growing?.abandon()
      run = await readFile(path, options, services, { sha256, merges: run.needed, returned: run.returned })
    }
    const { answer } = run
    options.observer?.judged?.(run.pending)
    options.onJudged?.(run.pending)
    if (!options.dryRun) {
      const batch = await commit(path, run, services, { sha256, sizeBytes })
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
async function commit(path: string, run: FileRun, services: ImportServices, file: { sha256: string; sizeBytes: number }): Promise<Result<number | null>> {
  const { answer, pending, sheets, info, growing, options } = run
  try {
    await options.beforeCommit?.(answer.rows.read)
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
  /** As given, with what holds for the file since it first came in. */
  options: ImportOptions
  returned: ReturnedFile | 'unknown' | null
  /** Sheets to be read again, with the merges found. */
  needed: Map<number, readonly Merge[]>
}

/** What is known of a file before it is read. */
interface KnownFile {
  sha256: string
  /** Merged cells found by an earlier pass, by sheet. */
  merges: ReadonlyMap<number, readonly Merge[]>
  /** What the earlier pass recognised it as. */
  returned?: ReturnedFile | 'unknown' | null
}

async function readFile(path: string, options: ImportOptions, services: ImportServices, known: KnownFile): Promise<FileRun> {
  const stored = await services.store.records.all('unit')
  // Reading all units holds the thread for a while, and so does ordering them.
  await nextTurn()
  const units = new KnownUnits(stored)
  const run = new FileReader(path, options, services, known, units)
  try {
    return await readAll(run, path, options, services)
  } catch (thrown) {
    await run.abandon()
    throw thrown
  }
}

async function readAll(run: FileReader, path: string, options: ImportOptions, services: ImportServices): Promise<FileRun> {
  const sheets = options.sheet === undefined ? options.sheets : [options.sheet]
  const readOptions: ReadOptions = { tellsPercents: true, ...(sheets === undefined ? {} : { sheets: [...sheets] }), ...(options.password === undefined ? {} : { password: options.password }) }
  for await (const event of openChoosing(services.open, path, readOptions, () => run.inheritedSheets)) {
    if (options.signal?.aborted) throw new Refusal('job_cancelled')
    await run.take(event)
  }
  return run.finish()
}

/** One pass over the file's events. */
class FileReader {
  private readonly answer: ImportAnswer
  private readonly pending: PendingRecords
  private readonly state: FileState
  private readonly needed = new Map<number, readonly Merge[]>()
  private readonly leftOut: SheetInfo[] = []
  /** Whether anything stands in a sheet that was read, or may in one that was not. */
  private hasContent = false
  private info: WorkbookInfo | null = null
  private sheet: SheetInfo | null = null
  private current: SheetTables | null = null
  private rowsRead = 0
  private returned: ReturnedFile | 'unknown' | null = null
  /** Sheets that are read because the file that this one corrects had them; undefined where those asked for are all. */
  inheritedSheets: string[] | undefined
  private readonly growing: GrowingBatch | null

  constructor(
    path: string,
    private options: ImportOptions,
    private readonly services: ImportServices,
    private readonly known: KnownFile,
    units: KnownUnits,
  ) {
    const { sha256 } = known
    this.answer = {
      batch: null, kind: options.as ?? 'standards', file: basename(path), sha256, sheets: [], rows: noRows(), records: { new: 0, changed: 0 },
      skipped: [], rejected: [], review: [], repaired: [], notices: [], seconds: 0,
    }
    const { replay } = options
    this.pending = new PendingRecords(services.store, { sha256, ...(replay ? { redoes: replay.batch } : {}) })
    this.growing = options.dryRun || !services.grow ? null : new GrowingBatch(services.grow, this.pending, () => this.state.tables.map((table) => table.states))
    this.state = {
      options, file: { sha256, base1904: false, answers: options.answers ?? {}, kept: new Set(options.keep), uncounted: new UncountedRecords(), ...(replay ? { replay } : {}) }, districts: services.districts, units, pending: this.pending, answer: this.answer, fileName: this.answer.file,
      tables: [], otherKinds: new Set(), sheetsBefore: new SheetsBefore(services.districts), unknownHeadings: [], flush: async () => {
        options.pack?.(this.pending)
        await this.growing?.flush()
      },
    }
  }

  /** Takes back what was handed to the writer. */
  async abandon(): Promise<void> {
    await this.growing?.abandon()
  }

  async take(event: ReadEvent): Promise<void> {
    switch (event.type) {
      case 'workbook':
        this.info = event.info
        this.state.file.base1904 = event.info.base1904
        if (event.info.delimiter !== undefined) this.state.file.delimiter = event.info.delimiter
        this.options.observer?.begin(event.info)
        await this.recogniseReturned(event.info)
        this.recogniseTemplate(event.info)
        await this.recogniseExport(event.info)
        this.noteWorkbook(event.info)
        return
      case 'sheet':
        this.sheet = event.sheet
        this.options.observer?.sheet(event.sheet)
        this.current = new SheetTables(event.sheet, this.known.merges.get(event.sheet.index), this.state)
        return
      case 'rows':
        this.rowsRead += event.rows.length
        this.options.onProgress?.({ read: event.read, size: event.size, rows: this.rowsRead })
        this.options.observer?.rows(event.rows)
        await this.current?.takeRows(event.rows)
        return
      case 'tail':
        this.options.observer?.tail(event.tail)
        await this.endSheet(event.tail)
        return
    }
  }

  private recogniseTemplate({ mark }: WorkbookInfo): void {
    const template = readTemplateMark(mark, this.services.districts)
    if (template !== null) this.state.template = template
  }

  private async recogniseExport({ mark }: WorkbookInfo): Promise<void> {
    const exported = await recogniseExport(mark, this.services.store)
    if (exported !== null) this.state.file.exported = exported
  }

  /** A file that went back to its sender is read as its original was; rows that came in then are not taken in again. */
  private async recogniseReturned(info: WorkbookInfo): Promise<void> {
    if (this.options.replay) return this.nameAsCorrected(this.options.replay.batch)
    const returned = this.known.returned === undefined ? await recogniseReturned(info.mark, this.services) : this.known.returned
    this.returned = returned
    if (returned === null) return
    const code = returned === 'unknown' ? 'return_unknown' : 'return_recognised'
    sayInAnswer(this.answer, code, returned === 'unknown' ? '' : String(returned.batch.id))
    if (returned === 'unknown') return
    this.answer.corrects = returned.batch.id
    if (this.options.sheet === undefined && this.options.sheets === undefined) this.inheritedSheets = visibleAnd(returned.sheetNames, info)
    this.options = { ...inheritedOptions(returned.batch, this.options), ...(this.inheritedSheets ? { sheets: this.inheritedSheets } : {}) }
    Object.assign(this.state, { options: this.options, fileName: returned.batch.fileName, returned } satisfies Partial<FileState>)
  }

  /** A correction was read under the name of the file it corrects, whatever has become of that one's batch since. */
  private async nameAsCorrected(batch: number): Promise<void> {
    const { batches } = this.services.store
    const corrects = (await batches.get(batch))?.summary['corrects']
    const corrected = typeof corrects === 'number' ? await batches.get(corrects) : undefined
    if (corrected) this.state.fileName = corrected.fileName
  }

  private noteWorkbook(info: WorkbookInfo): void {
    if (info.macros) sayInAnswer(this.answer, 'macros_ignored')
    if (info.base1904) sayInAnswer(this.answer, 'date1904')
    for (const sheet of info.sheets) {
      if (sheet.state === 'visible' || sheet.name === this.options.sheet || (sheet.name !== null && this.options.sheets?.includes(sheet.name))) continue
      this.hasContent = true
      sayInAnswer(this.answer, 'hidden_sheet_left_out', sheet.name ?? '', { sheet: sheet.name })
    }
  }

  private async endSheet(tail: SheetTail): Promise<void> {
    const { sheet, current } = this
    if (!sheet || !current) return
    const merges = await current.end(tail)
    if (merges !== null) this.needed.set(sheet.index, merges)
    if (tail.rows > 0) this.hasContent = true
    if (!current.hasTables && !current.isOwnText && tail.rows > 0) this.leftOut.push(sheet)
  }

  /** Visible sheets in which nothing was found are named: an import must not be silent about a part of its file. */
  private noteLeftOut(): void {
    for (const { name } of this.leftOut) {
      if (this.options.map && entryOf(this.options.map, name)?.skip) continue
      sayInAnswer(this.answer, 'sheet_left_out', name ?? '', { sheet: name })
    }
  }

  finish(): FileRun {
    const { tables: sheets, otherKinds, unknownHeadings } = this.state
    if (sheets.length === 0) {
      if (otherKinds.size > 0) throw new Refusal('kind_mismatch', undefined, mismatch(this.options.as, [...otherKinds][0]))
      if (!this.hasContent) throw new Refusal('empty_file')
      throw new Refusal('no_known_column', undefined, { columns: unknownHeadings.slice(0, 40), ...whyUnknown(unknownHeadings, this.answer.notices) })
    }
    this.noteLeftOut()
    this.state.file.uncounted.say(this.answer)
    for (const sheet of sheets) {
      const described = sheet.describe()
      this.answer.sheets.push(described)
      addRows(this.answer.rows, described.rows)
    }
    this.answer.kind = this.options.as ?? this.answer.sheets[0]?.kind ?? this.answer.kind
    const own = recordKindOf[this.answer.kind]
    for (const sheet of sheets) {
      if (sheet.recordKind !== own) continue
      this.answer.records.new += sheet.records.new
      this.answer.records.changed += sheet.records.changed
    }
    if (!this.info) throw new Refusal('damaged')
    return { answer: this.answer, pending: this.pending, growing: this.growing, sheets, info: this.info, options: this.options, returned: this.returned, needed: this.needed }
  }
}

/** Kinds as codes for programs and as words for the message. */
function mismatch(asked: ImportKind | undefined, found: ImportKind | undefined): Record<string, string> {
  return { asked: asked ?? '', kind: found ?? '', expected: asked ? t(`kind.${asked}`) : '', found: found ? t(`kind.${found}`) : '' }
}
