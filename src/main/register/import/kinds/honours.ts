import { writtenWord, writtenWords } from '../../../../shared/domain/catalogue/writtenWords'
import { scalarText, type StatedValues } from '../../../../shared/domain/merging/statement'
import { chineseNumeral } from '../../../../shared/domain/dates/dates'
import { takePlaceOff } from '../../../../shared/domain/places/placeBesideName'
import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { foldText, normaliseName } from '../../../../shared/domain/text'
import type { Mapping } from '../table/columnFields'
import type { HeaderMatch } from '../table/header'
import type { TitleFacts } from '../table/titleFacts'
import type { RowReader } from '../sheet/rowReader'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import type { KnownUnits } from '../knownUnits'
import { put } from './put'
import { readDistrict, readUnitCode } from './unitOfRow'

/** Honours: one per recipient (or patent), honour, level and session (domain.md 5, report-forms.md F9). */
export const judgeHonours: KindJudgeFactory = (context) => {
  const { fields } = context.mapping
  const awarded = fields.has('honour') ? (fields.has('level') ? undefined : 'level') : 'honour'
  return {
    recordKind: 'honour',
    sourceClass: 'official',
    keyFields: ['honour', 'recipient'],
    ...(awarded === undefined ? {} : { group: { field: awarded, isName: isNameOfAward } }),
    read: (reader) => readHonour(reader, context),
  }
}

/** Whether the heading of a group of rows is an award's name and nothing else. */
export function isNameOfAward(text: string): boolean {
  return /奖$|^高端品牌培育企业$/u.test(text)
}

function readHonour(reader: RowReader, context: SheetContext): RowStatement[] {
  const values: StatedValues = readExportedFields(reader, 'honour')
  for (const field of ['honour', 'level', 'session', 'recipient', 'category', 'objectNumber', 'document', 'status'] as const) {
    const text = reader.text(field, field === 'objectNumber' || field === 'document' ? 'leave_out' : 'simplify')
    if (text !== null) values[field] = field === 'recipient' ? withoutFootnoteMarks(takePlaceOff(text)?.name ?? text) : text
  }
  const words = writtenWords('honour', 'status')
  // 已授予 is 授予: only those count.
  if (words && typeof values.status === 'string') values.status = writtenWord(words, values.status) ?? values.status
  if (typeof values.session === 'string' && !reader.has('@key')) values.session = numbered(values.session, context.mapping.fields.get('session')?.header ?? '')
  const session = context.mapping.fields.has('session') ? null : sessionOfTitle(context.title)
  put(values, 'session', session)
  put(values, 'publishedOn', reader.date('publishedOn'))
  const status = reader.has('status') || values.status !== undefined ? null : statusOf(context.title)
  put(values, 'status', status)
  if (!reader.has('honour') && values.honour === undefined) values.honour = honourOfTitle(context.title.title)
  nameByTitle(values, context.title.title)
  takeApart(values)
  put(values, 'uscc', readUnitCode(reader))
  put(values, 'district', readDistrict(reader, context))
  const honour = values.honour
  const recipient = values.recipient
  const object = values.objectNumber
  if (typeof honour !== 'string') reader.fault('honour', 'missing_key', { isKey: true })
  else if (typeof recipient !== 'string' && typeof object !== 'string') reader.fault('recipient', 'missing_key', { isKey: true })
  else {
    const [key = '', ...otherKeys] = honourKeys(values, context.units)
    return [{ key, values: { ...values, key }, otherKeys }]
  }
  return []
}

const levels = '特等奖|一等奖|二等奖|三等奖|金奖|银奖|铜奖|优秀奖|特别奖|提名奖|正奖|卓越奖|创新奖|入围奖'
const honourWithLevel = new RegExp(`^(.{2,}奖)[·•—-]?(${levels})$`, 'u')
/** 中国专利金奖 is the 金奖 of 中国专利奖. */
const levelInside = /^(中国专利|中国外观设计|山东省专利|青岛市专利)(金|银|铜|优秀|特别|一等|二等|三等)奖$/u

