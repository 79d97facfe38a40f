import { parseFigure, type ParsedFigure } from '../../../../shared/domain/numbers'
import { cellText, isBlankCell } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'

/** What tables of figures share: reading a cell's figure, its unit, and which indicator a heading means. */

/** One figure; a blank among several columns is "not reported", a blank that is the whole row is a missing value. */
export function readFigure(reader: RowReader, field: string, mayBeBlank: boolean): ParsedFigure | null {
  const cell = reader.cell(field)
  if (isBlankCell(cell)) {
    if (!mayBeBlank) reader.fault(field, 'missing_value')
    return null
  }
  if (typeof cell === 'object' && cell !== null && 'e' in cell) {
    reader.fault(field, 'formula_error')
    return null
  }
  const figure = parseFigure(typeof cell === 'number' ? cell : cellText(cell))
  if (figure.ok) return figure
  if (figure.code !== 'missing_value' || !mayBeBlank) reader.fault(field, figure.code)
  return null
}

/** Which words of a heading mean which indicator; the earlier pattern wins. */
export const indicatorWords: readonly (readonly [RegExp, string])[] = [
  [/(?=.*每万人)(?=.*高价值)/u, 'high_value_per_10k'], [/(?=.*每万人)(?=.*(?:发明|专利))/u, 'inventions_per_10k'], [/(?=.*高价值)(?=.*(?:占比|比重))/u, 'high_value_share'], [/高价值/u, 'high_value'],
  [/PCT/iu, 'pct'], [/每百户/u, 'trademarks_per_100_entities'], [/有效.*商标|商标.*有效/u, 'trademarks_valid'], [/商标.*注册|注册.*商标/u, 'trademarks_registered'],
  [/商标.*申请/u, 'trademarks_applied'], [/标准.*参与度|参与度/u, 'national_participation'], [/标准/u, 'standards'], [/有效发明|发明专利(?:拥有|有效)/u, 'inventions_valid'], [/授权/u, 'patents_granted'],
]

/** The figure in the heading's unit: 40.0万件 under 万件 stays 40; 41,500件 under 万件 is 4.15. */
export function inUnit(figure: ParsedFigure, unit: string): number {
  const wantsWan = unit.startsWith('万')
  if (figure.magnitude === 'wan') return wantsWan ? figure.written : figure.value
  return wantsWan && figure.unit !== null ? decimalShift(figure.value, -4) : figure.written
}

/** Exact shift of the decimal point, so that 486643 人 is 48.6643 万 and nothing near it. */
export function decimalShift(value: number, places: number): number {
  return Number(`${value}e${places}`)
}
