import { setImmediate as nextTurn } from 'node:timers/promises'
import type { CoverSheet, FormMarks, MarkedCell, Markable } from '../forms/formMarks'
import { maxHeldPartBytes } from '../limits'
import { propertiesType, readMark, withMark } from '../documentMark'
import { rawEntryOf, type TemplatePackage } from '../patch/templatePackage'
import type { AppendingSink } from '../write/atomicFile'
import { claimSheetName } from '../write/sheet/sheetName'
import { createZipAppender } from '../write/package/zipWriter'
import { addLooks, type AddedLooks } from './addedLooks'
import { markCells, uncovered, withNoteDrawing, withoutSelection } from './annotateSheet'
import { addComments, type AddedComments } from './commentTexts'
import { drawCover } from './drawCover'
import { shownSheetOf, withCover, withFirstShown } from './coverSheet'
import { addNoteBoxes, lastBlockOf, withoutBoxes } from './noteBoxes'
import { PackageLinks } from './packageLinks'

const content = 'application/vnd.openxmlformats-officedocument'

/**
 * Writes a copy of a received workbook with cells marked and commented and a sheet put before the others. Cells keep what
 * they hold and how it is written; every part that is not named here is taken over as the bytes it is: macros, drawings,
 * charts, other sheets.
 *
 * @returns the number of cells marked
 * @throws Refusal damaged, too_large
 */
export async function annotateWorkbook(template: TemplatePackage, marks: FormMarks, sink: AppendingSink): Promise<number> {
  const links = new PackageLinks(template)
  const cells = await annotateParts(template, links, marks)
  const zip = createZipAppender(sink)
  const written = new Set<string>()
  for (const entry of template.entries) {
    const text = links.changed.get(entry.name)
    if (text === undefined) await zip.copy(await rawEntryOf(template, entry))
    else await zip.add(entry.name, text)
    written.add(entry.name)
  }
  for (const [name, text] of links.changed) if (!written.has(name)) await zip.add(name, text)
  await zip.finish()
  return cells
}

/** What a workbook says before it is marked. @param sheets  names of those to be marked @throws Refusal damaged, too_large */
export async function readMarkable(template: TemplatePackage, sheets: Iterable<string>): Promise<Markable> {
  return {
    canBeMarked: await canAnnotate(template, sheets),
    macros: template.entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    mark: (await earlierMark(new PackageLinks(template))) ?? null,
  }
}

/**
 * Whether a workbook can be annotated as it is: the strict form of the format has no such comments, and sheets beyond a
 * size are not held in memory.
 *
 * @param sheets  names of those to be marked
 */
async function canAnnotate(template: TemplatePackage, sheets: Iterable<string>): Promise<boolean> {
  if ((await template.text(template.workbook)).includes('http://purl.oclc.org/ooxml/')) return false
  const wanted = new Set(sheets)
  const sizes = new Map(template.entries.map(({ name, size }) => [name.toLowerCase(), size]))
  return template.sheets.every(({ name, part }) => !wanted.has(name) || (sizes.get(part.toLowerCase()) ?? 0) <= maxHeldPartBytes)
}

async function annotateParts(template: TemplatePackage, links: PackageLinks, marks: FormMarks): Promise<number> {
  const cellsOf = new Map(marks.cells)
  const styles = await links.linked(template.workbook, 'styles')
  const looks = addLooks(styles === null ? null : await links.text(styles.part))
  let nextBlock = (await lastBlock(template, links)) + 1
  let marked = 0
  for (const { name, part } of template.sheets) {
    const done = await annotateSheet(links, part, cellsOf.get(name) ?? [], { marks, looks, nextBlock })
    marked += done.marked
    nextBlock = done.nextBlock
  }
  await addCover(template, links, marks.cover, looks)
  await addMark(links, marks.mark)
  await writeLooks(template, links, styles?.part, looks)
  return marked
}

/** Drawings number their shapes in blocks; a new one takes a block that none has. */
async function lastBlock(template: TemplatePackage, links: PackageLinks): Promise<number> {
  let last = 0
  for (const { name } of template.entries) if (/\.vml$/i.test(name)) last = Math.max(last, lastBlockOf((await links.text(name)) ?? ''))
  return last
}

/** What is said about one cell by several rows, or for several reasons, stands in one comment. */
function oneForEachCell(cells: readonly MarkedCell[]): MarkedCell[] {
  const joined = new Map<string, MarkedCell>()
  for (const cell of cells) {
    const key = `${cell.row}|${cell.column}`
    const before = joined.get(key)
    if (before === undefined) joined.set(key, cell)
    else if (!before.text.split('\n').includes(cell.text)) joined.set(key, { ...before, text: `${before.text}\n${cell.text}` })
  }
  return [...joined.values()].toSorted((a, b) => a.row - b.row || a.column - b.column)
}

interface SheetWork { marks: FormMarks; looks: AddedLooks; nextBlock: number }

