import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { indicatorDefinition, isIndicatorName } from '../../../../shared/domain/catalogue/indicators'
import { parsePeriod, previousYear } from '../../../../shared/domain/dates/periods'
import { indicatorOf } from './readFigure'

/**
 * Columns of one indicator that differ in what they are of: 本年 | 上年同期, 目标值 | 完成值. 上年同期 is the same period a year before; a goal
 * is no value of the indicator and goes by a name of its own. 上年末, 上季 and 上月 are other periods and stay unread.
 */
export type TimeRole = 'current' | 'previous' | 'target'

const unit = '(?:\\([^()]*\\))?'
const amount = '(?:累计)?(?:完成|实际)?(?:数|值|数值|数量|完成值|完成数|件数|量|水平)?'
const pureRoles: readonly (readonly [TimeRole, RegExp])[] = [
  ['previous', new RegExp(`^(?:上年度?|去年度?|上一年度?)(?:同期|同月|同季度?)?${amount}${unit}$|^同期${amount}${unit}$`, 'u')],
  ['target', new RegExp(`^(?:年度|全年|考核|本年)?(?:目标|任务|计划)(?:任务|指标)?(?:值|数|数值|数量|量)?${unit}$`, 'u')],
  ['current', new RegExp(`^(?:(?:本年度?|本期|当期|今年|当年)${amount}|(?:累计|实际)?完成(?:值|数|量|情况)?|(?:实际|累计)(?:值|数|量)|数值|数量|指标值)${unit}$`, 'u')],
]
const previousInside = /(?:上年度?|去年度?|上一年度?)(?:同期|同月|同季度?)?(?!末|底)/u
const targetInside = /(?:年度|全年|考核)?(?:目标|任务|计划)(?!单列|完成|率)(?:任务|指标)?(?:值|数)?/u
const currentInside = /^(?:本年度?|本期|当期|今年|当年)(?:累计)?|(?:累计|实际)?完成(?:值|数)$/u
const noValue = /率|比例|比重|占比|位次|排名|增长|增幅|同比|环比|增量/u

/** What a heading says of time beside nothing else; null for any other. */
export function timeRoleOf(heading: string): TimeRole | null {
  const key = headingKey(heading)
  return pureRoles.find(([, pattern]) => pattern.test(key))?.[0] ?? null
}

export interface TimeHeading { role: 'previous' | 'target'; /** What it is of; '' where the heading says no more. */ of: string }

/** Parts the time or goal from what a joined heading is of: 上年PCT申请量, PCT申请量/目标值; null where it says neither. */
export function timeHeadingOf(levels: readonly string[]): TimeHeading | null {
  const last = levels.at(-1) ?? ''
  const role = timeRoleOf(last)
  if (role !== null) return role === 'current' ? null : { role, of: levels.slice(0, -1).join('/') }
  if (noValue.test(last)) return null
  for (const [inside, found] of [[previousInside, 'previous'], [targetInside, 'target']] as const) {
    if (inside.test(last)) return { role: found, of: [...levels.slice(0, -1), last.replace(inside, '')].join('/') }
  }
  return null
}

/** A heading without its unit and what it says of time, to be compared with another one's. */
export function subjectOf(heading: string): string {
  return headingKey(subjectParts(heading).join(''))
}

function subjectParts(heading: string): string[] {
  const levels = heading.split(/\/(?![^(（]*[)）])/u).filter((level) => timeRoleOf(level) === null)
  return levels.map((level) => level.normalize('NFKC').replace(/\s+/gu, '').replace(/\([^()]*\)$/u, '').replace(currentInside, ''))
}

/** Under which name a goal is kept. */
export function targetName({ indicator, heading }: { indicator: string; heading: string }): string {
  return `${subjectParts(heading).join('') || labelOf(indicator)}目标值`
}

function labelOf(indicator: string): string {
  return isIndicatorName(indicator) ? indicatorDefinition(indicator).label : indicator
}

/** The one indicator that a title is about; null where it is about none or several. */
export function indicatorOfTitle(title: string): string | null {
  const found = new Set(title.split('\n').flatMap((line) => (/申请.{0,3}注册|注册.{0,3}申请/u.test(line) ? ['', 'both'] : line.split(/[、，,和与及]/u).flatMap((part) => indicatorOf(part.replace(/目标|任务|计划/gu, '')) ?? []))))
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

/** The same period a year before; what is no period stays as it is. */
export function yearBefore(period: string): string {
  const read = parsePeriod(period)
  return read.ok ? previousYear(read.value).name : period
}
