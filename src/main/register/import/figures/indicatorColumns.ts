import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { HeaderColumn } from '../table/columnFields'
import { figureNamed, levelsOf, roleOf, takeNamedFigures, type NamedFigure } from './besideFigures'
import { indicatorOf, isOfOneType } from './readFigure'
import { isOfMonth, partHeaded } from './titlePeriod'
import { indicatorOfTitle, subjectOf, timeHeadingOf, timeRoleOf } from './timeColumns'

export interface IndicatorGroup { indicator: string; heading: string; unit: string; field: string; value: HeaderColumn; growth?: HeaderColumn; share?: HeaderColumn; rank?: HeaderColumn; /** The same period a year before. */ previous?: HeaderColumn; /** What was to be reached. */ target?: HeaderColumn; /** Of one month, beside the year to date. */ isOfMonth: boolean; /** Its own heading is a time or 数值, as no list has it. */ isHeadedByTime: boolean }

/** The field of a column that says something beside a group's value. */
export function roleField({ field }: Pick<IndicatorGroup, 'field'>, role: 'growth' | 'share' | 'rank' | 'previous' | 'target'): string {
  return field.replace(/_value$/u, `_${role}`)
}

/** Groups 数值 | 同比 | 占比 | 位次 under one indicator heading (report-forms.md F10). */
export function indicatorGroups(columns: readonly HeaderColumn[], title = ''): IndicatorGroup[] {
  const newest = Math.max(...columns.flatMap(({ header }) => yearsIn(header)))
  // 2020年末 beside 2021年末 is the year before, whatever the title calls it.
  const meaningOf = (heading: string): string | null => (yearsIn(heading).some((year) => year < newest) ? null : indicatorOf(heading, title))
  const groups = new Map<string, GroupColumns>()
  const named: NamedFigure[] = []
  let lastValue = ''
  for (const column of columns) {
    const parts = levelsOf(column.header)
    const about = figureNamed(column, meaningOf)
    if (about !== null) {
      named.push({ ...about, left: lastValue })
      continue
    }
    const role = roleOf(parts.at(-1) ?? '')
    const grouped = parts.length > 1 && role !== null ? parts.slice(0, -1).join('/') : column.header
    // Under a group without a value of its own, growth and rank stand right of the value they are about, as under one header row.
    const isBeside = role !== null && role !== 'value' && (parts.length === 1 || (!groups.has(grouped) && groups.has(lastValue) && sameGroup(lastValue, column.header)))
    const heading = isBeside ? column.header : grouped
    const known = meaningOf(heading) !== null
    const beside = isBeside && (parts.length > 1 || !known) ? groups.get(lastValue) : undefined
    if (beside && beside[role ?? 'value'] === undefined) beside[role ?? 'value'] = column
    if (beside !== undefined && parts.length > 1) continue
    if (parts.length > 1 ? role === null && !known : !known) continue
    if (parts.length === 1 || role === null) lastValue = heading
    const group = groups.get(heading) ?? {}
    const place = parts.length > 1 && role !== null ? role : 'value'
    if (place !== null && group[place] === undefined) group[place] = column
    groups.set(heading, group)
  }
  takeNamedFigures(named, groups, meaningOf)
  if (![...groups.values()].some(({ value }) => value !== undefined)) takeFiguresOfTitle(columns, groups, title)
  if (![...groups.values()].some(({ value }) => value !== undefined)) takeYearsOfTitle(columns, groups, title)
  if (![...groups.values()].some(({ value }) => value !== undefined)) takePartsOfTitle(columns, groups, title)
  takeRankBefore(columns, groups)
  takeOtherTimes(columns, groups, meaningOf)
  const timeOf = (heading: string): string => groups.get(heading)?.year ?? partHeaded(heading) ?? (isOfMonth(heading) ? 'month' : '')
  const wholes = new Map([...groups.keys()].filter((heading) => meaningOf(heading) === 'patents_granted' && !isOfOneType(heading)).toReversed().map((heading) => [timeOf(heading), heading]))
  const taken = new Set<string>()
  return [...groups].flatMap(([heading, group]) => {
    if (!group.value) return []
    const meant = group.meaning ?? meaningOf(heading) ?? heading
    const ofMonth = isOfMonth(heading)
    const time = timeOf(heading)
    const whole = wholes.get(time)
    // 授权 of all patents and of inventions are two figures: the whole has the name, else the first; the other keeps its own.
    const indicator = taken.has(`${meant}|${time}`) || (meant === 'patents_granted' && whole !== undefined && heading !== whole) ? heading : meant
    taken.add(`${indicator}|${time}`)
    const unit = /[(（]([^()（）]{1,8})[)）]\s*$/u.exec(heading)?.[1] ?? /(?:^|\/)单位[:：]\s*([^\s/]{1,6})$/u.exec(group.value.header)?.[1] ?? (group.meaning === undefined ? '' : unitBehind(title))
    return [{ indicator, heading, unit, field: `${indicator}${time === '' ? '' : `_${time}`}_value`, value: group.value, isOfMonth: ofMonth, isHeadedByTime: ofMonth || partHeaded(heading) !== null || group.year !== undefined || roleOf(levelsOf(group.value.header).at(-1) ?? '') === 'value', ...(group.growth ? { growth: group.growth } : {}), ...(group.share ? { share: group.share } : {}), ...(group.rank ? { rank: group.rank } : {}), ...(group.previous ? { previous: group.previous } : {}), ...(group.target ? { target: group.target } : {}) }]
  })
}

function yearsIn(heading: string): number[] {
  return [...withArabicYears(heading).matchAll(/(?<!\d)(?:19|20)\d{2}(?=年)/gu)].map(([year]) => Number(year))
}

