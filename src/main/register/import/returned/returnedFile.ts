import { hash } from 'node:crypto'
import { importKinds } from '../../../../shared/domain/catalogue/headings'
import { Refusal } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import type { RegisterStore, StoredBatch, StoredSource } from '../../../store/registerStore'
import type { Row } from '../../../workbook/types'
import { copyOfDate } from '../../../workbook/write/sheet/dateSerial'
import type { ImportOptions, ImportServices } from '../importOptions'
import type { SheetContext } from '../kinds/kindJudge'
import { mapFileSchema } from '../mapFile'
import { sheetsOf } from '../openChoosing'
import { cellText, isBlankCell } from '../table/cellText'
import { describeMapping } from '../table/columnFields'
import { faultyCellsOfBatch } from './faultyCells'
import { readReturnMark } from './returnMark'

/** How a row of a returned file stands to the file that it corrects. */
export type ReturnedRow =
  /** As it was when it came in: it is not taken in again. */
  | 'unchanged'
  /** It went back to the sender, or its surroundings are others: it is judged like any row. */
  | 'judged'
  /** It did not go back and differs all the same. */
  | 'altered'

interface KnownSheet {
  /** Numbers of the rows that came in, by what they hold; with the heading of the group they stood under. */
  accepted: Map<string, { row: number; groups: Set<string> }>
  refused: Set<number>
  sources: StoredSource[]
}

/**
 * A file that was returned to its sender and has come back, laid beside the original that the register kept. The file
 * says only which batch it is about; what was refused and what the other rows held comes from the register, so that
 * nothing written into the file can keep a row out that differs.
 */
export class ReturnedFile {
  constructor(readonly batch: StoredBatch, private readonly sheets: ReadonlyMap<string, KnownSheet>) {}

  /** Names of the sheets that the first import took in, hidden ones too. */
  get sheetNames(): ReadonlySet<string> {
    return new Set(this.sheets.keys())
  }

  /** Whether its original could be read. */
  get isComparable(): boolean {
    return this.sheets.size > 0
  }

  /** Whether the first import left the sheet out on purpose. */
  leavesOut(sheet: string | null): boolean {
    const { sheet: chosen } = this.batch.options
    return typeof chosen === 'string' && chosen !== sheet
  }

  /** The rows of a table, when it is the table it was: the same columns, reporter and date. Null when its rows mean something else by now. */
  table(context: SheetContext, base1904: boolean): ReturnedTable | null {
    // Text files have no names of sheets; the workbook made of one has a single sheet.
    const known = this.sheets.get(context.sheet ?? '') ?? (this.sheets.size === 1 ? this.sheets.get('') : undefined)
    const isSame = known?.sources.some((source) => JSON.stringify(source.mapping) === JSON.stringify(describeMapping(context.mapping))
      && (source.context['statusDate'] ?? null) === context.statusDate && (source.context['reporterDistrict'] ?? null) === context.reporterDistrict)
    return known && isSame ? new ReturnedTable(known, base1904) : null
  }
}

/** Whether rows are those of 退回说明 or 填写说明: text about other sheets, whatever its columns look like. */
export function isOwnText(rows: readonly Row[]): boolean {
  const title = cellText(rows[0]?.cells[0]).trim()
  return title === t('return.title') || title === t('collection.title')
}

/** The rows of one table, in their order. */
export class ReturnedTable {
  private group = ''
  /** How far rows have moved since: senders insert and delete some. */
  private shift = 0

  constructor(private readonly known: KnownSheet, private readonly base1904: boolean) {}

  take(row: Row): ReturnedRow {
    const before = this.group
    this.group = groupAfter(row, before)
    const found = this.known.accepted.get(digestOf(row, this.base1904))
    if (found) {
      this.shift = row.row - found.row
      return found.groups.has(before) ? 'unchanged' : 'judged'
    }
    return this.known.refused.has(row.row - this.shift) || this.known.refused.has(row.row) ? 'judged' : 'altered'
  }
}

/**
 * Recognises a returned file by its mark.
 *
 * @returns null for a file without a mark, `unknown` for one whose batch this register does not have, or has undone
 */
export async function recogniseReturned(mark: string | undefined, services: Pick<ImportServices, 'store' | 'open' | 'original'>): Promise<ReturnedFile | 'unknown' | null> {
  const said = readReturnMark(mark)
  if (said === null) return null
  // The same file may have come in again after its batch was undone, or only after it was returned.
  const ofFile = (await services.store.batches.list()).filter(({ sha256, state }) => sha256 === said.sha256 && state === 'active')
  const batch = ofFile.find(({ id }) => id === said.batch) ?? ofFile[0]
  if (!batch || !(await isWholeChain(services.store, batch))) return 'unknown'
  const original = await services.original?.(batch)
  if (!original) return 'unknown'
  try {
    return new ReturnedFile(batch, await readKnown(batch, original.path, services))
  } catch (thrown) {
    // An original behind a password: every row is judged.
    if (thrown instanceof Refusal) return new ReturnedFile(batch, new Map())
    throw thrown
  } finally {
    original.dispose()
  }
}

