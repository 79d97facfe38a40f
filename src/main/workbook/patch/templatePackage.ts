import { posix } from 'node:path'
import { Refusal } from '../../../shared/domain/result'
import { heldSource, openFileSource, type ByteSource } from '../byteSource'
import { maxFormBytes } from '../limits'
import { CompoundFile } from '../ole/compoundFile'
import type { RawEntry } from '../write/package/zipWriter'
import { assertEntryIsSafe, packedBytes, provedPackedBytes } from '../zip/unpackEntry'
import type { ZipEntry } from '../zip/zipDirectory'
import { PackageParts, readRelationships, type Relationship } from '../xlsx/packageParts'
import { mapSheet, type SheetMap } from './sheetCells'
import { attributeOf, tagsOf } from '../xml/xmlTags'

export interface TemplateSheet {
  name: string
  part: string
}

/** A received workbook as a bag of parts: what is not asked for by name is never unpacked. */
export interface TemplatePackage {
  readonly source: ByteSource
  readonly entries: readonly ZipEntry[]
  /** Whether an entry was read, and thereby held against what the directory promises of it. */
  readonly isProved: (entry: ZipEntry) => boolean
  /** Name of the part that lists the sheets. */
  readonly workbook: string
  /** Worksheets in the workbook's order; sheets that are charts have no cells and are left out. */
  readonly sheets: readonly TemplateSheet[]
  /** What the worksheets unpack to. */
  readonly sheetBytes: number
  readonly sharedStrings: string | null
  readonly styles: string | null
  /** Name of the part with the order of calculation. */
  readonly calcChain: string | null
  /** @throws Refusal too_large, damaged */
  text(part: string): Promise<string>
  /** Rows and cells of a sheet's part. @throws Refusal too_large, damaged */
  cells(part: string): Promise<SheetMap>
  /** What a part points to within the file. @throws Refusal too_large, damaged */
  related(part: string): Promise<Relationship[]>
  close(): void
}

/** Above it a part is not kept between two readings. */
const keptPartBytes = 1024 ** 2
/** Up to it a file is read at once: each of its parts is asked for by a header and its bytes, and whoever edits it meanwhile can save it. */
const heldFileBytes = 64 * 1024 ** 2
/** Names are written in UTF-8, sizes stand in the header. */
const rawFlags = 0x0800

/**
 * Opens a workbook to be filled.
 *
 * @throws Refusal file_not_found, file_not_readable, not_a_table for what is no .xlsx or .xlsm, damaged, encrypted, too_large
 */
export async function openTemplate(path: string): Promise<TemplatePackage> {
  const source = heldSource(openFileSource(path), heldFileBytes)
  try {
    return await readTemplate(source)
  } catch (error) {
    source.close()
    throw error
  }
}

/**
 * Opens a workbook of which every sheet is read, as a form is: one that nobody could read by eye is none.
 *
 * @throws Refusal as {@link openTemplate}
 */
export async function openForm(path: string): Promise<TemplatePackage> {
  const template = await openTemplate(path)
  if (template.sheetBytes <= maxFormBytes) return template
  template.close()
  throw new Refusal('too_large', undefined, { what: 'form', sizeMb: inMb(template.sheetBytes), limitMb: inMb(maxFormBytes) })
}

function inMb(bytes: number): number {
  return Math.round(bytes / 1024 ** 2)
}

const noForm = { what: 'form', reason: 'not_xlsx' }

/** A workbook with a password stands whole in a container of the kind that older workbooks are. */
function isEncrypted(source: ByteSource): boolean {
  try {
    return source.read(0, 4).toString('hex') === 'd0cf11e0' && new CompoundFile(source).has('EncryptedPackage')
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

async function readTemplate(source: ByteSource): Promise<TemplatePackage> {
  if (source.size === 0) throw new Refusal('empty_file')
  if (source.read(0, 4).toString('latin1') !== 'PK\u0003\u0004') throw new Refusal(isEncrypted(source) ? 'encrypted' : 'not_a_table', undefined, noForm)
  const parts = new PackageParts(source)
  const entries = parts.listed
  for (const entry of entries) assertEntryIsSafe(entry)
  const byName = (part: string): ZipEntry => parts.require(part)
  const texts = new Map<ZipEntry, string>()
  const text = async (part: string): Promise<string> => {
    const entry = byName(part)
    const known = texts.get(entry)
    if (known !== undefined) return known
    const read = decode(await parts.bytes(entry))
    // Parts are asked for more than once: words, looks, filling. Large ones are read again rather than held.
    if (entry.size <= keptPartBytes) texts.set(entry, read)
    return read
  }
  const maps = new Map<string, SheetMap>()
  const cells = async (part: string): Promise<SheetMap> => {
    const map = maps.get(part) ?? mapSheet(await text(part))
    maps.set(part, map)
    return map
  }
  const workbook = (await readRelationships(parts, '')).find(({ type }) => type === 'officeDocument')?.target
  if (workbook === undefined || !isSpreadsheet(await text(workbook))) throw new Refusal('not_a_table', undefined, noForm)
  const relations = await readRelationships(parts, workbook)
  const targetOf = (type: string): string | null => relations.find((relation) => relation.type === type)?.target ?? null
  const worksheets = new Map(relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]))
  const sheets = sheetsOf(await text(workbook)).flatMap(({ name, id }) => {
    const part = worksheets.get(id)
    return part === undefined ? [] : [{ name, part }]
  })
  const sheetBytes = sheets.reduce((sum, { part }) => sum + (parts.find(part)?.size ?? 0), 0)
  return { source, entries, isProved: (entry) => parts.isProved(entry), workbook, sheets, sheetBytes, sharedStrings: targetOf('sharedStrings'), styles: targetOf('styles'), calcChain: targetOf('calcChain'), text, cells, related: async (part) => (part === workbook ? relations : readRelationships(parts, part)), close: () => source.close() }
}

/** A text document, slides or a binary workbook come in the same package. */
function isSpreadsheet(main: string): boolean {
  if (!main.trimStart().startsWith('<')) return false
  const [first] = tagsOf(main)
  return first?.name === 'workbook'
}

function sheetsOf(workbook: string): { name: string; id: string }[] {
  const found: { name: string; id: string }[] = []
  for (const tag of tagsOf(workbook)) {
    if (tag.name !== 'sheet' || tag.kind === 'close') continue
    const id = /[\s:]id\s*=\s*["']([^"']*)["']/.exec(workbook.slice(tag.start, tag.end))?.[1] ?? ''
    found.push({ name: attributeOf(workbook, tag, 'name') ?? '', id })
  }
  return found
}

/** The text of a part; a mark of UTF-8 stays in it, UTF-16 becomes UTF-8 when it is written again. */
function decode(bytes: Buffer): string {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (label === null) return bytes.toString('utf8')
  return new TextDecoder(label).decode(bytes).replace(/(<\?xml[^>]*encoding=["'])[^"']*/i, '$1UTF-8')
}

/**
 * An entry with its compressed bytes, as another archive takes it over. What was not read is proved first: a damaged part
 * would go out with the office's figures, and only its receiver would see it.
 *
 * @throws Refusal damaged
 */
export async function rawEntryOf({ source, isProved }: Pick<TemplatePackage, 'source' | 'isProved'>, entry: ZipEntry): Promise<RawEntry> {
  const { name, method, crc, size, modified } = entry
  const compressed = isProved(entry) ? packedBytes(source, entry) : await provedPackedBytes(source, entry)
  return { name, method, flags: rawFlags, crc, size, modified, compressedSize: compressed.length, compressed }
}

/** Where the relationships of a part are kept. */
export function relationshipsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}
