import { columnLetters } from '../../../shared/domain/columnLetters'
import { decodeEscapes } from '../xlsx/escapedText'
import type { SheetCell, SheetMap } from './sheetCells'
import type { TemplatePackage } from './templatePackage'
import { attributeOf, resolveReferences, tagsOf } from '../xml/xmlTags'

/** The texts of a sheet's cells by address (C6); numbers, formulas and empty cells are left out. */
export type SheetWords = ReadonlyMap<string, string>

/** @throws Refusal damaged, too_large */
export async function readWords(template: TemplatePackage): Promise<Map<string, SheetWords>> {
  const shared = await readSharedTexts(template)
  const found = new Map<string, SheetWords>()
  for (const { name, part } of template.sheets) found.set(name, wordsOf(await template.text(part), await template.cells(part), shared))
  return found
}

/** The texts that cells name by their number. @throws Refusal damaged, too_large */
export async function readSharedTexts(template: TemplatePackage): Promise<string[]> {
  return template.sharedStrings === null ? [] : sharedTexts(await template.text(template.sharedStrings))
}

function wordsOf(xml: string, { rows }: SheetMap, shared: readonly string[]): SheetWords {
  const words = new Map<string, string>()
  for (const { cells } of rows) {
    for (const cell of cells) {
      const text = cell.hasFormula || cell.tagEnd === cell.end ? '' : textOf(xml, cell, shared)
      if (text.trim() !== '') words.set(`${columnLetters(cell.column)}${cell.row}`, text)
    }
  }
  return words
}

/** The text of a cell as it stands in the sheet; empty for numbers and formulas. */
export function textOf(xml: string, { start, tagEnd, end, value: place }: SheetCell, shared: readonly string[]): string {
  const type = attributeOf(xml, { start, end: tagEnd }, 't')
  if (type === 'inlineStr') return runsOf(xml.slice(tagEnd, end))
  const value = place === null ? '' : plainText(xml.slice(place.start, place.end))
  if (type === 's') return shared[Number(value)] ?? ''
  return type === 'str' ? decodeEscapes(value) : ''
}

function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let start = -1
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'si') continue
    if (tag.kind === 'open') start = tag.end
    else texts.push(tag.kind === 'empty' ? '' : runsOf(xml.slice(start, tag.start)))
  }
  return texts
}

/** The text of its runs; how it is read aloud (rPh) is no part of it. */
function runsOf(xml: string): string {
  return decodeEscapes(contentsOf(xml, 't', 'rPh').join(''))
}

/** What stands in the elements of a name, outside of those of another. */
function contentsOf(xml: string, name: string, outside?: string): string[] {
  const found: string[] = []
  let start = -1
  let depth = 0
  for (const tag of tagsOf(xml)) {
    if (tag.name === outside && tag.kind !== 'empty') depth += tag.kind === 'open' ? 1 : -1
    if (tag.name !== name || depth > 0) continue
    if (tag.kind === 'open') start = tag.end
    else if (tag.kind === 'close' && start >= 0) found.push(plainText(xml.slice(start, tag.start)))
  }
  return found
}

function plainText(content: string): string {
  return content.split(/<!\[CDATA\[([\s\S]*?)\]\]>/).map((part, at) => (at % 2 === 1 ? part : resolveReferences(part))).join('')
}
