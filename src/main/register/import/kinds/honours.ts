import { writtenWord, writtenWords } from '../../../../shared/domain/catalogue/writtenWords'
import { scalarText, type StatedValues } from '../../../../shared/domain/merging/statement'
import { chineseNumeral } from '../../../../shared/domain/dates/dates'
import { takePlaceOff } from '../../../../shared/domain/places/placeBesideName'
import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { foldText, normaliseName } from '../../../../shared/domain/text'
import { parseApplicationNumber } from '../../../../shared/domain/patents/patentNumber'
import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import { parseStandardNumber } from '../../../../shared/domain/standards/standardNumber'
import type { RowReader } from '../sheet/rowReader'
import { isOrganisation } from '../table/cellNature'
import { awardOver, categoryAlone, isNameOfAward, levelAlone, levels, partOfAward, sessionOfTitle, statusOf, statusOfHeadings, withoutQuotes } from './awardTitle'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import type { KnownUnits } from '../knownUnits'
import { put } from './put'
import { awardsInCell } from './severalAwards'
import { readDistrict, readUnitCode } from '../owners/unitOfRow'

/** Honours: one per recipient (or patent), honour, level and session (domain.md 5, report-forms.md F9). */
export const judgeHonours: KindJudgeFactory = (context) => {
  const { fields } = context.mapping
  const awarded = fields.has('honour') ? (fields.has('level') ? undefined : 'level') : 'honour'
  return {
    recordKind: 'honour',
    sourceClass: 'official',
    keyFields: ['honour', 'recipient'],
    groups: [
      ...(awarded === undefined ? [] : [{ field: awarded, isName: isNameOfAward }]),
      ...(fields.has('session') ? [] : [{ field: 'session', isName: (text: string) => sessionOverGroup.test(text), isBeside: true } as const]),
    ],
    read: (reader) => readHonour(reader, context),
  }
}

/** 2021年获奖名单, 第七届: what heads the rows of one session. */
const sessionOverGroup = /^((?:19|20)\d{2}年度?|第[一二三四五六七八九十百\d]{1,4}[届批])(?:获奖|授奖|认定|评选|授予|获评|入选)?(?:名单|企业|单位|项目|组织)?$/u

function readHonour(reader: RowReader, context: SheetContext): RowStatement[] {
  const values: StatedValues = readExportedFields(reader, 'honour')
  for (const field of ['honour', 'level', 'session', 'recipient', 'category', 'objectNumber', 'document', 'status'] as const) {
    const text = reader.text(field, field === 'objectNumber' || field === 'document' ? 'leave_out' : 'simplify')
    if (text !== null) values[field] = field === 'recipient' ? withoutFootnoteMarks(takePlaceOff(text)?.name ?? text) : field === 'objectNumber' ? readObject(text, context) : text
  }
  // 编号 that counts the rows is no number of a patent or standard.
  if (/^\d{1,4}$/u.test(scalarText(values.objectNumber ?? '')) && !reader.has('@key')) delete values.objectNumber
  if (typeof values.honour === 'string' && !reader.has('@key')) values.honour = withoutQuotes(values.honour)
  const words = writtenWords('honour', 'status')
  // 已授予 is 授予: only those count.
  if (words && typeof values.status === 'string') values.status = writtenWord(words, values.status) ?? values.status
  if (typeof values.session === 'string' && !reader.has('@key')) values.session = numbered(values.session, context.mapping.fields.get('session')?.header ?? '')
  if (typeof values.session === 'string' && !reader.has('session')) values.session = sessionOverGroup.exec(values.session)?.[1] ?? values.session
  const session = context.mapping.fields.has('session') || values.session !== undefined ? null : sessionOfTitle(context.title)
  put(values, 'session', session)
  put(values, 'publishedOn', reader.date('publishedOn'))
  const status = reader.has('status') || values.status !== undefined ? null : (statusOf(context.title) ?? statusOfHeadings(context.title, context.mapping))
  put(values, 'status', status)
  const named = awardOver(context.title)
  if (!reader.has('honour') && values.honour === undefined) values.honour = partOfAward(context.title.lead ?? '') ?? partOfAward(context.title.title) ?? named
  put(values, 'uscc', readUnitCode(reader))
  put(values, 'district', readDistrict(reader, context))
  if (typeof values.honour !== 'string') reader.fault('honour', 'missing_key', { isKey: true })
  else if (typeof values.recipient !== 'string' && typeof values.objectNumber !== 'string') reader.fault('recipient', 'missing_key', { isKey: true })
  else return awardsInCell(reader, values).flatMap((award) => {
    nameByTitle(award, named)
    takeApart(award)
    return recipientsOf(reader, award)
  }).map((each) => {
    const [key = '', ...otherKeys] = honourKeys(each, context.units)
    return { key, values: { ...each, key }, otherKeys }
  })
  return []
}

/** Whose work is one: of several that did it together, the award is one. */
const jointly = /完成|起草|专利权|权利人|申请人/u

