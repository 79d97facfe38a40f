import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { HeaderColumn } from '../table/columnFields'
import { subjectOf } from './timeColumns'

/** What a column says beside a figure: its growth, share and place, told by its own words or by a group over it. */
/** The headings over a column from the outermost in; the stroke of 件/万人 is none between them. */
export function levelsOf(header: string): string[] {
  return header.split(/\/(?![^(（]*[)）])/u)
}

/** What a heading's level is of a figure; null where it is none of these. */
export function roleOf(text: string): 'value' | 'growth' | 'share' | 'rank' | null {
  const key = headingKey(text)
  if (/^单位[:：]/u.test(key)) return 'value'
  // A change of a growth, a share or a place is none of them.
  if (/(?:较|比).*(?:提高|提升|上升|下降|降低|扩大|回落|变化)|增减/u.test(key)) return null
  if (/占.*(?:比重|比例)$/u.test(key)) return 'share'
  if (/^(?:数值|数量|指标值|完成值|总量|值)|^(?:本期|期末|期末数|(?:本年|当年)?累计数?|本年|当期)(?:\(.*\))?$/u.test(key)) return 'value'
  if (/增长量|增长数|增减量|增加/u.test(key)) return null
  if (/同比|增长|增幅|增速/u.test(key)) return 'growth'
  if (/占比|比重/u.test(key)) return 'share'
  if (/(?:位次|排名|名次)(?!.*(?:变化|变动|升降|增减|较))/u.test(key)) return 'rank'
  return null
}

type SaidOfValue = 'growth' | 'share' | 'rank'

type SaidColumns = Partial<Record<SaidOfValue | 'value', HeaderColumn>>

/** 有效发明专利同比, 位次/有效发明专利: a column that names the indicator it says something about, and its neighbour on the left. */
export interface NamedFigure { column: HeaderColumn; role: SaidOfValue; /** The indicator's words without those of the role. */ of: string; left: string }

/** What a column says about an indicator that its own words name; null for a value, and where only a group above it names one. */
export function figureNamed(column: HeaderColumn, meaningOf: (heading: string) => string | null): Omit<NamedFigure, 'left'> | null {
  const parts = levelsOf(column.header)
  const at = parts.findLastIndex((part) => roleOf(part) !== null && roleOf(part) !== 'value')
  const role = roleOf(parts[at] ?? '')
  if (role === null || role === 'value') return null
  const words = (parts[at] ?? '').normalize('NFKC').replace(/\s+/gu, '').replace(/\([^()]*\)$/u, '').replace(/(?:累计)?(?:同比|比上年|较上年)?(?:增长率?|增幅|增速|同比)$|占(?:全[市省国])?(?:比重?|的?比例)$|比重$|(?:全[市省国])?(?:位次|排名|名次)$/u, '')
  const of = at === parts.length - 1 ? words : parts.slice(at + 1).join('/')
  // A share can be an indicator of its own: 高价值发明专利占比.
  return of === '' || meaningOf(of) === null || (role === 'share' && meaningOf(column.header) !== meaningOf(of)) ? null : { column, role, of }
}

/** Each goes to the figure of the same words, else to its neighbour of the same meaning; a place or a growth is never a value. */
export function takeNamedFigures(named: readonly NamedFigure[], groups: ReadonlyMap<string, SaidColumns>, meaningOf: (heading: string) => string | null): void {
  const valued = [...groups].filter(([, { value }]) => value !== undefined)
  for (const { column, role, of, left } of named) {
    const neighbour = valued.find(([heading]) => heading === left && meaningOf(heading) === meaningOf(of))
    const same = valued.filter(([heading]) => subjectOf(heading) === subjectOf(of))
    const meant = valued.filter(([heading]) => meaningOf(heading) === meaningOf(of))
    const [only, ...more] = same.length > 0 ? same : meant
    const [, group] = (more.length > 0 || (same.length === 0 && neighbour !== undefined) ? neighbour : only) ?? []
    if (group) group[role] ??= column
  }
}