/** 青岛市市长质量奖（卓越奖）, 高端品牌培育企业（制造业）: the brackets hold the level. */
const levelInBrackets = new RegExp(`^(.{4,})[(（](${levels}|制造业|服务业)[)）]$`, 'u')

const levelAlone = new RegExp(`^(外观设计)?(${levels})$`, 'u')
/** Parts of one award: those of 中国标准创新贡献奖. */
const categoryAlone = /^(?:标准项目|项目|组织|个人|单位|团队)奖$/u
const honourInTitle = /(?:中国|国家|全国|山东省|青岛市|省|市)[\u4e00-\u9fff]{0,12}?奖(?!项|金|励|者|单)|(?:山东省|青岛市)?高端品牌培育企业|(?:(?:国家|山东省|青岛市|省|市)级?)?(?:知识产权(?:优势|示范|强)企业|质量标杆)/gu

/** 示范企业和优势企业: two titles, of which each row has one. */
const bothKinds = /示范[^\n]{0,12}优势|优势[^\n]{0,12}示范/u

/** The one award that a title names; null where it names none or several. */
export function honourOfTitle(title: string): string | null {
  if (bothKinds.test(title)) return null
  const named = new Set([...title.matchAll(honourInTitle)].map(([text]) => text))
  const [honour] = named
  return honour !== undefined && named.size === 1 ? honour : null
}

/** The match of a list whose award stands in its title alone; null for any other. */
export function honoursByTitle(match: HeaderMatch, title: string): HeaderMatch | null {
  const { fields } = match.mapping
  const isList = fields.has('recipient') && (/名单/u.test(title) || ['level', 'category', 'uscc', 'district', 'objectNumber'].some((field) => fields.has(field)))
  // A list of awarded patents has the columns of any patent list: its title tells it.
  return isList && honourOfTitle(title) !== null ? { ...match, score: fields.size + (/获奖|授奖|奖名单|评审结果/u.test(title) ? 3 : 1) } : null
}

/** Under a title that names one award, 优秀奖 is a level of that: no award is called by its level alone. */
function nameByTitle(values: StatedValues, title: string): void {
  const honour = honourOfTitle(title)
  if (honour !== null && typeof values.honour === 'string' && values.category === undefined && categoryAlone.test(values.honour)) Object.assign(values, { honour, category: values.honour })
  const alone = typeof values.honour === 'string' && values.level === undefined ? levelAlone.exec(values.honour) : null
  if (alone === null || honour === null) return
  Object.assign(values, { honour: alone[1] !== undefined && honour === '中国专利奖' ? '中国外观设计奖' : honour, level: alone[2] })
}

