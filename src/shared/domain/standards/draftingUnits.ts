import { chineseNumber } from '../dates/dates'
import { withoutFootnoteMarks } from '../footnotes'
import { takeLabelOff, takePlaceOff, type PlaceBesideName } from '../places/placeBesideName'
import { presentName, takeAddressOff } from '../units/nameInCell'
import { cleanLines, isPlaceholder, normaliseName } from '../text'

/** 起草单位 in their legal order (domain.md 1.5 and 9). */
export interface DraftingUnits {
  /** As written, cleaned, without repetitions. */
  units: string[]
  /** The cell says that names are missing: it ends in 等, or was too long to be read whole. */
  truncated: boolean
  /** Names that stood more than once in the list. */
  repeated: string[]
  /** What is written beside each unit about its place; empty where the cell says no such thing. */
  places: (PlaceBesideName | null)[]
  /** The address in brackets behind the first name, where one stands there. */
  firstAddress?: string
}

const maxText = 100_000
/** An opening bracket that does not close within this distance is a typing slip, not a bracket. */
const maxBracket = 100
const closingOf: Readonly<Record<string, RegExp>> = { '(': /[)）]/, '（': /[)）]/, '[': /[\]］]/, '［': /[\]］]/, '【': /】/, '〔': /〕/, '{': /}/ }
const legalForm = /^\s*(?:LTD|INC|LLC|CO\b|CORP|LIMITED|GMBH|PLC|S\.\s?[AP]|B\.\s?V|L\.\s?P)/i
const organisationEnd = /(?:公司|集团|厂|院|所|中心|大学|学校|会|局|站|社|部|室|企业|基地|馆|联盟|店|行|场|队|Ltd\.?|Inc\.?|LLC|Corp\.?|GmbH|University|Institute|[)）])\s{0,2}$/i
/** Blanks part names only between two that are whole by themselves: a branch or an institute may belong to what stands before it. */
const standsAlone = /(?:公司|大学|研究院|研究所|协会)$/
const nextAlone = /^[^、;；,，。|｜\n/／ ]{2,40}(?:(?<!分)公司|大学)(?=$|[、;；,，。|｜\n/／ ]|等)/
const wrappedNameRest = /^(?:股份|有限|责任|公司|集团(?:股份|有限))/
const truncation = /(?:等(?:(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:家|个)?(?:起草)?单位(?:共同)?(?:起草|编制|制定)?|\d{1,3}家|[一二三四五六七八九十]{1,3}家)?|\.{3}|…{1,2})$/
const maxEnding = 20
const finalMarks = new Set('。．;；,，、 \n')
const listNumber = /^(?:[(（]?\d{1,3}[)）.．](?!\d)|[①-⑳])\s?/
const bareNumber = /^[(（]?\d{1,3}[)）.．]?$/

/**
 * Splits a cell of drafting units. Never inside brackets, at a hyphen or inside "Co., Ltd."; a slash separates only
 * where an organisation's name ends before it; 和, 及, 与, & and + only between two companies or universities; a line that begins 有限公司 continues the line above.
 */
export function parseDraftingUnits(input: string): DraftingUnits {
  if (isOneName(input)) return { units: [input], truncated: false, repeated: [], places: [] }
  const text = cleanLines(input.slice(0, maxText))
  const names = new Map<string, Name>()
  const repeated: string[] = []
  let truncated = input.length > maxText
  for (const part of splitOutsideBrackets(splitAtNumbers(text))) {
    if (part === '') continue
    const name = nameOf(part)
    truncated ||= name.truncated
    if (name.key === '') continue
    if (names.has(name.key)) repeated.push(name.text)
    else names.set(name.key, name)
  }
  const found = inOrder([...names.values()])
  return { units: found.map(({ text: unit }) => unit), truncated, repeated, places: found.some(({ place }) => place !== null) ? found.map(({ place }) => place) : [], ...(found[0]?.address ? { firstAddress: found[0].address } : {}) }
}

/** Written places are the order, where every name has one of its own; else names stand as they were written. */
function inOrder<T extends { place: PlaceBesideName | null }>(names: T[]): T[] {
  if (names.every(({ place }) => place === null)) return names
  const ranks = names.flatMap(({ place }) => place?.rank ?? [])
  const isRanked = ranks.length === names.length && new Set(ranks).size === ranks.length
  return isRanked ? names.sort((a, b) => (a.place?.rank ?? 0) - (b.place?.rank ?? 0)) : names
}

