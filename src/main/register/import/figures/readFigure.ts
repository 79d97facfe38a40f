import { parseFigure, type ParsedFigure } from '../../../../shared/domain/numbers'
import { cellText, isBlankCell } from '../table/cellText'
import { isTimeAlone } from '../table/titleFacts'
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
  const figure = parseFigure(typeof cell === 'number' ? cell : reader.unmarked(field, cellText(cell)))
  if (figure.ok) return figure
  if (figure.code !== 'missing_value' || !mayBeBlank) reader.fault(field, figure.code)
  return null
}

/** A 亿 of people, units or patents: no city has as many. */
const mostInWan = 10_000

/** Asks about a bare figure that its unit makes absurd: 491000 under 万人 is one of 人, and 49.1 under 人 one of 万人. */
export function isUnitDoubtful(reader: RowReader, field: string, { magnitude, unit, written }: ParsedFigure, isInWan: boolean): boolean {
  if (magnitude !== 'one' || unit !== null || (isInWan ? Math.abs(written) < mostInWan : Number.isInteger(written))) return false
  reader.fault(field, 'unit_doubtful', { verdict: 'review', choices: [`${isInWan ? decimalShift(written, -4) : written}万`] })
  return true
}

/** Which words of a heading mean which indicator; the earlier pattern wins. */
const indicatorWords: readonly (readonly [RegExp, string])[] = [
  [/(?=.*万人)(?=.*高价值)/u, 'high_value_per_10k'], [/(?=.*万人)(?=.*发明)|(?=.*每万人)(?=.*专利)|专利密度/u, 'inventions_per_10k'], [/(?=.*高价值)(?=.*(?:占比|比重))/u, 'high_value_share'], [/高价值/u, 'high_value'],
  [/PCT/iu, 'pct'], [/每百户/u, 'trademarks_per_100_entities'], [/有效.*商标|商标.*有效/u, 'trademarks_valid'], [/商标.*申请/u, 'trademarks_applied'],
  [/商标.*注册|注册.*商标/u, 'trademarks_registered'], [/标准.*参与度|参与度/u, 'national_participation'], [/标准/u, 'standards'], [/有效发明|发明专利(?:拥有|有效)/u, 'inventions_valid'], [/授权/u, 'patents_granted'],
]

/** Figures of another time, of a goal or of change: they keep their own name. */
const notNow = /上年|去年|上一年|同期|上季|上月|上期|年初|目标|任务|计划(?!单列)|完成率|达成率|完成比例|完成进度/u
/** One kind of standards, or those led: no figure of all. */
function isPartOfStandards(heading: string): boolean {
  return /主导|主持|牵头|参与(?!度)/u.test(heading) || new Set(heading.match(/国际|国家|行业|地方|团体|企业/gu)).size === 1
}

/** Whether a heading speaks of one type among all patents: beside another column the other one is the whole. */
export function isOfOneType(heading: string): boolean {
  return /发明|实用新型|外观/u.test(heading)
}

/** Headings that leave their subject to the title: 本季度申请件数 under 商标申请注册情况. */
const bareHeading = /^(?:本(?:季度|月|年|期)|当(?:年|月|期))?(?:累计)?(?:申请|注册|有效注册|有效|受理|授权)(?:件数|量|数量|数)(?:[(（].*)?$/u
const subjectsOfTitle = ['商标', 'PCT', '发明专利', '专利'] as const

/** The indicator that a heading means, or null; what stands in the title is said of headings that name no subject. */
export function indicatorOf(heading: string, title = ''): string | null {
  if (notNow.test(heading)) return null
  const bare = heading.split('/').filter((level) => !isTimeAlone(level)).join('/')
  const [only, ...more] = bareHeading.test(bare) ? subjectsOfTitle.filter((subject) => title.includes(subject) && !(subject === '专利' && title.includes('发明专利'))) : []
  const words = only !== undefined && more.length === 0 ? only + bare : heading
  // 有效 over 发明 says together what 有效发明 says.
  const joined = words.replaceAll('/', '')
  const meant = indicatorWords.find(([pattern]) => pattern.test(words) || pattern.test(joined))?.[1]
  return meant === undefined || (meant === 'standards' && isPartOfStandards(words)) ? null : meant
}

/** The figure in the heading's unit: 40.0万件 under 万件 stays 40; 41,500件 under 万件 is 4.15. */
export function inUnit(figure: ParsedFigure, unit: string): number {
  const wantsWan = unit.startsWith('万')
  if (figure.magnitude === 'wan') return wantsWan ? figure.written : figure.value
  return wantsWan && figure.unit !== null ? decimalShift(figure.value, -4) : figure.written
}

/** The one unit of counts that a unit line names: 万件 of 万件、%. Where it names several nobody says which column has which. */
export function measureOfCounts(measure: string): string {
  const [only, ...more] = measure.split(/[、，,;；]/u).filter((unit) => !/^[%％]$/u.test(unit))
  return only === undefined || more.length > 0 ? measure : only
}

/** Exact shift of the decimal point, so that 486643 人 is 48.6643 万 and nothing near it. */
export function decimalShift(value: number, places: number): number {
  return Number(`${value}e${places}`)
}
