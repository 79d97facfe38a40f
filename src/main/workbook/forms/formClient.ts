import type { FormSheet } from '../../../shared/domain/filling/formSheet'
import type { Result } from '../../../shared/domain/result'
import { openFileSource } from '../byteSource'
import { ParserConnection } from '../parser/connection'
import { launchParser, usualLimits, type ParserLauncher, type ParserLimits } from '../parserClient'
import type { Merge } from '../types'
import { writeFileAtomically } from '../write/atomicFile'
import type { FormMarks, Markable } from './formMarks'
import { filledAnswer, formDescription, formLooks, growthAnswer, markableAnswer, markedCells, type FormDescription, type FormKind } from './formMessages'
import type { CellEdit } from './formValues'
import type { SheetWords } from './formWords'
import type { RowGrowth } from './rowGrowth'

/** A received workbook that stands open in a parser process, and what the register sees of it: plain data, checked. */
export interface FormReading {
  /** By sheet, in the workbook's order; of a list none. */
  readonly words: ReadonlyMap<string, SheetWords>
  /** Merged ranges that hold a text, by sheet. */
  readonly merges: ReadonlyMap<string, readonly Merge[]>
  /** Its sheets as they look. @throws Refusal */
  looks(): Promise<FormSheet[]>
  /** Whether rows can be put into a sheet so that everything that speaks of its cells follows. @throws Refusal */
  canGrow(growth: RowGrowth): Promise<boolean>
  /**
   * Writes it with some of its cells filled; everything else stays as the bytes it is.
   *
   * @param edits  by the sheet's name, at the rows where cells stand when the sheets have grown
   * @returns job_cancelled, template_cell_taken, damaged, parser_stopped, file_not_writable, disk_full
   */
  fill(edits: ReadonlyMap<string, readonly CellEdit[]>, out: string, options?: FillOptions): Promise<Result<{ sizeBytes: number }>>
  /** What it says before it is marked. @throws Refusal */
  markable(sheets: readonly string[]): Promise<Markable>
  /**
   * Writes it with cells marked and commented and a sheet before all others.
   *
   * @returns the number of cells marked; what fill returns
   */
  mark(marks: FormMarks, out: string, signal?: AbortSignal): Promise<Result<{ cells: number }>>
  /** Whether it can be asked no more: it was closed, or its process has ended. */
  readonly isOver: boolean
  close(): void
}

export interface FillOptions {
  /** Rows put into sheets first; whether a sheet can take them: canGrow. */
  growths?: readonly RowGrowth[]
  signal?: AbortSignal | undefined
}

export type OpenForm = (path: string, reading?: FormKind) => Promise<FormReading>

/**
 * Opens a received workbook in a parser process of its own, where it is unpacked, read and filled.
 *
 * @param reading  a form whose words are told, or a list of which only sheets are filled
 * @throws Refusal file_not_found, file_not_readable, not_a_table, damaged, encrypted, too_large, parser_stopped
 */
export async function openFormProcess(path: string, reading: FormKind = 'form', launch: ParserLauncher = launchParser, limits: ParserLimits = formLimits(path)): Promise<FormReading> {
  const sizeBytes = sizeOf(path)
  const connection = new ParserConnection(await launch(), limits)
  try {
    const described = await connection.ask({ type: 'form.open', path, reading, maxMemoryBytes: limits.maxMemoryBytes }, formDescription)
    return readingOf(connection, described, sizeBytes)
  } catch (error) {
    connection.end()
    throw error
  }
}

/** A small file may unpack to worksheets that take a slow machine a while, and what is counted elsewhere goes first. */
const leastSilenceMs = 20_000

function formLimits(path: string): ParserLimits {
  const usual = usualLimits(path)
  return { ...usual, silenceMs: Math.max(leastSilenceMs, usual.silenceMs) }
}

/** No process is started for a file that is not there. */
function sizeOf(path: string): number {
  const source = openFileSource(path)
  source.close()
  return source.size
}

/** Numbers and texts make a filled sheet longer, and rows that are put in; no form becomes so much larger. */
const mostGrownBytes = 256 * 1024 ** 2

function readingOf(connection: ParserConnection, { sheets }: FormDescription, sizeBytes: number): FormReading {
  const most = sizeBytes + mostGrownBytes
  return {
    words: new Map(sheets.map(({ name, texts, results }) => [name, { texts: new Map(texts), results: onceMapped(results) }])),
    merges: new Map(sheets.map(({ name, merges }) => [name, merges])),
    looks: () => connection.ask({ type: 'form.looks' }, formLooks),
    canGrow: (growth) => connection.ask({ type: 'form.canGrow', growth }, growthAnswer),
    fill: (edits, out, { growths = [], signal } = {}) => writeFileAtomically(out, signal, async (sink) => {
      await connection.receive({ type: 'form.fill', edits: [...edits], growths }, filledAnswer, { sink, most, signal })
      return { sizeBytes: sink.size }
    }),
    markable: (sheets) => connection.ask({ type: 'form.markable', sheets }, markableAnswer),
    mark: (marks, out, signal) => writeFileAtomically(out, signal, async (sink) => ({ cells: await connection.receive({ type: 'form.mark', marks }, markedCells, { sink, most, signal }) })),
    get isOver() {
      return connection.isOver
    },
    close: () => connection.end(),
  }
}

function onceMapped(entries: readonly (readonly [string, string])[]): SheetWords['results'] {
  const results = new Map(entries)
  return () => results
}
