import { normaliseName } from '../text'
import { foldConfusable, simplify } from './characterForms'
import { mendLegalForm } from './mistypedForms'
import { shortForms, shortProperName } from './nameWords'
import { mendTradeWords } from './tradeWords'
import type { LeadingRegion, RegionNames } from './regionNames'

/** The parts of an organisation's name. */
export interface NameAnatomy {
  /** Width, brackets and blanks made one; characters as written. */
  plain: string
  /** The same in simplified characters. */
  simple: string
  /** Names that stand behind it in brackets: （原…）, （曾用名：…）. */
  formerNames: string[]
  /** Code of the innermost region in front, or of the one in brackets before the legal form; null where there is none. */
  region: string | null
  /** The region stands in brackets: 海尔智能（青岛）有限公司. */
  isRegionInside: boolean
  /** Region in brackets at the very end: 研究所（青岛）. */
  placeNote: string | null
  /** Brand, trade and branch: what is left without region and legal form, in short forms. */
  core: string
  /** The core before short forms were put in. */
  spelledCore: string
  /** The core with characters that are easily confused made one, and slips in words of a trade mended. */
  blurredCore: string
  legalForm: LegalForm
  /** The legal form has a slip of the pen: 有限公可. */
  isFormMistyped: boolean
  isGroup: boolean
  /** The word for the kind of institution that ends the core: 研究院, 大学; null for a plain company name. */
  institution: string | null
  /** Arabic numerals of the core in their order: 一厂 and 二厂 differ here and nowhere else. */
  numerals: string
}

export type LegalForm = 'none' | 'company' | 'limited' | 'limited_liability' | 'stock' | 'partnership' | 'branch'