/** "第二十三届中国专利奖优秀奖" is one award, whether a list gives it in one column or in three (domain.md 5). */
function takeApart(values: StatedValues): void {
  if (typeof values.honour !== 'string') return
  const session = values.session === undefined ? /^第[一二三四五六七八九十百\d]{1,4}届/u.exec(values.honour)?.[0] : undefined
  const bare = values.honour.replace(/^第[一二三四五六七八九十百\d]{1,4}届/u, '')
  const inside = values.level === undefined ? levelInside.exec(bare) : null
  const behind = values.level === undefined ? (levelInBrackets.exec(bare) ?? honourWithLevel.exec(bare)) : null
  if (session !== undefined && bare.length >= 3) values.session = session
  if (session !== undefined || values.session !== undefined) values.honour = bare.length >= 3 ? bare : values.honour
  if (inside) Object.assign(values, { honour: `${inside[1]}奖`, level: `${inside[2]}奖` })
  else if (behind) Object.assign(values, { honour: behind[1], level: behind[2] })
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
function overAll({ over }: TitleFacts): string {
  return over !== undefined && honourOfTitle(over.title) === null ? over.title : ''
}

/** A sheet for each year or session. */
const sheetOfSession = /^(?:(?:19|20)\d{2}(?:年度?)?|第[一二三四五六七八九十百\d]{1,4}[届批])$/u

function sessionOfTitle(title: TitleFacts): string | null {
  return sessionOf(title.title) ?? sessionOf(overAll(title)) ?? (sheetOfSession.test(title.sheet) ? sessionOf(title.sheet.replace(/^(\d{4})$/u, '$1年度')) : null)
}

function statusOf(title: TitleFacts): string | null {
  return statusOfTitle(title.title) ?? statusOfTitle(overAll(title))
}

/** What a title says of all awards below it, where no column does: two that differ head two tables. */
export function awardsOfTitle(title: TitleFacts, mapping: Mapping): string {
  const [honour, session, status] = [honourOfTitle(title.title), sessionOfTitle(title), statusOf(title)]
  return [mapping.fields.has('honour') ? null : honour, mapping.fields.has('session') ? null : session, mapping.fields.has('status') ? null : status].join('|')
}

/** A list without a column of statuses says in its title whether its awards are given: only those count (domain.md 5). */
function statusOfTitle(title: string): string | null {
  if (/推荐|申报|候选|参评|培育(?!企业)|拟推|遴选/u.test(title)) return null
  if (/撤销|取消|摘牌/u.test(title)) return '撤销'
  if (/公示|拟(?:授|认|评|奖|定|获)|初评|入围/u.test(title)) return '公示'
  return /获奖|授奖|获评|授予|表彰|认定|命名|公布|通报|荣誉|名单/u.test(title) ? '授予' : null
}

/** A patent or standard identifies its award by number, an organisation by code, else by its unit or name. */
export function honourKey(values: StatedValues, units: Pick<KnownUnits, 'resolve'>): string {
  return honourKeys(values, units)[0] ?? ''
}

/** The key, and those that the award has where its unit is only a name, or its session as it is written. */
function honourKeys(values: StatedValues, units: Pick<KnownUnits, 'resolve'>): string[] {
  const name = typeof values.recipient === 'string' ? values.recipient : ''
  const whose = values.objectNumber === undefined ? [values.uscc ?? units.resolve(name)?.uscc, normaliseName(name)] : [values.objectNumber]
  const known = [...new Set(whose.map(scalarText))].filter((who) => who !== '')
  const session = scalarText(values.session)
  return [...new Set([sessionName(session), session])].flatMap((when) => (known.length === 0 ? [''] : known).map((who) => [values.honour, values.level ?? '', when, who].map((part) => foldText(scalarText(part))).join('|')))
}

/** A bare number under 届次 or 批次 is the session of that number. */
function numbered(session: string, heading: string): string {
  const counted = /[届批]/u.exec(heading)?.[0]
  const number = /^(\d{1,2})(?:\.0)?$/u.exec(session)?.[1] ?? (/^[一二三四五六七八九十]{1,3}$/u.test(session) ? session : undefined)
  return counted === undefined || number === undefined ? session : `第${/^\d/u.test(number) ? chineseNumeral(Number(number)) : number}${counted}`
}

/** One name for the spellings of a session: 2021, 2021年 and 2021年度 are one, and so are 第8届 and 第八届. */
function sessionName(session: string): string {
  const text = foldText(session).replace(/ /gu, '').replace(/(?<=^第.{1,4}[届批])\((?:19|20)\d{2}年?度?\)$/u, '')
  const year = /^((?:19|20)\d{2})年?度?$/u.exec(text)?.[1]
  if (year !== undefined) return `${year}年度`
  const [, number, counted = ''] = /^第?(\d{1,2}|[一二三四五六七八九十]{1,3})([届批])$/u.exec(text) ?? []
  if (number !== undefined) return `第${/^\d/u.test(number) ? chineseNumeral(Number(number)) : number}${counted}`
  return text.startsWith('第') ? text : session
}
