import { chineseNumber } from '../../../../shared/domain/dates/dates'
import { withArabicYears } from '../../../../shared/domain/dates/chineseYears'
import type { Row } from '../../../workbook/types'
import { cellText } from './cellText'

/**
 * What stands around a table and speaks for all its rows: title, unit line, closing date, sheet and file name.
 * Facts are texts as found; the judges interpret them, because only they know which of them matter.
 */
export interface TitleFacts {
  /** All texts above the header, the sheet name and the file name without ending, joined by line breaks. */
  text: string
  title: string
  /** Name of the sheet, with numbers for Chinese months and years: 十二月 is 12月. */
  sheet: string
  /** Name of the file without its ending. */
  fileStem: string
  /** ISO day of 截止日期, 数据日期, 查询日期, or of a date at the end of the file name. */
  statusDate: string | null
  /** Calendar year that title or period line name, when exactly one is named. */
  year: number | null
  /** Content of 单位：…, e.g. 万人. */
  measure: string | null
  /** A text alone in the row right above the headings: it may head the first group of rows. */
  lead: string | null
  /** The unit that 单位名称： or 填报单位： above the table names, where it is no office. */
  unit: string | null
  /** Text after 所属区市： or in the 填报单位 line that may name a district. */
  reporter: string | null
  /** What stands over the sheet's first table, for one further down: it holds there too where the table's own lines say nothing else. */
  over?: TitleFacts
}

const dayPattern = /(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?/u

/** A unit of measure in a line of its own, or behind the title: "2022年市场主体（单位：户）". */
const measureAtEnd = /(?:^|[\s(])(?:计量|数量)?单位[:：]\s*([^\s()]+)\)?$/u

/** Ahead of a title: 表二：, 附件1：, 附表2-1：. */
export const tableNumber = /^(?:附件|附表|续表|表)\s*(?:[一二三四五六七八九十]{1,3}|\d{1,3}(?:[-.]\d{1,2})?)?\s*[:：]\s*/u

export function readTitleFacts(above: readonly Row[], sheet: string | null, fileName: string): TitleFacts {
  const lines = above.flatMap((row) => row.cells.map((cell) => withArabicYears(cellText(cell)).trim())).filter((line) => line !== '')
  const stem = withArabicYears(fileName.replace(/\.[^.]{1,5}$/u, ''))
  const title = titleIn(lines)
  const sheetWords = withArabicYears(sheet ?? '').trim().replace(/^([一二三四五六七八九十]{1,3})(?=月)/u, (word) => String(chineseNumber(word) ?? word))
  return {
    text: [...lines, sheet ?? '', stem].join('\n'),
    title,
    sheet: sheetWords,
    fileStem: stem,
    statusDate: findStatusDate(lines, stem),
    year: findYear([title, ...lines.filter((line) => line.includes('期间')), sheetWords, stem]),
    measure: firstMatch(lines, measureAtEnd),
    lead: loneText(above.at(-1)),
    unit: unitIn(lines),
    reporter: firstMatch(lines, /(?:所属|所在)(?:区[市县]?|县市区)[:：]\s*(\S+)/u) ?? firstMatch(lines, /填报单位[^:：]*[:：]\s*(\S+)/u),
  }
}

/** Nothing but a year or a part of one, as a group of columns or a line under the title has it: 2021年三季度, （2022年1-9月）, 时间：2021年. */
const timeAlone = /^(?:(?:统计|报告|数据|通报|所属)?(?:时间|时点|期间|时期|年度|年份|月份|时段|期)[:：]\s*)?[(（]?\s*((?:19|20)\d{2}年?(?:年?[末底度]|全年|(?:第?[一二三四1-4]|前[二三])?季度|[上下]半年|\d{1,2}月(?:[末底]|份)?|\d{1,2}月?\s*[-—–~至]\s*\d{1,2}月)?)\s*[)）]?$/u

/** Whether a text only says when. */
export function isTimeAlone(text: string): boolean {
  return timeAlone.test(text.trim())
}

/** The first line that can be a title; one that says no year has the time that stands in a line of its own. */
function titleIn(lines: readonly string[]): string {
  const named = lines.map((line) => line.replace(measureAtEnd, '').replace(tableNumber, '')).find((line) => line.length >= 4 && !/^附[件表]/u.test(line) && !/[:：]/u.test(line) && !isTimeAlone(line)) ?? ''
  const times = new Set(lines.flatMap((line) => timeAlone.exec(line.replace(measureAtEnd, '').trim())?.[1] ?? []))
  const [time] = times
  const isDated = /(?:19|20)\d{2}/u.test(named)
  return time === undefined || times.size > 1 || isDated ? named : `${named}（${time}）`
}

/**
 * What stands around a table says of all its rows: the title, else what its sheet is called after, else its file. A title that
 * speaks of others as well leaves it to the sheet.
 *
 * @param read  what a text says; 'both' where it speaks of others as well
 */
export function saidOfAll<Said>({ title, sheet, fileStem }: TitleFacts, read: (text: string) => Said | 'both' | null): Said | null {
  const byTitle = read(title)
  if (byTitle !== null && byTitle !== 'both') return byTitle
  for (const text of byTitle === 'both' ? [sheet] : [sheet, fileStem]) {
    const said = read(text)
    if (said === 'both') return null
    if (said !== null) return said
  }
  return null
}

/** The measure in brackets behind a title: 2021年末常住人口（万人）. */
const measureInBrackets = /[(（][^()（）]{0,4}(?:人|户|件|项|家)[^()（）]{0,4}[)）]/u

/** What stands around a further table of a sheet: its own lines first, and of the first table's what they leave open. */
export function readFurtherTitle(above: readonly Row[], sheet: string | null, fileName: string, over: TitleFacts): TitleFacts {
  const own = readTitleFacts(above, null, '')
  const named = own.title === '' ? over : { title: own.title, text: readTitleFacts(above, sheet, fileName).text }
  // A census is of its own year, whatever the table before was of.
  const year = own.year ?? (/普查|[六七]普/u.test(own.text) ? null : over.year)
  return {
    ...own, title: named.title, text: named.text, sheet: over.sheet, fileStem: over.fileStem, year, over,
    statusDate: own.statusDate ?? over.statusDate,
    measure: own.measure ?? (measureInBrackets.test(own.text) ? null : over.measure),
  }
}

function unitIn(lines: readonly string[]): string | null {
  const name = firstMatch(lines, /^(?:(?:填报|报送|申报|所属|权属)?(?:单位|企业)|公司|(?:单位|企业|公司)名称|客户(?:名称)?|专利权人|权利人|注册人|申请人)(?:[(（][^()（）]{1,6}[)）])?[:：]\s*(\S+)/u)?.replace(/[(（](?:加?盖?公?章|签章|盖章处)[)）]$/u, '') ?? null
  return name === null || !/(?:公司|厂|院|所|大学|中心|协会|学会|集团)$/u.test(name) ? null : name
}

function loneText(row: Row | undefined): string | null {
  const [only, ...more] = row?.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '') ?? []
  return only === undefined || more.length > 0 ? null : only
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | null {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1]
    if (found) return found
  }
  return null
}