/** What it was called before or is called now; either way the other name is the same unit. */
const otherInBrackets = /\((?:原名称|原单位|原企业|原|曾用名称?|曾名|旧名称?|前称|前身|更名前|变更前|改名前|现名称?|现更名|现变更|现已更名|已更名|更名后|变更后|更名)(?:名称?)?[:：为是]?(.+?)\)$/u
const renamedInBrackets = /\((?:由|原)?(.{4,}?)(?:更名|改名|变更)(?:而来|而成)?\)$/u
const officeNote = /(?:\((?:盖章|公章|章|签章|牵头|主持|主编|参编|参与|本部|总部|上市公司|法人独资|自然人独资|中外合资|外商独资)\)|(?<=公司)本公司|[。.、，,;；*＊※★☆#]|等)+$/u
/** 青岛市计量技术研究院（青岛市衡器检定站）: an institution with the name of its second plate; what stands behind a school is another one. */
const secondPlate = /^([^()]{6,}(?:(?<!学)院|所|中心|站|馆))\(([^()]{7,}(?:院|所|中心|站|馆))\)$/u
/** A stock code, a Latin abbreviation: nothing that tells units apart. */
const latinNote = /(?<=[\u4e00-\u9fff]{4})\((?:[A-Z]{2,}|(?:新三板|股票代码|证券代码|代码)?[:：]?\d{6})\)$/u
const shortNote = /^(.{4,})\((?:简称|以下简称)?[:：]?([^()]{2,8})\)$/u
const branchInBrackets = /\(([^()]{2,}分(?:公司|院|所|中心|校|行|店|局|站))\)$/u
const endRegion = /^(.+?)\(([\u4e00-\u9fff]{2,6})\)$/u

/** （青岛）征和工业 is 青岛征和工业. */
const placeInFront = /^\(([\u4e00-\u9fff]{2,6})\)(?=[\u4e00-\u9fff]{4})/u

/** 1. and （1） in front count the lines of a list. */
const lineNumber = /^(?:\(\d{1,3}\)|\d{1,3}[.、．)])(?=[\u4e00-\u9fff]{4})/u

/** Takes a name apart. Names are short; the work is bounded by their length. */
export function dissectName(name: string, regions: RegionNames): NameAnatomy {
  const plain = normaliseName(name).replace(lineNumber, '').replace(placeInFront, '$1')
  const { bare, formerNames } = withoutNotes(simplify(plain), regions)
  const { text, placeNote } = withoutPlaceNote(shortProperName(bare), regions)
  const { rest, region } = withoutRegion(text, regions)
  const mended = mendLegalForm(rest)
  const { body, legalForm, isGroup } = withoutLegalForm(mended)
  const inside = region === null && legalForm !== 'none' && legalForm !== 'branch' ? withoutPlaceInside(body, regions) : { text: body, placeNote: null }
  const spelledCore = joinBrackets(inside.text)
  const core = countInDigits(shortForms(spelledCore))
  return {
    plain, simple: bare, formerNames, region: region ?? inside.placeNote, isRegionInside: inside.placeNote !== null, placeNote, core, spelledCore, blurredCore: foldConfusable(mendTradeWords(core)), legalForm, isFormMistyped: mended !== rest, isGroup,
    institution: institutionEnd.exec(core)?.[0] ?? null, numerals: (core.match(/\d+/gu) ?? []).join(' '),
  }
}

function withoutNotes(text: string, regions: RegionNames): { bare: string; formerNames: string[] } {
  const trimmed = text.length > 4 ? text.replace(officeNote, '') : text
  if (!trimmed.endsWith(')')) return { bare: trimmed, formerNames: [] }
  const other = renamedInBrackets.exec(trimmed) ?? otherInBrackets.exec(trimmed)
  if (other?.[1]) return { bare: trimmed.slice(0, other.index), formerNames: [other[1]] }
  const plate = secondPlate.exec(trimmed)
  if (plate?.[1] && plate[2] && regions.leading(plate[2], null) !== null) return { bare: plate[1], formerNames: [plate[2]] }
  return { bare: withoutShortNote(trimmed.replace(latinNote, '')).replace(branchInBrackets, '$1'), formerNames: [] }
}

/** （青大附院） behind 青岛大学附属医院 is the name once more, by some of its characters in their order. */
function withoutShortNote(text: string): string {
  const [, name, note] = shortNote.exec(text) ?? []
  if (name === undefined || note === undefined) return text
  let at = 0
  for (const character of name) if (character === note[at]) at++
  return at === note.length ? name : text
}

function withoutPlaceNote(text: string, regions: RegionNames): { text: string; placeNote: string | null } {
  const match = endRegion.exec(text)
  const found = match?.[2] ? regions.leading(`${match[2]}。`, null) : null
  return match?.[1] && found && found.length === match[2]?.length ? { text: match[1], placeNote: found.code } : { text, placeNote: null }
}

const placeInside = /^([^()]{2,})\(([\u4e00-\u9fff]{2,6})\)([^()]{2,})$/u

/** 正大（青岛）水产 is 正大水产（青岛）. */
function withoutPlaceInside(text: string, regions: RegionNames): { text: string; placeNote: string | null } {
  const [, brand, place, trade] = placeInside.exec(text) ?? []
  if (brand === undefined || place === undefined || trade === undefined) return withoutPlaceNote(text, regions)
  const moved = withoutPlaceNote(`${brand}${trade}(${place})`, regions)
  return moved.placeNote === null ? { text, placeNote: null } : moved
}

function withoutRegion(text: string, regions: RegionNames): { rest: string; region: string | null } {
  let rest = text
  let region: string | null = null
  for (let depth = 0; depth < 4; depth++) {
    const found = regions.leading(rest, region)
    if (found === null || rest.length - found.length < 2) break
    const length = lengthBeforeDistrict(rest, found, regions)
    rest = rest.slice(length)
    region = found.code
  }
  return { rest, region }
}

/** In 青岛市北区 the district is 市北区: 青岛 ends before its 市. */
function lengthBeforeDistrict(text: string, { code, length }: LeadingRegion, regions: RegionNames): number {
  if (text[length - 1] !== '市' || text[length + 1] !== '区') return length
  const district = regions.leading(text.slice(length - 1), code)
  return district?.length === 3 ? length - 1 : length
}

const legalEnds: readonly (readonly [RegExp, LegalForm])[] = [
  [/\((?:有限合伙|普通合伙|特殊普通合伙)\)$/u, 'partnership'],
  [/股份有限(?:责任)?(?:总)?公司$/u, 'stock'],
  [/有限责任(?:总)?公司$/u, 'limited_liability'],
  [/股份公司$/u, 'stock'],
  [/有限(?:总)?公司$/u, 'limited'],
  [/(?:总)?公司$/u, 'company'],
  [/(?<=.{2})股份$/u, 'stock'],
]
const latinEnd = /(?:CO\.?,?LTD|COMPANYLIMITED|CO\.?,?LIMITED|LIMITED|LTD|INC|CORP|CORPORATION|LLC|GMBH)\.?$/u
const groupEnd = /(?:\(集团\)|集团|\(控股\))$/u
/** 分公司 and 供电公司 name a branch, no legal form. */
const branchEnd = /(?:分公司|子公司|供电公司)$/u

function withoutLegalForm(text: string): { body: string; legalForm: LegalForm; isGroup: boolean } {
  const branch = branchOf(text)
  if (branch) {
    const head = withoutLegalForm(branch.head)
    return { body: `${head.body}|${branch.tail}`, legalForm: 'branch', isGroup: false }
  }
  let body = text
  let legalForm: LegalForm = 'none'
  for (const [pattern, form] of legalEnds) {
    if (!pattern.test(body) || branchEnd.test(body)) continue
    body = body.replace(pattern, '')
    legalForm = form
    break
  }
  if (legalForm === 'none' && latinEnd.test(body)) {
    body = body.replace(latinEnd, '').replaceAll(/[.,&]/gu, '')
    legalForm = 'limited'
  }
  const isGroup = groupEnd.test(body) && body.replace(groupEnd, '').length >= 2
  return { body: isGroup ? body.replace(groupEnd, '') : body, legalForm, isGroup }
}

/** What follows the legal form of the whole: 青岛分公司, 运营分公司, 第一研究所. */
function branchOf(text: string): { head: string; tail: string } | null {
  const match = /^(.{2,}公司)([^公].*)$/u.exec(text)
  if (!match?.[1] || !match[2] || match[2].startsWith('(')) return null
  return { head: match[1], tail: match[2].replace(/(?:有限)公司$/u, '公司').replace(/(?<=[\u4e00-\u9fff]{2})市(?=.)/u, '') }
}

const institutionEnd = /(?:大学|学院|学校|研究会|院|所|中心|协会|学会|商会|联合会|医院|站|馆)$/u

/** The name of a place in brackets inside a name belongs to it; other brackets are only a way of writing. */
function joinBrackets(text: string): string {
  return text.replaceAll(/[()|"“”'‘’·\-—_/\s]/gu, '')
}

const chineseDigits = '〇一二三四五六七八九'
const chineseNumber = /第?([〇零○一二三四五六七八九十百]+|\d+)/gu

/** 第七一一 and 711 are one number, 四十一 and 41 too. */
function countInDigits(text: string): string {
  return text.replaceAll(chineseNumber, (_whole, digits: string) => arabic(digits.replaceAll(/[零○]/gu, '〇')))
}

function arabic(digits: string): string {
  if (/^\d+$/u.test(digits)) return digits
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(digits)
  if (tens) return String((tens[1] ? chineseDigits.indexOf(tens[1]) : 1) * 10 + (tens[2] ? chineseDigits.indexOf(tens[2]) : 0))
  return [...digits].map((digit) => (chineseDigits.includes(digit) ? String(chineseDigits.indexOf(digit)) : digit)).join('')
}