/** Ways to number the names of a list; each gives the number in its first group. */
const numberings = [/[(（]\s?(\d{1,2})\s?[)）]/g, /([①-⑳])/g, /(?<!\d)(\d{1,2})[.．、](?!\d)/g, /(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,3})[.．、]/g]
const circledOne = '①'.charCodeAt(0)
const beginsWithOne = /^\s*(?:[(（]\s?1\s?[)）]|①|1[.．、]|一[.．、])/

/** A list that counts its names, 1 first and without a gap, needs no other separator between them. */
function splitAtNumbers(text: string): string {
  if (!beginsWithOne.test(text)) return text
  for (const numbering of numberings) {
    let next = 1
    const starts = [...text.matchAll(numbering)].filter(({ 1: written = '', index }) => {
      const number = numberWritten(written)
      const isNext = number === next && (next === 1 ? text.slice(0, index).trim() === '' : endsName(text, index))
      if (isNext) next++
      return isNext
    })
    if (starts.length > 1) return starts.map(({ 0: label, index }, at) => text.slice(index + label.length, starts[at + 1]?.index)).join(';')
  }
  return text
}

function numberWritten(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  return chineseNumber(text) ?? text.charCodeAt(0) - circledOne + 1
}

function endsName(text: string, at: number): boolean {
  return /[\s、;；,，|｜/／.．。]$/u.test(text.slice(0, at)) || organisationEnd.test(text.slice(Math.max(0, at - 12), at))
}