async function annotateSheet(links: PackageLinks, part: string, wanted: readonly MarkedCell[], { marks: { author, colours }, looks, nextBlock }: SheetWork): Promise<{ marked: number; nextBlock: number }> {
  const known = await links.linked(part, 'comments')
  const comments = known === null ? null : await links.text(known.part)
  const hadNotes = comments?.includes(`>${author}<`) ?? false
  if (wanted.length === 0 && !hadNotes) return { marked: 0, nextBlock }
  // Each look at a large sheet takes a while: between two of them others have their turn.
  await nextTurn()
  const cells = oneForEachCell(uncovered((await links.text(part)) ?? '', wanted))
  await nextTurn()
  const added = addComments(comments, cells, author)
  if (known === null) await addCommentsPart(links, part, added.xml)
  else links.set(known.part, added.xml)
  const next = await changeBoxes(links, part, added, nextBlock)
  await nextTurn()
  links.set(part, markCells((await links.text(part)) ?? '', cells, looks, added.withdrawn, colours))
  return { marked: cells.length, nextBlock: next }
}

async function addCommentsPart(links: PackageLinks, part: string, xml: string): Promise<void> {
  const name = links.freeName('xl/comments{n}.xml')
  links.set(name, xml)
  await links.declare(name, `${content}.spreadsheetml.comments+xml`)
  await links.link(part, 'comments', name)
}

async function changeBoxes(links: PackageLinks, part: string, { fresh, withdrawn }: AddedComments, firstBlock: number): Promise<number> {
  const sheet = (await links.text(part)) ?? ''
  const id = /<(?:[^\s<>/:]+:)?legacyDrawing\s[^<>]*?[\s:]id\s*=\s*["']([^"']*)["']/.exec(sheet)?.[1]
  const known = id === undefined ? null : await links.byId(part, id)
  if (fresh.length === 0 && (withdrawn.length === 0 || known === null)) return firstBlock
  const before = known === null ? null : withoutBoxes((await links.text(known.part)) ?? '', withdrawn)
  const { vml, nextBlock } = fresh.length === 0 ? { vml: before ?? '', nextBlock: firstBlock } : addNoteBoxes(before, fresh, firstBlock)
  if (known !== null) {
    links.set(known.part, vml)
    return nextBlock
  }
  const name = links.freeName('xl/drawings/vmlDrawing{n}.vml')
  links.set(name, vml)
  await links.declareEnding('vml', `${content}.vmlDrawing`)
  links.set(part, withNoteDrawing(sheet, await links.link(part, 'vmlDrawing', name)))
  return nextBlock
}

async function addCover(template: TemplatePackage, links: PackageLinks, cover: CoverSheet, looks: AddedLooks): Promise<void> {
  const { name } = cover
  const workbook = (await links.text(template.workbook)) ?? ''
  const shown = template.sheets.find((sheet) => sheet.name === shownSheetOf(workbook))
  const earlier = (await earlierMark(links)) === undefined ? undefined : template.sheets.find((sheet) => sheet.name === name)
  // A sheet that nothing is changed in stays as it is, and stays the one shown.
  const isShown = shown !== undefined && (shown === earlier || links.changed.has(links.nameOf(shown.part) ?? ''))
  if (isShown && shown !== earlier) links.set(shown.part, withoutSelection((await links.text(shown.part)) ?? ''))
  if (earlier !== undefined) {
    links.set(earlier.part, drawCover(cover, looks, isShown))
    if (isShown) links.set(template.workbook, withFirstShown(workbook))
    return
  }
  const part = links.freeName('xl/worksheets/sheet{n}.xml')
  links.set(part, drawCover(cover, looks, isShown))
  await links.declare(part, `${content}.spreadsheetml.worksheet+xml`)
  const id = await links.link(template.workbook, 'worksheet', part)
  links.set(template.workbook, withCover(workbook, { name: claimSheetName(name, new Set(sheetNamesOf(workbook))), id, isShown }))
}

/** The mark of an earlier time, whose cover is drawn anew instead of put before. */
async function earlierMark(links: PackageLinks): Promise<string | undefined> {
  const known = await links.linked('', 'custom-properties')
  return known === null ? undefined : readMark((await links.text(known.part)) ?? '')
}

function sheetNamesOf(workbook: string): string[] {
  return [...workbook.matchAll(/<(?:[^\s<>/:]+:)?sheet\s[^<>]*?\bname\s*=\s*["']([^"']*)["']/g)].map(([, name = '']) => name.toLowerCase())
}

async function addMark(links: PackageLinks, mark: string): Promise<void> {
  const known = await links.linked('', 'custom-properties')
  if (known !== null) return links.set(known.part, withMark(await links.text(known.part), mark))
  const usual = 'docProps/custom.xml'
  const name = links.nameOf(usual) === undefined ? usual : links.freeName('docProps/custom{n}.xml')
  links.set(name, withMark(null, mark))
  await links.declare(name, propertiesType)
  await links.link('', 'custom-properties', name)
}

async function writeLooks(template: TemplatePackage, links: PackageLinks, known: string | undefined, looks: AddedLooks): Promise<void> {
  if (known !== undefined) return links.set(known, looks.toXml())
  const name = links.freeName('xl/styles{n}.xml')
  links.set(name, looks.toXml())
  await links.declare(name, `${content}.spreadsheetml.styles+xml`)
  await links.link(template.workbook, 'styles', name)
}