/** Each of several organisations in a cell has an award of its own (domain.md 5), unless it is for one thing that they share. */
function recipientsOf(reader: RowReader, values: StatedValues): StatedValues[] {
  const text = reader.has('@key') || values.objectNumber !== undefined || jointly.test(reader.mapping.fields.get('recipient')?.header ?? '') ? null : reader.lines('recipient')
  const { units } = text === null ? { units: [] } : parseDraftingUnits(text)
  return units.length > 1 && values.uscc === undefined && units.every((unit) => isOrganisation(unit)) ? units.map((recipient) => ({ ...values, recipient })) : [values]
}

/** "GB/T 36073-2018《数据管理能力成熟度评估模型》": the number is what was awarded. */
function readObject(text: string, { today }: SheetContext): string {
  const number = /[\u4e00-\u9fff]/u.test(text) ? parseStandardNumber(text, { today }) : null
  return number?.ok && number.status === 'ok' ? number.value : text
}

const honourWithLevel = new RegExp(`^(.{2,}奖)[·•—-]?(${levels})$`, 'u')
/** 中国专利金奖 is the 金奖 of 中国专利奖. */
const levelInside = /^(中国专利|中国外观设计|山东省专利|青岛市专利)(金|银|铜|优秀|特别|一等|二等|三等)奖$/u

/** 青岛市市长质量奖（卓越奖）, 高端品牌培育企业（制造业）: the brackets hold the level. */
const levelInBrackets = new RegExp(`^(.{4,})[(（](${levels}|制造业|服务业)[)）]$`, 'u')

/** 山东省省长质量奖（第七届）, 中国质量奖提名奖（2018年） */
const sessionInBrackets = /^(.{3,})[(（]((?:19|20)\d{2}年?度?|第[一二三四五六七八九十百\d]{1,4}届)[)）]$/u
/** 青岛市市长质量奖（个人） */
const categoryInBrackets = /^(.{4,}奖)[(（](组织|个人|团队|项目|单位)[)）]$/u

/** Under a title that names one award, 优秀奖 is a level of that: no award is called by its level alone. */
function nameByTitle(values: StatedValues, honour: string | null): void {
  if (honour !== null && typeof values.honour === 'string' && values.category === undefined && categoryAlone.test(values.honour)) Object.assign(values, { honour, category: values.honour })
  const alone = typeof values.honour === 'string' && values.level === undefined ? levelAlone.exec(values.honour) : null
  if (alone === null || honour === null) return
  Object.assign(values, { honour: alone[1] !== undefined && honour === '中国专利奖' ? '中国外观设计奖' : honour, level: alone[2] })
}

/** "第二十三届中国专利奖优秀奖" is one award, whether a list gives it in one column or in three (domain.md 5). */
function takeApart(values: StatedValues): void {
  if (typeof values.honour !== 'string') return
  const [, named = values.honour, when] = values.session === undefined ? (sessionInBrackets.exec(values.honour) ?? []) : []
  const session = values.session === undefined ? (when ?? /^第[一二三四五六七八九十百\d]{1,4}届/u.exec(named)?.[0]) : undefined
  const [, bare = named.replace(/^第[一二三四五六七八九十百\d]{1,4}届/u, ''), category] = categoryInBrackets.exec(named) ?? []
  if (category !== undefined) Object.assign(values, { honour: bare, category: values.category ?? category })
  const inside = values.level === undefined ? levelInside.exec(bare) : null
  const behind = values.level === undefined ? (levelInBrackets.exec(bare) ?? honourWithLevel.exec(bare)) : null
  if (session !== undefined && bare.length >= 3) values.session = session
  if (session !== undefined || values.session !== undefined) values.honour = bare.length >= 3 ? bare : values.honour
  if (inside) Object.assign(values, { honour: `${inside[1]}奖`, level: `${inside[2]}奖` })
  else if (behind) Object.assign(values, { honour: behind[1], level: behind[2] })
}

/** A patent or standard identifies its award by number, an organisation by code, else by its unit or name. */
export function honourKey(values: StatedValues, units: Pick<KnownUnits, 'resolve'>): string {
  return honourKeys(values, units)[0] ?? ''
}

/** The key, and those that the award has where its unit is only a name, or its session as it is written. */
function honourKeys(values: StatedValues, units: Pick<KnownUnits, 'resolve'>): string[] {
  const name = typeof values.recipient === 'string' ? values.recipient : ''
  const whose = values.objectNumber === undefined ? [values.uscc ?? units.resolve(name)?.uscc, normaliseName(name)] : numbersOfObject(scalarText(values.objectNumber))
  const known = [...new Set(whose.map(scalarText))].filter((who) => who !== '')
  const session = scalarText(values.session)
  return [...new Set([sessionName(session), session])].flatMap((when) => (known.length === 0 ? [''] : known).map((who) => [values.honour, values.level ?? '', when, who].map((part) => foldText(scalarText(part))).join('|')))
}

/** The number as it is written; ZL201910102536.7 and 201910102536.7 are one patent. */
function numbersOfObject(text: string): string[] {
  const patent = parseApplicationNumber(text)
  return [text, ...(patent.ok ? [`ZL${patent.value}`, patent.value] : [])]
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
