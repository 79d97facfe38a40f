import { columnLetters } from '../../../shared/domain/columnLetters'
import { decodeEscapes } from '../xlsx/escapedText'
import { formulaTexts } from './grow/sharedFormulas'
import type { SheetCell } from './sheetCells'
import type { TemplatePackage } from './templatePackage'
import { attributeOf, resolveReferences, tagsOf } from '../xml/xmlTags'

/** What stands in a sheet's cells by address (C6). */
export interface SheetWords {
  /** Texts; numbers, formulas and empty cells are left out. */
  texts: ReadonlyMap<string, string>
  /**
   * What else names something: formulas by the text of the one cell that they name, else by the text stored with them, empty where
   * neither is known; and numbers of six digits, as codes of districts are.
   */
  results: ReadonlyMap<string, string>
}

/** @throws Refusal damaged, too_large */
export async function readWords(template: TemplatePackage): Promise<Map<string, SheetWords>> {
  const shared = await readSharedTexts(template)
  const found = new Map<string, SheetWords>()
  const formulas = new Map<string, ReadonlyMap<string, ShownFormula>>()
  const codes = new Map<string, ReadonlyMap<string, string>>()
  for (const { name, part } of template.sheets) {
    const [xml, { rows }] = [await template.text(part), await template.cells(part)]
    const cells = rows.flatMap((row) => row.cells)
    found.set(name, { texts: textsOf(xml, cells, shared), results: new Map() })
    formulas.set(name, formulasOf(xml, cells))
    codes.set(name, codesOf(xml, cells))
  }
  for (const [name, words] of found) found.set(name, { ...words, results: new Map([...resultsOf(name, found, formulas), ...(codes.get(name) ?? [])]) })
  return found
}

/** The texts that cells name by their number. @throws Refusal damaged, too_large */
export async function readSharedTexts(template: TemplatePackage): Promise<string[]> {
  return template.sharedStrings === null ? [] : sharedTexts(await template.text(template.sharedStrings))
}

function textsOf(xml: string, cells: readonly SheetCell[], shared: readonly string[]): Map<string, string> {
  const words = new Map<string, string>()
  for (const cell of cells) {
    const text = cell.hasFormula || cell.tagEnd === cell.end ? '' : textOf(xml, cell, shared)
    if (text.trim() !== '') words.set(addressOf(cell), text)
  }
  return words
}

function codesOf(xml: string, cells: readonly SheetCell[]): Map<string, string> {
  return new Map(cells.flatMap((cell) => {
    if (cell.hasFormula || cell.value === null || attributeOf(xml, { start: cell.start, end: cell.tagEnd }, 't') === 's') return []
    const number = xml.slice(cell.value.start, cell.value.end).trim()
    return /^\d{6}$/.test(number) ? [[addressOf(cell), number] as const] : []
  }))
}

function addressOf({ row, column }: SheetCell): string {
  return `${columnLetters(column)}${row}`
}

interface ShownFormula {
  /** The one cell that it names; null for any other formula. */
  names: { sheet: string | null; cell: string } | null
  /** Null where the file holds no result. */
  stored: string | null
}

/** A formula that is nothing but the address of a cell: =封面!$A$2, ='附表 1'!B3, =B3. */
const oneCell = /^\s*(?:(?:'((?:[^']|'')+)'|([^\s'!()[\]]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})\s*$/

function formulasOf(xml: string, cells: readonly SheetCell[]): Map<string, ShownFormula> {
  const formulas = new Map<string, ShownFormula>()
  for (const { cell, text } of formulaTexts(xml, cells)) {
    const [, quoted, plain, letters = '', row = ''] = oneCell.exec(text) ?? []
    const stored = cell.value === null ? null : textOf(xml, cell, []) // a result is never one of the shared texts
    formulas.set(addressOf(cell), { names: letters === '' ? null : { sheet: quoted?.replaceAll("''", "'") ?? plain ?? null, cell: `${letters.toUpperCase()}${row}` }, stored })
  }
  return formulas
}

/** Names that go from cell to cell are followed no further: formulas may name each other in a circle. */
const longestChain = 20

function resultsOf(home: string, words: ReadonlyMap<string, SheetWords>, formulas: ReadonlyMap<string, ReadonlyMap<string, ShownFormula>>): Map<string, string> {
  const follow = (sheet: string, cell: string, steps: number): string | null => {
    const formula = formulas.get(sheet)?.get(cell)
    if (formula === undefined) return words.get(sheet)?.texts.get(cell) ?? ''
    if (formula.names === null || steps === longestChain) return formula.stored
    return follow(formula.names.sheet ?? sheet, formula.names.cell, steps + 1) ?? formula.stored
  }
  return new Map([...(formulas.get(home)?.keys() ?? [])].flatMap((cell) => {
    const shown = follow(home, cell, 0)
    return shown === null ? [[cell, ''] as const] : shown.trim() === '' ? [] : [[cell, shown] as const]
  }))
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