/** A correction leaves the unchanged rows to the batch it corrects: once that one is undone, they are in no batch. */
async function isWholeChain(store: RegisterStore, batch: StoredBatch): Promise<boolean> {
  const { corrects } = batch.summary
  if (typeof corrects !== 'number' || corrects >= batch.id) return true
  const earlier = await store.batches.get(corrects)
  return earlier?.state === 'active' && isWholeChain(store, earlier)
}

async function readKnown(batch: StoredBatch, path: string, { store, open }: Pick<ImportServices, 'store' | 'open'>): Promise<Map<string, KnownSheet>> {
  const sheets = new Map<string, KnownSheet>()
  const sources = await store.evidence.sourcesOfBatch(batch.id)
  for (const source of sources) {
    const known: KnownSheet = sheets.get(source.sheet ?? '') ?? { accepted: new Map(), refused: new Set(), sources: [] }
    known.sources.push(source)
    sheets.set(source.sheet ?? '', known)
  }
  for (const { row, sheet } of faultyCellsOfBatch(await store.batches.refusedRows(batch.id))) sheets.get(sheet ?? '')?.refused.add(row)
  let base1904 = false
  let reading: { known: KnownSheet; headers: Set<number>; group: string } | null = null
  for await (const event of open(path, sheetsOf(sources))) {
    if (event.type === 'workbook') base1904 = event.info.base1904
    else if (event.type === 'sheet') {
      const known = sheets.get(event.sheet.name ?? '')
      reading = known ? { known, headers: new Set(known.sources.map(({ headerRows }) => Math.max(0, ...headerRows))), group: '' } : null
    } else if (event.type === 'rows' && reading !== null) {
      for (const row of event.rows) addRow(reading, row, base1904)
    }
  }
  return sheets
}

function addRow(reading: { known: KnownSheet; headers: ReadonlySet<number>; group: string }, row: Row, base1904: boolean): void {
  const { known, group } = reading
  reading.group = reading.headers.has(row.row) ? '' : groupAfter(row, group)
  if (known.refused.has(row.row)) return
  const digest = digestOf(row, base1904)
  const same = known.accepted.get(digest)
  if (same) same.groups.add(group)
  else known.accepted.set(digest, { row: row.row, groups: new Set([group]) })
}

/** A row with one text in it may head the rows below. */
function groupAfter(row: Row, before: string): string {
  const texts = row.cells.filter((cell) => !isBlankCell(cell))
  return texts.length === 1 ? cellText(texts[0]).trim() : before
}

/** What a row holds, whichever program saved it. */
function digestOf({ cells }: Row, base1904: boolean): string {
  const texts = cells.map((cell) => {
    const date = typeof cell === 'object' && cell !== null && ('d' in cell || 'iso' in cell) ? copyOfDate(cell, base1904) : undefined
    // An original was read without regard to its percentages.
    if (typeof cell === 'object' && cell !== null && 'p' in cell) return String(cell.p)
    if (date) return `${date.d}${date.shows ?? ''}`
    return isBlankCell(cell) ? '' : cellText(cell).replaceAll(/\r\n?/g, '\n').trim()
  })
  while (texts.at(-1) === '') texts.pop()
  return hash('sha256', JSON.stringify(texts), 'base64').slice(0, 22)
}

/** What the clerk had said about the file when it first came in holds for its correction, where she says nothing else. */
export function inheritedOptions({ options, format }: StoredBatch, given: ImportOptions): ImportOptions {
  const { as, district, statusDate } = options
  const map = mapFileSchema.safeParse(options['map'])
  const kind = importKinds.find((known) => known === as)
  return {
    ...given,
    ...(given.as === undefined && kind !== undefined ? { as: kind } : {}),
    ...(given.district === undefined && typeof district === 'string' ? { district } : {}),
    ...(given.statusDate === undefined && typeof statusDate === 'string' ? { statusDate } : {}),
    ...(given.map === undefined && map.success ? { map: isText(format) && map.data[''] ? { ...map.data, '*': map.data[''] } : map.data } : {}),
  }
}

function isText(format: string): boolean {
  return format === 'csv' || format === 'html'
}
