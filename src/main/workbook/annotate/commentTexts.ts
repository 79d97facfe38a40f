import { columnLetters } from '../../../shared/domain/columnLetters'
import { attributeOf, tagsOf, type XmlTag } from '../xml/xmlTags'
import { columnOfReference } from '../xlsx/cellReference'
import { escapeXml, textElement } from '../write/package/xmlText'
import { childrenOf, closingTag, firstTag, insertInto, withPrefix } from './xmlInsert'

/** One-based row, zero-based column. */
export interface CellPlace {
  row: number
  column: number
}

/** What is said about one cell. */
export interface CellNote extends CellPlace {
  text: string
}

const empty = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList/></comments>'

export interface AddedComments {
  xml: string
  /** Notes whose cell had no comment: they need a box to be shown in. */
  fresh: CellNote[]
  /** Cells whose comment was this author's and is taken away, since nothing is said about them any more. */
  withdrawn: CellPlace[]
}

/**
 * A comments part with notes added. Where a cell has a comment, what stands in it stays and the note goes below; notes of
 * the same author from an earlier time are replaced, or go.
 *
 * @param xml  null when the sheet has no comments yet
 */
export function addComments(xml: string | null, notes: readonly CellNote[], author: string): AddedComments {
  const known = withLists(xml ?? empty)
  const { text: withAuthor, index } = addAuthor(known, author)
  const byCell = new Map(notes.map((note) => [addressOf(note), note]))
  const found = new Set<string>()
  const withdrawn: CellPlace[] = []
  const joined = joinNotes(withAuthor, { byCell, author: index }, found, withdrawn)
  const fresh = notes.filter((note) => !found.has(addressOf(note)))
  return { xml: insertInto(joined, 'commentList', fresh.map((note) => commentXml(note, index)).join(''), 'last'), fresh, withdrawn }
}

function addressOf({ row, column }: CellNote): string {
  return `${columnLetters(column)}${row}`
}

function withLists(xml: string): string {
  const authors = firstTag(xml, 'authors') === null ? insertInto(xml, 'comments', '<authors/>', 'first') : xml
  return firstTag(authors, 'commentList') === null ? insertInto(authors, 'comments', '<commentList/>', 'last') : authors
}

function addAuthor(xml: string, author: string): { text: string; index: number } {
  const open = firstTag(xml, 'authors')
  const authors = open === null ? [] : childrenOf(xml, open)
  const written = `>${escapeXml(author)}<`
  const known = authors.findIndex(({ text }) => text.includes(written))
  if (known >= 0) return { text: xml, index: known }
  return { text: insertInto(xml, 'authors', `<author>${escapeXml(author)}</author>`, 'last'), index: authors.length }
}

function commentXml(note: CellNote, author: number): string {
  return `<comment ref="${addressOf(note)}" authorId="${author}"><text>${runXml(note.text)}</text></comment>`
}

function runXml(text: string): string {
  return `<r><rPr><sz val="9"/><color indexed="81"/><rFont val="宋体"/><charset val="134"/></rPr>${textElement(text)}</r>`
}

/** Comments of noted cells with the note in them, without the author's other ones; `found` and `withdrawn` take the cells. */
function joinNotes(xml: string, { byCell, author }: { byCell: ReadonlyMap<string, CellNote>; author: number }, found: Set<string>, withdrawn: CellPlace[]): string {
  const pieces: string[] = []
  let from = 0
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'comment' || tag.kind !== 'open') continue
    const address = (attributeOf(xml, tag, 'ref') ?? '').replaceAll('$', '')
    const note = byCell.get(address)
    const end = closingTag(xml, tag)?.end
    const isOwn = Number(attributeOf(xml, tag, 'authorId')) === author
    if (end === undefined || found.has(address) || (note === undefined && !isOwn)) continue
    pieces.push(xml.slice(from, tag.start))
    if (note === undefined) withdrawn.push(placeOf(address))
    else {
      found.add(address)
      pieces.push(withNote(xml.slice(tag.start, end), note.text, isOwn))
    }
    from = end
  }
  return pieces.join('') + xml.slice(from)
}

function placeOf(address: string): CellPlace {
  const [, letters = '', row = ''] = /^([A-Za-z]+)(\d+)$/.exec(address) ?? []
  return { row: Number(row), column: columnOfReference(letters) }
}

function withNote(comment: string, note: string, isOwn: boolean): string {
  const open = firstTag(comment, 'text')
  if (open === null) return insertInto(comment, 'comment', `<text>${runXml(note)}</text>`, 'first')
  const close = open.kind === 'empty' ? open : closingTag(comment, open)
  if (close === null) return comment
  const before = open.kind === 'empty' || isOwn ? '' : inRuns(comment, open)
  const after = withPrefix(open.prefix, runXml(before === '' ? note : `\n\n${note}`))
  return `${comment.slice(0, open.start)}<${open.prefix}text>${before}${after}</${open.prefix}text>${comment.slice(close.end)}`
}

/** What a comment holds as runs, which further runs may follow; phonetic readings stay behind them all and are left out. */
function inRuns(comment: string, open: XmlTag): string {
  return childrenOf(comment, open)
    .filter(({ name }) => name === 'r' || name === 't')
    .map(({ name, text }) => (name === 'r' ? text : `<${open.prefix}r>${text}</${open.prefix}r>`))
    .join('')
}
