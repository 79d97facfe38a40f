import { basename } from 'node:path'
import type { JobState } from '../../../../shared/bridge/imports'
import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { Failure } from '../../../../shared/domain/result'
import type { Row, SheetInfo, SheetTail, WorkbookInfo } from '../../../workbook/types'
import type { ImportAnswer } from '../answer'
import { countTouched, type TouchedRecords } from '../forecast/mergePending'
import { changesOf, type PendingChanges } from '../forecast/pendingChanges'
import type { ImportObserver, RowReport } from '../importObserver'
import type { SheetContext } from '../kinds/kindJudge'
import type { TaughtAnswer } from '../layouts/layout'
import type { LayoutMatch } from '../layouts/matchLayout'
import type { MapEntry, MapFile } from '../mapFile'
import type { PendingRecords } from '../pending/pendingRecords'
import type { IndicatorEffect } from './indicatorEffect'
import { QuestionBook, type Answers } from './questionBook'
import { RowLedger } from './rowLedger'
import { SheetMemory } from './sheetMemory'

export interface JobSettings {
  kind: ImportKind | null
  district: string | null
  statusDate: string | null
  /** By sheet index. */
  sheets: Map<number, MapEntry>
  /** Hidden sheets that are taken in all the same. */
  included: Set<number>
  /** By sheet name, from the import that is done again. */
  rememberedMap: MapFile | null
}

export interface Progress { read: number; size: number; rows: number; rowsPerSecond: number; remainingMs: number | null }

/** What the clerk wrote in place of a cell; the file itself stays as it is. */
export interface Correction { questionId: string; cell: string; from: string; to: string }

/** A field that stays as the register has it, in one row or (null) in all of the sheet. */
export interface KeptField { sheet: number; row: number | null; label: string; from: string; to: string }

/** A file on its way in. */
export interface ImportJob {
  id: number
  /** Grows with every state and answer. */
  revision: number
  path: string
  fileName: string
  sizeBytes: number
  state: JobState
  settings: JobSettings
  answers: Answers
  /** Ids given by one word of the clerk each, for taking the last one back. */
  answered: string[][]
  /** What each of them teaches about files of the same sender, in step with `answered`. */
  taught: TaughtAnswer[][]
  /** Whether files like this one are to be read like it from now on. */
  isRemembered: boolean
  /** Remembered layouts by sheet index, and how often the file was judged for them. */
  recall: { round: number; matches: Map<number, LayoutMatch> }
  /** Changes that the clerk did not take, by `keepKey`. */
  kept: Map<string, KeptField>
  /** Cells that the clerk wrote anew, by sheet and row. */
  corrections: Map<string, Correction[]>
  /** What was said about it before the program was cut short, until it has been read with that. */
  repeated: string | null
  /** For this file only, as long as it is open. */
  password: string | null
  progress: Progress | null
  failure: Failure | null
  reading: JudgedFile | null
  answer: ImportAnswer | null
  /** Sequence of the register the rows were judged against. */
  judgedAt: number
  effect: IndicatorEffect[]
  /** What a commit would do to the leader's indicators; null until that is known. */
  forecast: IndicatorEffect[] | null
  abort: AbortController | null
  /** Batch whose kept original this is. */
  originalOf: number | null
  /** Removes a temporary copy. */
  dispose: (() => void) | null
}

export function newJob(id: number, path: string, sizeBytes: number): ImportJob {
  return {
    id, revision: 0, path, fileName: basename(path), sizeBytes, state: 'queued', answers: new Map(), answered: [], taught: [], isRemembered: false, kept: new Map(), recall: { round: 0, matches: new Map() }, corrections: new Map(), repeated: null, password: null, progress: null, failure: null, reading: null, answer: null,
    settings: { kind: null, district: null, statusDate: null, sheets: new Map(), included: new Set(), rememberedMap: null }, judgedAt: 0, effect: [], forecast: null, abort: null, originalOf: null, dispose: null,
  }
}

/** Records of so many rows are kept with all that a file says of them. */
const mostTouched = 20_000

/** What one pass over a file left to look at. */
export class JudgedFile implements ImportObserver {
  workbook: WorkbookInfo | null = null
  ledger: RowLedger
  questions = new QuestionBook()
  sheets = new Map<number, SheetMemory>()
  private current: SheetMemory | null = null
  private changes: PendingChanges | null = null
  /** What the file says of which records, for the forecast of all files; null for a long one, which would fill the memory. */
  touched: TouchedRecords | null = null

  /** @param places  how the register names places, for the values that rows change */
  constructor(private readonly answers: Answers, private readonly places: PlaceWords) {
    this.ledger = new RowLedger(places)
  }

  begin(workbook: WorkbookInfo): void {
    this.workbook = workbook
    this.ledger = new RowLedger(this.places)
    this.questions = new QuestionBook()
    this.sheets = new Map()
    this.current = null
  }

  sheet(sheet: SheetInfo): void {
    this.current = new SheetMemory(sheet)
    this.sheets.set(sheet.index, this.current)
  }

  rows(rows: readonly Row[]): void {
    this.current?.take(rows)
  }

  tail(tail: SheetTail): void {
    this.current?.end(tail)
  }

  recognised(sheet: SheetInfo, context: SheetContext): void {
    const memory = this.sheets.get(sheet.index)
    if (memory) memory.context = context
  }

  row(report: RowReport): void {
    if (report.skipped === 'blank') return
    const questionId = report.fault?.questionId
    const index = this.ledger.add(report, questionId !== undefined && this.answers.get(questionId) === null)
    this.questions.add(report, index)
  }

  judged(pending: PendingRecords): void {
    this.changes = changesOf(pending)
    this.touched = countTouched(pending.byKind) <= mostTouched ? pending.byKind : null
  }

  /** What the file would change, handed over once: it is as large as the file. */
  takeChanges(): PendingChanges | null {
    const { changes } = this
    this.changes = null
    return changes
  }

  readonly sheetName = (sheet: number): string | null => this.workbook?.sheets[sheet]?.name ?? null

  get context(): SheetContext | null {
    for (const sheet of this.sheets.values()) if (sheet.context) return sheet.context
    return null
  }
}