function findStatusDate(lines: readonly string[], stem: string): string | null {
  for (const line of lines) {
    if (!/(?:截止|截至|数据日期|查询日期|导出日期|统计时点)/u.test(line)) continue
    const found = dayPattern.exec(line)
    if (found) return isoDay(Number(found[1]), Number(found[2]), Number(found[3]))
  }
  const compact = /(?:^|\D)(20\d{2})(\d{2})(\d{2})(?:\D|$)/u.exec(stem)
  return compact ? isoDay(Number(compact[1]), Number(compact[2]), Number(compact[3])) : null
}

function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return date.toISOString().slice(0, 10)
}

/** The days that a table covers, in brackets behind its title. */
export const daysFromTo = /[(（]?\s*(?:自|从)?((?:19|20)\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?\s*[-—–~～至到]+\s*((?:19|20)\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})日?\s*[)）]?/u

/** The first text that names exactly one year decides; a range of years names none. 1904 names a workbook's way of dates, no year of a list. */
function findYear(texts: readonly string[]): number | null {
  for (const written of texts) {
    // 2024年三季度（2023.12.16-2024.9.15） is of 2024, in which its days end.
    const text = written.replace(daysFromTo, '')
    const years = new Set([...text.matchAll(/(?:^|\D)(19[5-9]\d|20\d{2})(?=年|\D|$)/gu)].map((found) => Number(found[1])))
    const [only] = years
    if (years.size === 1 && only !== undefined) return only
    // （2020.12.16—2021.12.15） behind a title without a year.
    const end = years.size === 0 ? daysFromTo.exec(written)?.[4] : undefined
    if (end !== undefined) return Number(end)
  }
  return null
}
