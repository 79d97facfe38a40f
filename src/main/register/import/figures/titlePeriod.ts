import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { daysInMonth, isoOf } from '../../../../shared/domain/dates/calendar'
import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import { chineseNumber } from '../../../../shared/domain/dates/dates'
import { daysFromTo } from '../table/titleFacts'
import type { SheetContext } from '../kinds/kindJudge'

/**
 * "2021年上半年", "2021年第三季度", "2021年1-9月" of a title; else what the sheet's name says (3月), or the file's where the
 * title names no year; else the year.
 */
export function periodOf({ title }: Pick<SheetContext, 'title'>, year: string): string {
  if (year === '') return year
  // A further table that says no time itself is of the first one's.
  if (title.over !== undefined && !title.title.includes(year) && partOfYear(title.title, year) === null) return periodOf({ title: title.over }, year)
  const stated = daysOf(title.title, year)
  if (stated !== null) return stated
  const texts = title.title === '' ? [title.text] : [title.title, ...(title.title.includes(year) ? [] : [title.fileStem])]
  const [ofTitle, ...ofFile] = texts.map((text) => partOfYear(text, year))
  const ofSheet = /^\d{1,2}月/u.test(title.sheet) ? `${year}年${title.sheet}` : title.sheet
  return ofTitle ?? partOfYear(ofSheet, year) ?? ofFile[0] ?? closingPeriod(title.text, year) ?? year
}

/**
 * The days that a title states, where they end in its year: those since 1 January, or for marks since 16 December before
 * (domain.md 3), are the year up to their month, whatever quarter the title names.
 */
function daysOf(title: string, year: string): string | null {
  const [, from, fromMonth, fromDay, to, month, day] = daysFromTo.exec(title) ?? []
  if (from === undefined || to !== year) return null
  const [first, last] = [isoOf(Number(from), Number(fromMonth), Number(fromDay)), isoOf(Number(to), Number(month), Number(day))]
  const isWholeMonth = Number(day) === daysInMonth(Number(to), Number(month))
  if (first === `${year}-01-01` && isWholeMonth) return sinceJanuary(year, Number(month))
  return first === `${Number(year) - 1}-12-16` && Number(day) === 15 ? sinceJanuary(year, Number(month)) : `${first}..${last}`
}

/** The period of a column: of the year that its heading names, else of the title's; 当年 and 累计 reach up to the title's month, 当月 is that month. */
export function periodOfColumn(context: Pick<SheetContext, 'title'>, heading: string, yearOfTitle: string): string {
  const year = yearHeaded(heading)
  const part = partHeaded(heading)
  if (year === null && part !== null && yearOfTitle !== '') return `${yearOfTitle}${part}`.replace('..-', `..${yearOfTitle}-`)
  if (year === null) return withinTitle(periodOf(context, yearOfTitle), heading)
  return partOfYear(withArabicYears(heading), year) ?? (year === yearOfTitle ? periodOf(context, year) : year)
}

const partAlone = /^(?:第?[一二三四1-4]季度|前[二两三2-3]个?季度|[上下]半年|全年|前\d{1,2}个月|\d{1,2}月份?|\d{1,2}月?[-—–~～至到]\d{1,2}月份?)(?:[末底]|(?:累计|合计|小计)数?)?(?:\([^()]*\))?$/u

/**
 * The part of a year that one level of a heading is of and nothing else, without the year: -07 of 7月, Q3 of 三季度, -01-01..-08-31 of
 * 1-8月累计; null where no level is.
 */
export function partHeaded(heading: string): string | null {
  const parts = new Set(heading.split('/').flatMap((level) => {
    const key = headingKey(level).replace(/^([一二三四五六七八九十]{1,3})(?=月)/u, (word) => String(chineseNumber(word) ?? word))
    if (!partAlone.test(key)) return []
    if (key.startsWith('全年')) return ['']
    const text = key.replace(/[末底]|累计|合计|小计/gu, '').replace(/^(\d{1,2})月?[-—–~～至到]/u, '$1-')
    const found = partOfYear(`${anyYear}年${text}`, anyYear)
    return found === null ? [] : [found.replaceAll(anyYear, '')]
  }))
  const [only] = parts
  return only !== undefined && parts.size === 1 ? only : null
}

