import type { SkipCode } from '../../../../shared/domain/errorCodes'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { Row } from '../../../workbook/types'
import type { Mapping } from './header'
import { cellText, isBlankCell } from './cellText'

/**
 * Tells the rows under a header that are not data: totals, notes, signatures, examples, headers printed again
 * (import-sources.md 4, row 2). Blank rows and rows with nothing but a running number count nowhere.
 */

const total = /^(?:合计|总计|全市合计|全省合计|共计|合计数|总合计)(?:[:：（(].*)?$/u
const subtotal = /^(?:小计|.{1,12}小计)(?:[:：（(].*)?$/u
const note = /^(?:注|备注|说明|附注|填表说明|注释|数据来源|资料来源)\d*[:：.、]/u
const signature = /(?:填表人|审核人|负责人|填报人|制表人|复核人|经办人|联系人|报送人)[（(]?[^:：]{0,8}[:：]/u
const example = /^[（(【[]?(?:例|示例|样例|举例)(?:[:：）)】\]\d]|$)/u
const placeholderNumber = /[XＸ×x]{3,}/u
const section = /^[一二三四五六七八九十]{1,3}[、.．]/u

export interface SkipOptions {
  keyColumns: readonly number[]
  /** Column of regions, and which texts in it make the row a total. */
  totals?: { column: number; isTotal(text: string): boolean }
}

/** Why the row is not data, or null when it is. */
export function skipReason(row: Row, mapping: Mapping, options: SkipOptions): SkipCode | null {
  const texts: string[] = []
  let filled = 0
  for (let column = 0; column < row.cells.length; column++) {
    const text = isBlankCell(row.cells[column]) ? '' : squeeze(cellText(row.cells[column]))
    texts.push(text)
    if (text !== '') filled++
  }
  if (filled === 0) return 'blank'
  const leading = texts.filter((text) => text !== '').slice(0, 3)
  const first = leading[0] ?? ''
  if (filled === 1 && /^\d+$/u.test(first)) return 'blank'
  if (leading.slice(0, 2).some((text) => total.test(text))) return 'total'
  if (leading.slice(0, 2).some((text) => subtotal.test(text))) return 'subtotal'
  if (note.test(first)) return 'note'
  if (signature.test(first) || (filled <= 4 && texts.some((text) => signature.test(text)) && isKeyEmpty(texts, options.keyColumns))) return 'signature'
  if (isRepeatedHeader(texts, mapping)) return 'repeated_header'
  if (isExample(texts, first, options.keyColumns)) return 'example'
  if (options.totals?.isTotal(texts[options.totals.column] ?? '')) return 'total'
  if (filled === 1 && isKeyEmpty(texts, options.keyColumns)) return section.test(first) ? 'section' : 'note'
  return null
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/gu, '')
}

function isKeyEmpty(texts: readonly string[], keyColumns: readonly number[]): boolean {
  return keyColumns.every((column) => (texts[column] ?? '') === '')
}

function isExample(texts: readonly string[], first: string, keyColumns: readonly number[]): boolean {
  if (example.test(first)) return true
  return keyColumns.some((column) => {
    const text = texts[column] ?? ''
    return example.test(text) || (placeholderNumber.test(text) && !/^[A-Z]{2,6}$/u.test(text))
  })
}

function isRepeatedHeader(texts: readonly string[], mapping: Mapping): boolean {
  let same = 0
  let compared = 0
  for (const column of mapping.fields.values()) {
    const text = texts[column.index] ?? ''
    if (text === '') continue
    compared++
    const key = headingKey(text)
    if (headingKey(column.header) === key || headingKey(column.header).split('/').includes(key)) same++
  }
  return same >= 2 && same * 2 > compared
}
