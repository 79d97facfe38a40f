import { Refusal } from '../../../shared/domain/result'
import type { ByteSource } from '../byteSource'
import { chooseSheets } from '../chooseSheets'
import { readMark } from '../documentMark'
import { maxSharedStringBytes } from '../limits'
import type { ReadEvent, ReadOptions, SheetInfo, Veil } from '../types'
import { assertEntryIsSafe } from '../zip/unpackEntry'
import { damagedZip, type ZipEntry } from '../zip/zipDirectory'
import { NumberFormatReader, type NumberLooks } from './numberLooks'
import { findMark } from './findMark'
import { PackageParts, readRelationships, type Relationship } from './packageParts'
import { SharedStringsReader, type SharedStrings } from './sharedStrings'
import { SheetReader } from './sheetReader'
import { plainLook, plainTheme, themeOf } from './looks'
import { hidesRun, runLooksOf, type RunLooks } from './richRuns'
import { hidingLooks, readVeils } from './veils'
import { WorkbookReader } from './workbookPart'

/** A batch may be late when a sheet holds megabytes without a value; progress is told all the same. */
const chunksBetweenEvents = 32

interface WorksheetPart extends SheetInfo {
  name: string
  entry: ZipEntry
}

/** Reads an Office Open XML workbook (.xlsx, .xlsm, transitional or strict). */
export async function* readXlsx(source: ByteSource, options: ReadOptions, parts = new PackageParts(source)): AsyncGenerator<ReadEvent> {
  const workbookName = await findWorkbookPart(parts)
  const relations = await readRelationships(parts, workbookName)
  const workbook = new WorkbookReader()
  await parts.scan(parts.require(workbookName), workbook)
  const sheets = listWorksheets(parts, workbook, relations)
  const chosen = chooseSheets(sheets, options)
  const stringsEntry = partOfType(parts, relations, 'sharedStrings', 'xl/sharedStrings.xml')
  const stylesEntry = partOfType(parts, relations, 'styles', 'xl/styles.xml')
  for (const entry of [...chosen.map((sheet) => sheet.entry), stringsEntry, stylesEntry]) if (entry) assertEntryIsSafe(entry)

  const macros = relations.some((relation) => relation.type === 'vbaProject') || parts.has('xl/vbaProject.bin')
  const properties = (await readRelationships(parts, '')).find((relation) => relation.type === 'custom-properties')?.target
  const mark = await findMark(parts, properties, readMark)
  yield { type: 'workbook', info: { format: 'xlsx', base1904: workbook.base1904, macros, sheets: sheets.map(publicInfo), ...(mark === undefined ? {} : { mark }) } }

  const progress = { read: 0, size: source.size }
  const strings = stringsEntry && chosen.length > 0 ? await readSharedStrings(parts, stringsEntry, progress) : undefined
  const looks = stylesEntry ? await readNumberLooks(parts, stylesEntry) : noLooks
  const disguises = options.marksDisguises ? await readDisguises(parts, relations, stylesEntry, stringsEntry) : undefined
  for (const sheet of chosen) {
    const reader = new SheetReader({ strings, looks, maxRows: options.maxRows ?? Number.POSITIVE_INFINITY, marksDisguises: options.marksDisguises ?? false, tellsPercents: options.tellsPercents ?? false, ...disguises?.told })
    yield { type: 'sheet', sheet: publicInfo(sheet) }
    const veils = disguises ? await readVeils(parts, sheet.entry, disguises.looks, disguises.theme) : undefined
    yield* readSheet(parts, sheet, reader, progress, veils)
  }
}

async function* readSheet(
  parts: PackageParts,
  sheet: WorksheetPart,
  reader: SheetReader,
  progress: { read: number; size: number },
  veils: Veil[] | undefined,
): AsyncGenerator<ReadEvent> {
  try {
    let silentChunks = 0
    for await (const chunk of parts.chunks(sheet.entry, (bytes) => (progress.read += bytes))) {
      reader.push(chunk)
      if (reader.isDone) break
      if (!reader.isBatchFull && ++silentChunks < chunksBetweenEvents) continue
      silentChunks = 0
      yield { type: 'rows', rows: reader.takeRows(), ...progress }
    }
    reader.finish()
  } catch (error) {
    throw error instanceof Refusal ? placedInSheet(error, sheet.name) : error
  }
  const rows = reader.takeRows()
  if (rows.length > 0) yield { type: 'rows', rows, ...progress }
  yield { type: 'tail', tail: { ...reader.tail(), ...(veils && { veils }) } }
}

