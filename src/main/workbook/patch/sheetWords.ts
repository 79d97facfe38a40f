import { columnLetters } from '../../../shared/domain/columnLetters'
import type { SheetWords } from '../forms/formWords'
import { decodeEscapes } from '../xlsx/escapedText'
import { formulaTexts } from './grow/sharedFormulas'
import type { SheetCell } from './sheetCells'
import type { TemplatePackage } from './templatePackage'
import { attributeOf, resolveReferences, tagsOf } from '../xml/xmlTags'

/** A sheet as it is read; its formulas when another thing asks for them. */
interface ReadSheet { texts: ReadonlyMap<string, string>; formulas(): ReadonlyMap<string, ShownFormula> }

/** @throws Refusal damaged, too_large */
export async function readWords(template: TemplatePackage): Promise<Map<string, SheetWords>> {
  const shared = await readSharedTexts(template)
  const sheets = new Map<string, ReadSheet>()
  const found = new Map<string, SheetWords>()
  for (const { name, part } of template.sheets) {
    const [xml, { rows }] = [await template.text(part), await template.cells(part)]
    const cells = rows.flatMap((row) => row.cells)
    const texts = textsOf(xml, cells, shared)
    sheets.set(name, { texts, formulas: once(() => formulasOf(xml, cells)) })
    found.set(name, { texts, results: once(() => new Map([...resultsOf(name, sheets), ...codesOf(xml, cells)])) })
  }
  return found
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
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

function resultsOf(home: string, sheets: ReadonlyMap<string, ReadSheet>): Map<string, string> {
  const follow = (sheet: string, cell: string, steps: number): string | null => {
    const formula = sheets.get(sheet)?.formulas().get(cell)
    if (formula === undefined) return sheets.get(sheet)?.texts.get(cell) ?? ''
    if (formula.names === null || steps === longestChain) return formula.stored
    return follow(formula.names.sheet ?? sheet, formula.names.cell, steps + 1) ?? formula.stored
  }
  return new Map([...(sheets.get(home)?.formulas().keys() ?? [])].flatMap((cell) => {
    const shown = follow(home, cell, 0)
    return shown === null ? [[cell, ''] as const] : shown.trim() === '' ? [] : [[cell, shown] as const]
  }))
}

/** The text of a cell as it stands in the sheet; empty for numbers and formulas. */
export function textOf(xml: string, { start, tagEnd, end, value: place }: SheetCell, shared: readonly string[]): string {
  const type = attributeOf(xml, { start, end: tagEnd }, 't')
  if (type === 'inlineStr') return singleRun(xml, { tagEnd, end }) ?? runsOf(xml.slice(tagEnd, end))
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

/** How programs write the text of a cell that has one run without looks. */
const [runStarts, runEnd] = [['<is><t>', '<is><t xml:space="preserve">'], '</t></is></c>'] as const

/** The text of a cell that has one such run, which needs no looking at tags; null for any other. */
function singleRun(xml: string, { tagEnd, end }: Pick<SheetCell, 'tagEnd' | 'end'>): string | null {
  const opening = runStarts.find((written) => xml.startsWith(written, tagEnd))
  const close = end - runEnd.length
  if (opening === undefined || !xml.startsWith(runEnd, close) || xml.indexOf('<', tagEnd + opening.length) !== close) return null
  return decodeEscapes(resolveReferences(xml.slice(tagEnd + opening.length, close)))
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
