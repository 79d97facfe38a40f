import type { Mapping } from '../table/columnFields'
import type { HeaderMatch } from '../table/header'
import { sectionName } from '../table/sections'
import type { TitleFacts } from '../table/titleFacts'

/** What titles and headings of groups say of the awards below them: which, of what session, whether given (domain.md 5). */

export const levels = '特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|优秀奖|特别奖|提名奖|正奖|卓越奖|创新奖|入围奖'

/** A level that needs its award beside it. */
export const levelAlone = new RegExp(`^(外观设计)?(${levels}|制造业|服务业)$`, 'u')
/** Parts of one award: those of 中国标准创新贡献奖. */
export const categoryAlone = /^(?:标准项目|项目|组织|个人|单位|团队)奖$/u

/** Whether the heading of a group of rows is an award's name and nothing else. */
export function isNameOfAward(text: string): boolean {
  return /奖$|^高端品牌培育企业$|^(?:制造业|服务业)$|(?:知识产权(?:优势|示范|强)企业|质量标杆|领跑者)$/u.test(text)
}

const honourInTitle = /(?:中国|国家|全国|山东省|青岛市|省|市)[\u4e00-\u9fff]{0,12}?(?<![获授得评颁])奖(?!项|金|励|者|单)|(?:山东省|青岛市)?高端品牌培育企业|(?:(?:国家|全国|山东省|青岛市|省|市)级?)?(?:知识产权(?:优势|示范|强)企业|质量标杆)|企业标准[“”"‘’'「」]?领跑者|[“"「]?好品山东[”"」]?(?:品牌)?/gu

/** 示范企业和优势企业: two titles, of which each row has one. */
const bothKinds = /示范[^\n]{0,12}优势|优势[^\n]{0,12}示范/u

/** The one award that a title names; null where it names none or several. */
export function honourOfTitle(title: string): string | null {
  if (bothKinds.test(title)) return null
  const named = new Set([...title.matchAll(honourInTitle)].map(([text]) => withoutQuotes(text)))
  const [honour] = named
  return honour !== undefined && named.size === 1 ? honour : null
}

/** 企业标准“领跑者” is one award, however its quotes are written. */
export function withoutQuotes(honour: string): string {
  return honour.replace(/[“”"‘’'「」]/gu, '')
}

/** The award that a title names, else what stands over the first table, where the title is of a part of that: 二、组织奖. */
export function awardOver({ title, over }: TitleFacts): string | null {
  return honourOfTitle(title) ?? (over !== undefined && partOfAward(title) !== null ? honourOfTitle(over.title) : null)
}

/** The level or category that a title names and nothing else: （二）二等奖. */
export function partOfAward(title: string): string | null {
  const name = sectionName(title)
  return levelAlone.test(name) || categoryAlone.test(name) ? name : null
}

/** The match of a list whose award stands in its title alone; null for any other. */
export function honoursByTitle(match: HeaderMatch, title: string): HeaderMatch | null {
  const { fields } = match.mapping
  const isList = fields.has('recipient') && (/名单|撤销|取消|摘牌/u.test(title) || ['level', 'category', 'uscc', 'district', 'objectNumber'].some((field) => fields.has(field)) || (fields.size > 0 && /获奖|授奖/u.test(title)))
  // A list of awarded patents has the columns of any patent list: its title tells it.
  return isList && honourOfTitle(title) !== null ? { ...match, score: fields.size + (/获奖|授奖|奖名单|评审结果|领跑者/u.test(title) ? 3 : 1) } : null
}

/** A list of one session says in its title which: without it the same award of the next year would be the same record. */
function sessionOf(title: string): string | null {
  if (/(?:截至|截止|历年|历届|至今)/u.test(title)) return null
  const found = [...title.matchAll(/第[一二三四五六七八九十百\d]{1,4}[届批]|(?<!\d)(?:19|20)\d{2}年度?/gu)].map(([text]) => text)
  const sessions = new Set(found.filter((text) => text.startsWith('第')))
  const years = new Set(found.filter((text) => !text.startsWith('第')).map((text) => `${text.slice(0, 4)}年度`))
  const [named] = sessions.size > 0 ? sessions : years
  return (sessions.size || years.size) === 1 && !/(?:19|20)\d{2}\s*[-—~至]/u.test(title) ? (named ?? null) : null
}

/** What stands over the first table speaks for one further down as well, as long as it is not about an award of its own. */
function overAll({ title, over }: TitleFacts): string {
  return over !== undefined && (honourOfTitle(over.title) === null || partOfAward(title) !== null) ? over.title : ''
}

/** A sheet for each year or session. */
const sheetOfSession = /^(?:(?:19|20)\d{2}(?:年度?)?|第[一二三四五六七八九十百\d]{1,4}[届批])$/u

export function sessionOfTitle(title: TitleFacts): string | null {
  return sessionOf(title.title) ?? sessionOf(overAll(title)) ?? (sheetOfSession.test(title.sheet) ? sessionOf(title.sheet.replace(/^(\d{4})$/u, '$1年度')) : null)
}

export function statusOf(title: TitleFacts): string | null {
  return statusOfTitle(title.title) ?? statusOfTitle(overAll(title))
}

/** What a title says of all awards below it, where no column does: two that differ head two tables. */
export function awardsOfTitle(title: TitleFacts, mapping: Mapping): string {
  const [honour, session, status] = [awardOver(title), sessionOfTitle(title), statusOf(title)]
  return [mapping.fields.has('honour') ? null : honour, mapping.fields.has('session') ? null : session, mapping.fields.has('status') ? null : status].join('|')
}

const notYetGiven = /推荐|申报|候选|参评|培育(?!企业)|拟推|遴选/u
const givenInHeading = /获奖|授奖|获评|获得|所获|授予|受奖|受?表彰/u

/** 获奖单位 and 获奖年度 say that awards are given where neither title nor status does. */
export function statusOfHeadings({ title, over }: TitleFacts, { fields }: Mapping): string | null {
  if (notYetGiven.test(`${title}${over?.title ?? ''}`)) return null
  return ['honour', 'recipient', 'level', 'session', 'publishedOn'].some((field) => givenInHeading.test(fields.get(field)?.header ?? '')) ? '授予' : null
}

/** A list without a column of statuses says in its title whether its awards are given: only those count (domain.md 5). */
function statusOfTitle(title: string): string | null {
  if (notYetGiven.test(title)) return null
  if (/撤销|取消|摘牌/u.test(title)) return '撤销'
  if (/公示|拟(?:授|认|评|奖|定|获)|初评|入围/u.test(title)) return '公示'
  return /获奖|授奖|获评|授予|表彰|认定|命名|公布|通报|荣誉|名单/u.test(title) ? '授予' : null
}