/** Stands for the year while a part of it is read. */
const anyYear = '2000'

const ofMonth = /(?:当|本)月/u
const sinceNewYear = /(?:当|本)年|(?<!总|历史|历年)累计/u

/** Whether a heading is of a month beside the year to date. */
export function isOfMonth(heading: string): boolean {
  return ofMonth.test(heading)
}

function withinTitle(period: string, heading: string): string {
  const year = period.slice(0, 4)
  const month = lastMonthOf(period)
  if (month === null) return period
  if (ofMonth.test(heading)) return `${year}-${String(month).padStart(2, '0')}`
  return sinceNewYear.test(heading) ? sinceJanuary(year, month) : period
}

/** The month that closes a part of a year; null for a whole one. */
function lastMonthOf(period: string): number | null {
  const month = /^\d{4}-(\d{2})$/u.exec(period)?.[1] ?? /^(\d{4})-01-01\.\.\1-(?<last>\d{2})-\d{2}$/u.exec(period)?.groups?.['last']
  if (month !== undefined) return Number(month)
  const [, kind, number] = /^\d{4}([HQ])([1-4])$/u.exec(period) ?? []
  return kind === undefined ? null : Number(number) * (kind === 'H' ? 6 : 3)
}

/** The one year that a heading names. */
export function yearHeaded(heading: string): string | null {
  const years = new Set([...withArabicYears(heading).matchAll(/(?<!\d)(?:19|20)\d{2}(?=年)/gu)].map(([year]) => year))
  const [only] = years
  return only !== undefined && years.size === 1 ? only : null
}

function partOfYear(text: string, year: string): string | null {
  const quarters = /(?:前|第?[一1](?:季度)?\s*(?:[至到]|[-—–~～])\s*第?)\s*([二两三四2-4])个?季度/u.exec(text)?.[1]
  if (quarters !== undefined) return sinceJanuary(year, 3 * ('一二三四'.indexOf(quarters.replace('两', '二')) + 1 || Number(quarters)))
  const months = /前\s*(\d{1,2}|[一二三四五六七八九十]{1,2})个月/u.exec(text)?.[1]
  if (months !== undefined) return sinceJanuary(year, Number(months) || (chineseNumber(months) ?? 12))
  const quarter = /(?:第?([一二三四1-4])季度|Q([1-4]))/u.exec(text)
  if (quarter) return `${year}Q${'一二三四'.includes(quarter[1] ?? '-') ? '一二三四'.indexOf(quarter[1] ?? '') + 1 : (quarter[1] ?? quarter[2])}`
  if (/上半年/u.test(text)) return `${year}H1`
  if (/下半年/u.test(text)) return `${year}H2`
  const upTo = /年\s*0?1月?\s*[-—–~～至到]\s*(\d{1,2})月/u.exec(text)?.[1]
  if (upTo !== undefined) return sinceJanuary(year, Number(upTo))
  const month = /年\s*(\d{1,2})月(?!\d|日|—|-|底|末)/u.exec(text)?.[1]
  return month === undefined ? null : `${year}-${month.padStart(2, '0')}`
}

/** The part of the year that 截止日期 closes, where no words name one: 截至2021年6月底 is the first half. */
function closingPeriod(text: string, year: string): string | null {
  const found = /(?:截止|截至|统计时点)[^\d\n]{0,12}(\d{4})[年.\-/](\d{1,2})(?:月底|月末|[月.\-/](\d{1,2}))/u.exec(text)
  if (!found || found[1] !== year) return null
  const [month, day] = [Number(found[2]), found[3] === undefined ? null : Number(found[3])]
  if (month < 1 || month > 12) return null
  // Trademarks are counted up to the 15th (domain.md 3).
  return day === null || day === daysInMonth(Number(year), month) || day === 15 ? sinceJanuary(year, month) : null
}

/** The months of a year up to one of them, under the name that a period has. */
function sinceJanuary(year: string, month: number): string {
  const named: Readonly<Record<number, string>> = { 1: `${year}-01`, 3: `${year}Q1`, 6: `${year}H1`, 12: year }
  return named[month] ?? (month < 12 ? `${year}-01-01..${isoOf(Number(year), month, daysInMonth(Number(year), month))}` : year)
}
