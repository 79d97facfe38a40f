import type { SkipCode } from '../../../../shared/domain/errorCodes'
import { beginsAsFootnote, isFootnoteMark } from '../../../../shared/domain/footnotes'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { Cell, Row } from '../../../workbook/types'
import type { Mapping } from './columnFields'
import { cellText, isBlankCell } from './cellText'

/**
 * Tells the rows under a header that are not data: totals, notes, signatures, examples, headers printed again
 * (import-sources.md 4, row 2). Blank rows and rows with nothing but a running number count nowhere.
 */

const total = /^(?:合计|总计|全市合计|全省合计|全市总计|全省总计|省合计|市合计|省总计|市总计|共计|合计数|总合计|累计|(?:全市|全省|全国)?平均(?:值|数|水平)?)(?:[:：（(].*|共?\d+[项件个家条户]?)?$/u
const subtotal = /^(?:小计|.{1,12}小计|[\u4e00-\u9fff]{1,6}合计)(?:[:：（(].*|共?\d+[项件个家条户]?)?$/u
const note = /^(?:注|备注|说明|附注|填表说明|注释|数据来源|资料来源)\d*[:：.、]/u
const signature = /(?:填表人|审核人|负责人|填报人|制表人|复核人|经办人|联系人|报送人)[（(]?[^:：]{0,8}[:：]|^(?:制表|填表|审核|复核|填报(?:日期|时间)|联系电话|单位[(（]盖章[)）])[^:：]{0,6}[:：]/u
const example = /^[（(【[]?(?:例|示例|样例|举例)(?:[:：）)】\]\d]|$)/u
const placeholderNumber = /[XＸ×x]{3,}/u
/** Letters before digits, or a run of digits longer than a year's. */
const numberLike = /[A-Za-z].*\d|\d{5,}|^\d+$|[XxＸ]{3,}/u
const page = /^第?\d+页(?:[,，/]?[共总]\d+页)?$|^第[^页]{1,4}页/u
const section = /^[一二三四五六七八九十]{1,3}[、.．]/u

export interface SkipOptions {
  keyColumns: readonly number[]
  /** Column of regions, and which texts in it make the row a total. */
  totals?: { column: number; isTotal(text: string): boolean }
  /** Whether a cell has the form of the kind's key; undefined where keys have none. */
  formOf?(cell: Cell | undefined): boolean | undefined
}

/** Why the row is not data, or null when it is. */
export function skipReason(row: Row, mapping: Mapping, options: SkipOptions): SkipCode | null {
  const { cells } = row
  const { leading, filled } = beginningOf(cells)
  if (filled === 0) return 'blank'
  const first = leading[0] ?? ''
  if (filled === 1 && /^\d+$/u.test(first)) return 'blank'
  const second = leading[1] ?? ''
  if (isTotal(first) || isTotal(second)) return 'total'
  if (isSubtotal(first) || isSubtotal(second)) return 'subtotal'
  const labelled = labelElsewhere(cells, leading, options)
  if (labelled !== null) return labelled
  if (filled <= 2 && mapping.fields.size > 1 && isFootnote(cells, filled, options)) return 'note'
  // No region is called after a year: the title printed again on the next page.
  if (filled === 1 && mapping.fields.has('region') && /(?:19|20)\d{2}年|续表|\(续/u.test(first)) return 'note'
  if (note.test(first) || (filled === 1 && page.test(first)) || (filled > 1 && isInstruction(cells))) return 'note'
  if (isSignature(first) || (filled <= 4 && cells.some((cell) => isSignature(squeezed(cell))) && isKeyEmpty(cells, options.keyColumns))) return 'signature'
  if (isRepeatedHeader(cells, mapping) || isColumnNumbering(cells, filled)) return 'repeated_header'
  if (isExample(cells, first, options.keyColumns)) return 'example'
  if (options.totals?.isTotal(squeezed(cells[options.totals.column]))) return 'total'
  if (filled === 1 && (isKeyEmpty(cells, options.keyColumns) || isLoneRemark(cells, first, mapping, options))) return section.test(first) ? 'section' : 'note'
  return null
}

/** Nearly every text lacks the character of a total, which one look tells. */
function isTotal(text: string): boolean {
  return (text.includes('计') || text.includes('平均')) && total.test(text)
}

function isSubtotal(text: string): boolean {
  return text.includes('计') && subtotal.test(text)
}

/** Behind every label of a signature stands a colon. */
function isSignature(text: string): boolean {
  return (text.includes(':') || text.includes('：')) && signature.test(text)
}

/**
 * 小计 and 合计 behind other cells of a row that has no key, and 合｜计 in two cells: labels stand where there is room for them.
 */
function labelElsewhere(cells: readonly Cell[], leading: readonly string[], { keyColumns, formOf }: SkipOptions): 'total' | 'subtotal' | null {
  const [first, second] = [leading[0] ?? '', leading[1] ?? '']
  const isParted = first.length === 1 && isTotal(first + second)
  if (!isParted && !cells.some(mayBeLabel)) return null
  if (keyColumns.some((column) => formOf?.(cells[column]) === true)) return null
  if (isParted) return 'total'
  const hasForm = keyColumns.some((column) => formOf?.(cells[column]) !== undefined)
  const isFree = (column: number): boolean => hasForm || keyColumns.includes(column) || isKeyEmpty(cells, keyColumns)
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (!mayBeLabel(cell) || !isFree(column)) continue
    const label = squeezed(cell)
    if (wholeLabel.test(label)) return 'total'
    if (subtotalLabel.test(label)) return 'subtotal'
  }
  return null
}

function mayBeLabel(cell: Cell | undefined): cell is string {
  return typeof cell === 'string' && cell.length <= longestLabel && cell.includes('计')
}

const longestLabel = 12
const wholeLabel = /^(?:合计|总计|共计|总合计)[:：]?$/u
const subtotalLabel = /^[\u4e00-\u9fff]{0,6}小计[:：]?$/u

/** "①｜含浮山后。" or "*为主导单位" under a table, in the column of its keys: a serial number ① stands in one of its own. */
function isFootnote(cells: readonly Cell[], filled: number, { keyColumns, formOf }: SkipOptions): boolean {
  const at = cells.findIndex((cell) => !isBlankCell(cell))
  // Folded, the mark would be a digit.
  const text = cellText(cells[at]).trim()
  return keyColumns.includes(at) && formOf?.(cells[at]) !== true && (filled === 1 ? beginsAsFootnote(text) : isFootnoteMark(text))
}

/** "（填写全称）｜（年-月-日）": how to fill in, in brackets, in every cell. */
function isInstruction(cells: readonly Cell[]): boolean {
  return cells.every((cell) => isBlankCell(cell) || (typeof cell === 'string' && /^[（(【[].*[）)】\]]$/su.test(cell.trim())))
}

/** One text in the key's own column, in a table of several columns, with nothing in it that could be a number: a remark. */
function isLoneRemark(cells: readonly Cell[], text: string, mapping: Mapping, options: SkipOptions): boolean {
  if (mapping.fields.size < 3 || numberLike.test(text)) return false
  // A cell that could not be read is a fault of its row, not a remark.
  return options.keyColumns.some((column) => typeof cells[column] === 'string' && options.formOf?.(cells[column]) === false)
}

/** The first texts of a row and how many cells are filled; other texts are only looked at when a rule asks. */
function beginningOf(cells: readonly Cell[]): { leading: string[]; filled: number } {
  const leading: string[] = []
  let filled = 0
  for (const cell of cells) {
    if (isUnfilled(cell)) continue
    filled++
    if (leading.length < 3) leading.push(squeezed(cell))
  }
  return { leading, filled }
}

/** Printable ASCII without blanks, and Chinese characters: nothing to fold. */
const plain = /^[!-~\u4e00-\u9fff]*$/

function squeezed(cell: Cell | undefined): string {
  const text = cellText(cell)
  if (plain.test(text)) return text
  return isBlankCell(cell) ? '' : text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
}

function isKeyEmpty(cells: readonly Cell[], keyColumns: readonly number[]): boolean {
  return keyColumns.every((column) => isUnfilled(cells[column]))
}

/** A formula without a value fills no cell; what could not be read has no text either, and does: its row is told of. */
function isUnfilled(cell: Cell | undefined): boolean {
  return isBlankCell(cell) || (typeof cell === 'object' && cell !== null && 'f' in cell)
}

function isExample(cells: readonly Cell[], first: string, keyColumns: readonly number[]): boolean {
  if (example.test(first)) return true
  return keyColumns.some((column) => {
    const text = squeezed(cells[column])
    return example.test(text) || (placeholderNumber.test(text) && !/^[A-Z]{2,6}$/u.test(text))
  })
}

function isRepeatedHeader(cells: readonly Cell[], mapping: Mapping): boolean {
  const headings = headingsOf(mapping)
  let same = 0
  let compared = 0
  for (let at = 0; at < headings.length; at++) {
    const { column, keys, longest } = headings[at] as ColumnHeading
    // Data rows differ from the header nearly everywhere: stop as soon as the rest cannot make up for it.
    const left = headings.length - at
    if ((same + left) * 2 <= compared + left) return false
    const text = squeezed(cells[column])
    if (text === '') continue
    compared++
    if (text.length <= longest && keys.has(headingKey(text))) same++
  }
  return same >= 2 && same * 2 > compared
}

const stems = '甲乙丙丁戊己庚辛壬癸'
const fewestNumbers = 4
/** No sheet has more columns than five digits count, here in brackets. */
const longestNumber = 7

/** "甲｜乙｜丙｜1｜2｜3｜4" under the headings of a statistical form: its columns are counted, nothing is stated. */
function isColumnNumbering(cells: readonly Cell[], filled: number): boolean {
  if (filled < fewestNumbers) return false
  let [stem, number] = [0, 0]
  for (const cell of cells) {
    const written = squeezed(cell)
    if (written.length > longestNumber) return false
    const text = written.replace(/^[(（[](.*)[)）\]]$/u, '$1')
    if (text === '') continue
    if (number === 0 && text === stems.charAt(stem)) stem++
    else if (text === String(number + 1)) number++
    else return false
  }
  return true
}

interface ColumnHeading {
  column: number
  /** The heading and, where several rows were joined, its parts. */
  keys: ReadonlySet<string>
  longest: number
}

const knownHeadings = new WeakMap<Mapping, ColumnHeading[]>()

function headingsOf(mapping: Mapping): ColumnHeading[] {
  let headings = knownHeadings.get(mapping)
  if (headings === undefined) {
    headings = [...mapping.fields.values()].map(({ index, header }) => {
      const key = headingKey(header)
      return { column: index, keys: new Set([key, ...key.split('/')]), longest: key.length }
    })
    knownHeadings.set(mapping, headings)
  }
  return headings
}
