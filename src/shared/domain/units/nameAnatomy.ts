import { normaliseName } from '../text'
import { foldConfusable, simplify } from './characterForms'
import { shortForms, shortProperName } from './nameWords'
import type { RegionNames } from './regionNames'

/** The parts of an organisation's name (features.md part 2, idea 5). */
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
  /** The core with characters that are easily confused made one. */
  blurredCore: string
  legalForm: LegalForm
  isGroup: boolean
  /** The word for the kind of institution that ends the core: 研究院, 大学; null for a plain company name. */
  institution: string | null
  /** Arabic numerals of the core in their order: 一厂 and 二厂 differ here and nowhere else. */
  numerals: string
}

export type LegalForm = 'none' | 'company' | 'limited' | 'limited_liability' | 'stock' | 'partnership' | 'branch'

const formerInBrackets = /\((?:原名?|曾用名|原名称|前身)[:：为]?(.+?)\)$/u
const officeNote = /(?:\((?:盖章|公章|章|签章)\)|[。.、，,;；]|等)+$/u
const endRegion = /^(.+?)\(([\u4e00-\u9fff]{2,6})\)$/u

/** Takes a name apart. Names are short; the work is bounded by their length. */
export function dissectName(name: string, regions: RegionNames): NameAnatomy {
  const plain = normaliseName(name)
  const { bare, formerNames } = withoutNotes(simplify(plain))
  const { text, placeNote } = withoutPlaceNote(shortProperName(bare), regions)
  const { rest, region } = withoutRegion(text, regions)
  const { body, legalForm, isGroup } = withoutLegalForm(rest)
  const inside = region === null && legalForm !== 'none' && legalForm !== 'branch' ? withoutPlaceNote(body, regions) : { text: body, placeNote: null }
  const spelledCore = joinBrackets(inside.text)
  const core = countInDigits(shortForms(spelledCore))
  return {
    plain, simple: bare, formerNames, region: region ?? inside.placeNote, isRegionInside: inside.placeNote !== null, placeNote, core, spelledCore, blurredCore: foldConfusable(core), legalForm, isGroup,
    institution: institutionEnd.exec(core)?.[0] ?? null, numerals: (core.match(/\d+/gu) ?? []).join(' '),
  }
}

function withoutNotes(text: string): { bare: string; formerNames: string[] } {
  const trimmed = text.length > 4 ? text.replace(officeNote, '') : text
  const former = formerInBrackets.exec(trimmed)
  if (!former?.[1]) return { bare: trimmed, formerNames: [] }
  return { bare: trimmed.slice(0, former.index), formerNames: [former[1]] }
}

function withoutPlaceNote(text: string, regions: RegionNames): { text: string; placeNote: string | null } {
  const match = endRegion.exec(text)
  const found = match?.[2] ? regions.leading(`${match[2]}。`, null) : null
  return match?.[1] && found && found.length === match[2]?.length ? { text: match[1], placeNote: found.code } : { text, placeNote: null }
}

function withoutRegion(text: string, regions: RegionNames): { rest: string; region: string | null } {
  let rest = text
  let region: string | null = null
  for (let depth = 0; depth < 4; depth++) {
    const found = regions.leading(rest, region)
    if (found === null || rest.length - found.length < 2) break
    rest = rest.slice(found.length)
    region = found.code
  }
  return { rest, region }
}

const legalEnds: readonly (readonly [RegExp, LegalForm])[] = [
  [/\((?:有限合伙|普通合伙|特殊普通合伙)\)$/u, 'partnership'],
  [/有限责任(?:总)?公司$/u, 'limited_liability'],
  [/股份(?:有限)?公司$/u, 'stock'],
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