function placedInSheet(refusal: Refusal, sheet: string): Refusal {
  const { code, at, details } = refusal.failure
  return new Refusal(code, { ...at, sheet }, details)
}

async function findWorkbookPart(parts: PackageParts): Promise<string> {
  const relations = await readRelationships(parts, '')
  const target = relations.find((relation) => relation.type === 'officeDocument')?.target
  const name = target ?? 'xl/workbook.xml'
  if (/^word\//i.test(name)) throw notATable('word')
  if (/^ppt\//i.test(name)) throw notATable('powerpoint')
  if (target === undefined && !parts.has(name)) throw otherArchive(parts)
  if (!parts.has('[Content_Types].xml')) throw damagedZip('part_missing', '[Content_Types].xml')
  return name
}

function otherArchive(parts: PackageParts): Refusal {
  if (parts.has('[Content_Types].xml') || parts.hasAnyUnder('xl/')) return damagedZip('part_missing', 'xl/workbook.xml')
  return notATable('archive')
}

function notATable(what: string): Refusal {
  return new Refusal('not_a_table', undefined, { what })
}

/** Chart and dialog sheets hold no cells and are not listed. A workbook without any sheet is damaged, never "empty". */
function listWorksheets(parts: PackageParts, workbook: WorkbookReader, relations: readonly Relationship[]): WorksheetPart[] {
  const sheets: WorksheetPart[] = []
  for (const { name, relationId, state } of workbook.sheets) {
    const relation = relations.find((candidate) => candidate.id === relationId)
    if (!relation) throw damagedZip('relation_missing', name)
    if (relation.type !== 'worksheet') continue
    sheets.push({ index: sheets.length, name, state, entry: parts.require(relation.target) })
  }
  if (sheets.length === 0) throw damagedZip('no_sheets')
  return sheets
}

function publicInfo({ index, name, state }: WorksheetPart): SheetInfo {
  return { index, name, state }
}

/** How a workbook's looks may hide what stands in its cells. */
async function readDisguises(parts: PackageParts, relations: readonly Relationship[], styles: ZipEntry | undefined, strings: ZipEntry | undefined) {
  const themeEntry = partOfType(parts, relations, 'theme', 'xl/theme/theme1.xml')
  const theme = themeEntry ? themeOf(await parts.text(themeEntry)) : plainTheme
  const looks = styles ? hidingLooks(await parts.text(styles), theme) : undefined
  const runs: RunLooks = strings ? runLooksOf(await parts.text(strings), theme) : new Map()
  return { theme, looks, told: { hides: looks?.cells, hidesString: (index: number, style: number) => hidesRun(runs.get(index), looks?.grounds[style] ?? plainLook.ground) } }
}

function partOfType(parts: PackageParts, relations: readonly Relationship[], type: string, usualName: string): ZipEntry | undefined {
  const target = relations.find((relation) => relation.type === type)?.target
  return (target === undefined ? undefined : parts.find(target)) ?? parts.find(usualName)
}

async function readSharedStrings(parts: PackageParts, entry: ZipEntry, progress: { read: number }): Promise<SharedStrings> {
  const reader = new SharedStringsReader()
  if (entry.size > maxSharedStringBytes) throw new Refusal('too_large', undefined, { what: 'shared_strings', bytes: entry.size })
  for await (const chunk of parts.chunks(entry, (bytes) => (progress.read += bytes))) reader.push(chunk)
  return reader.result()
}

const noLooks: NumberLooks = { dates: [], percents: [], disguises: [], places: [] }

async function readNumberLooks(parts: PackageParts, entry: ZipEntry): Promise<NumberLooks> {
  const reader = new NumberFormatReader()
  await parts.scan(entry, reader)
  return reader.result()
}