const splitting = /[、;；,，。|｜\n/／ 和及与·•・&＆+＋—\\＼#＃*＊@(（[［【〔{]/g

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = []
  let start = 0
  splitting.lastIndex = 0
  for (let found = splitting.exec(text); found; found = splitting.exec(text)) {
    const closing = closingOf[found[0]]
    if (closing) {
      const inside = splitting.lastIndex
      const length = text.slice(inside, inside + maxBracket).search(closing)
      if (length >= 0) splitting.lastIndex = inside + length + 1
    } else if (separates(text, start, found.index)) {
      parts.push(text.slice(start, nameEnd(text, found.index)))
      start = found.index + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}

/** Words and marks that join two names, and stand in many a name: only between two that are whole by themselves. */
const joining = new Set('和及与·•・&＆+＋—\\＼#＃*＊@')

/** The 以 of 以及 is no end of a name. */
function nameEnd(text: string, at: number): number {
  return text.charAt(at) === '及' && text.charAt(at - 1) === '以' ? at - 1 : at
}

function separates(text: string, start: number, at: number): boolean {
  const c = text.charAt(at)
  if (c === ',' || c === '，') return !legalForm.test(text.slice(at + 1, at + 12)) && !isInsideForeignName(text, start, at)
  if (c === '/' || c === '／') return organisationEnd.test(text.slice(Math.max(start, at - 12), at))
  if (c === ' ') return isBetweenNames(text, start, at)
  if (joining.has(c)) return standsAlone.test(text.slice(Math.max(start, at - 12), nameEnd(text, at))) && nextAlone.test(text.slice(at + 1, at + maxBracket))
  if (c === '\n') return !wrappedNameRest.test(text.slice(at + 1, at + 6))
  return true
}

const nextPlaced = /^(?:中国|全国|国家|[\u4e00-\u9fff]{2,3}[省市])[^、;；,，。|｜\n/／ ]{4,40}(?=$|[、;；,，。|｜\n/／ ])/

/** A blank between two names: both whole by themselves, or the second with a place of its own in front, as no branch has. */
function isBetweenNames(text: string, start: number, at: number): boolean {
  const before = text.slice(Math.max(start, at - 12), at)
  const next = text.slice(at + 1, at + maxBracket)
  if (standsAlone.test(before) && nextAlone.test(next)) return true
  const name = /^[^、;；,，。|｜\n/／ ]{7,40}/.exec(next)?.[0] ?? ''
  const isPlaced = nextPlaced.test(next) || (name !== '' && name.slice(0, 2) === text.trimStart().slice(0, 2))
  return isPlaced && organisationEnd.test(before) && organisationEnd.test(name) && !/(?:分公司|分院|分所|分中心|校区)$/.test(name)
}

const foreignPart = /^ [A-Z][A-Za-z. ]{1,40}(?=$|[、;；|｜\n])/
const foreignEnd = /(?:\b(?:AG|SE|SA|NV|BV|AB|AS|ASA|Oy|KG|KK|PLC|LP|Group|Company|Institute|University|Association|Ltd|Inc|LLC|Corp|GmbH)|[A-Z]\.[A-Z])\.?$/i

/** "University of California, Berkeley；青岛大学": where stronger marks part the names, a comma between foreign words belongs to one. */
function isInsideForeignName(text: string, start: number, at: number): boolean {
  const before = text.slice(start, at).trim()
  return /[;；、|｜\n]/.test(text) && /^[\x20-\x7e]+$/.test(before) && !foreignEnd.test(before) && foreignPart.test(text.slice(at + 1, at + maxBracket))
}

interface Name {
  text: string
  /** Under which other spellings are the same name. */
  key: string
  truncated: boolean
  place: PlaceBesideName | null
  address: string | null
}

/** Chinese characters alone, and none of the words that are written around a name: nearly every one, and nothing is to be taken off it. */
const plainName = /^(?!.*(?:等|家$|变更|更名|改名|转让|起草$|编制$|制定$))(?!本|该)[\u4e00-\u9fff]{4,}$/

const mayJoin = /[和及与]/

/** Most cells hold a single name with nothing around it. */
function isOneName(text: string): boolean {
  return plainName.test(text) && !mayJoin.test(text) && text.length <= maxText
}

/** The name without list number, closing marks, 等 and what is written of its place; empty when nothing is left. */
function nameOf(part: string): Name {
  if (plainName.test(part)) return { text: part, key: part, truncated: false, place: null, address: null }
  let text = stripFinalMarks(part.replaceAll('\n', '').trim())
  let truncated = false
  for (let ending = truncation.exec(text.slice(-maxEnding)); ending; ending = truncation.exec(text.slice(-maxEnding))) {
    text = stripFinalMarks(text.slice(0, -ending[0].length))
    truncated = true
  }
  for (let label = listNumber.exec(text); label; label = listNumber.exec(text)) text = text.slice(label[0].length)
  const said = takeSentenceOff(text)
  text = said.name
  const addressed = takeAddressOff(withoutFootnoteMarks(text))
  text = presentName(addressed?.name ?? withoutFootnoteMarks(text))
  const behind = takePlaceOff(text)
  const before = takeLabelOff(behind?.name ?? text)
  text = withoutFormerName(before.name)
  const name = bareNumber.test(text) || isPlaceholder(text) ? '' : text
  return { text: name, key: normaliseName(name), truncated, place: behind?.place ?? before.place ?? said.place, address: addressed?.address ?? null }
}

const sentenceBegin = /^(?:本|该)(?:标准|部分|文件|规范|规程)(?:主要)?(?:由|起草单位[为是:：])\s*/
const sentenceEnd = /(主要|负责|牵头|主持|共同|联合|参加|参与|协助)?(?:起草|编制|制定)(?:工作)?$/

/** Parts a name from the sentence around it: 本标准由甲公司负责起草，乙公司参加起草. */
function takeSentenceOff(text: string): { name: string; place: PlaceBesideName | null } {
  const begun = text.replace(sentenceBegin, '')
  const end = sentenceEnd.exec(begun)
  const name = end === null ? begun : begun.slice(0, end.index).trim()
  if (end === null || !organisationEnd.test(name)) return { name: begun, place: null }
  const role = /负责|牵头|主持/.test(end[1] ?? '') ? 'lead' : /参|协/.test(end[1] ?? '') ? 'part' : null
  return { name, place: role === null ? null : { rank: null, total: null, role } }
}

const formerName = /^(.{4,})[(（](?:原名?|曾用名|前身)(?:为|是)?[:：]?([^()（）]{3,60})[)）]$/

/** "中车四方股份有限公司（原南车四方股份有限公司）" is the unit of today's name. */
function withoutFormerName(text: string): string {
  const [, name, former] = formerName.exec(text) ?? []
  return name !== undefined && former !== undefined && organisationEnd.test(former) ? name.trim() : text
}

function stripFinalMarks(text: string): string {
  let end = text.length
  while (end > 0 && finalMarks.has(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