type GroupColumns = Partial<Record<'value' | 'growth' | 'share' | 'rank' | 'previous' | 'target', HeaderColumn>> & { /** Where the title says it alone. */ meaning?: string; /** Of a column that is headed by its year alone. */ year?: string }

/** The unit in brackets behind a title of one indicator: …申请量（万件）. */
function unitBehind(title: string): string {
  return /[(（](?:(?:计量)?单位[:：])?([^()（）\s:：]{1,6})[)）]\s*$/mu.exec(title.split('\n')[0] ?? '')?.[1] ?? ''
}

/** 本年 | 上年同期 | 同比 and 目标值 | 完成值 under a title of one indicator: headings of time alone. */
function takeFiguresOfTitle(columns: readonly HeaderColumn[], groups: Map<string, GroupColumns>, title: string): void {
  const meaning = indicatorOfTitle(title)
  const current = columns.filter(({ header }) => !header.includes('/') && timeRoleOf(header) === 'current')
  const [value] = current
  if (meaning === null || value === undefined || current.length > 1) return
  const group: GroupColumns = { meaning, value }
  for (const column of columns) {
    const role = column.header.includes('/') ? null : roleOf(column.header)
    if (role !== null && role !== 'value' && column.index > value.index) group[role] ??= column
  }
  groups.clear()
  groups.set(value.header, group)
}

/** 2019年 | 2020年 | 2021年 under a title of one indicator: each is of its own year, and what stands behind them of the newest. */
function takeYearsOfTitle(columns: readonly HeaderColumn[], groups: Map<string, GroupColumns>, title: string): void {
  const meaning = indicatorOfTitle(title)
  const years = columns.flatMap((value) => {
    const year = /^((?:19|20)\d{2})年?(?:末|底)?$/u.exec(withArabicYears(headingKey(value.header)))?.[1]
    return year === undefined ? [] : [{ year, value }]
  })
  const newest = years.toSorted((a, b) => b.year.localeCompare(a.year))[0]
  if (meaning === null || newest === undefined || new Set(years.map(({ year }) => year)).size < years.length) return
  groups.clear()
  for (const { year, value } of years) groups.set(value.header, { meaning, value, year })
  const group = groups.get(newest.value.header)
  for (const column of columns) {
    const role = column.index > newest.value.index ? roleOf(column.header) : null
    if (group && role !== null && role !== 'value') group[role] ??= column
  }
}

/** 1月 | 2月 | 3月 and 一季度 | 二季度 | 全年 under a title of one indicator. A whole of those that are there, 合计, is of no time that is said. */
function takePartsOfTitle(columns: readonly HeaderColumn[], groups: Map<string, GroupColumns>, title: string): void {
  const meaning = indicatorOfTitle(title)
  const parts = columns.flatMap((value) => partHeaded(value.header) ?? [])
  if (meaning === null || parts.length < fewestParts || new Set(parts).size < parts.length) return
  groups.clear()
  const ofParts = columns.filter(({ header }) => partHeaded(header) !== null && [null, 'value'].includes(roleOf(levelsOf(header).at(-1) ?? '')))
  for (const value of ofParts) groups.set(value.header, { meaning, value })
}

const fewestParts = 2

/** The year before and the goal beside each indicator's own figures. */
function takeOtherTimes(columns: readonly HeaderColumn[], groups: Map<string, GroupColumns>, meaningOf: (heading: string) => string | null): void {
  const valued = [...groups].filter(([, { value }]) => value !== undefined)
  const used = new Set(valued.flatMap(([, { value, growth, share, rank }]) => [value, growth, share, rank].map((column) => column?.index)))
  for (const column of columns) {
    const time = used.has(column.index) ? null : timeHeadingOf(levelsOf(column.header))
    if (time === null) continue
    const [, group] = (time.of === '' ? besideOf(column, valued) : groupOf(time.of, valued, meaningOf)) ?? []
    if (group) group[time.role] ??= column
  }
}

type ValuedGroup = readonly [string, GroupColumns]

/** 上年同期 alone is of the figure left of it, or the only one of the table. */
function besideOf(column: HeaderColumn, valued: readonly ValuedGroup[]): ValuedGroup | undefined {
  return valued.length === 1 ? valued[0] : valued.findLast(([, { value }]) => value !== undefined && value.index < column.index)
}

/** The figure of the same subject; where no heading says the same, the only one of the same meaning. */
function groupOf(heading: string, valued: readonly ValuedGroup[], meaningOf: (heading: string) => string | null): ValuedGroup | undefined {
  const same = valued.find(([other]) => subjectOf(other) === subjectOf(heading))
  const meant = meaningOf(heading)
  const [only, ...more] = same || meant === null ? [] : valued.filter(([other]) => meaningOf(other) === meant)
  return same ?? (more.length === 0 ? only : undefined)
}

/** 位次 before the region is the place by the one indicator of the table. */
function takeRankBefore(columns: readonly HeaderColumn[], groups: Map<string, GroupColumns>): void {
  const [only, ...more] = groups.values()
  const ranks = columns.filter(({ header }) => roleOf(header) === 'rank')
  if (only?.value !== undefined && only.rank === undefined && more.length === 0 && ranks.length === 1 && ranks[0]) only.rank = ranks[0]
}

/** Whether two joined headings stand below one and the same group. */
function sameGroup(first: string, second: string): boolean {
  const groupOf = (header: string): string => levelsOf(header).slice(0, -1).join('/')
  return groupOf(first) !== '' && groupOf(first) === groupOf(second)
}
