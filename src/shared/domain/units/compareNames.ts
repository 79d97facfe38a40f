import type { NameAnatomy } from './nameAnatomy'
import { isPlainSlip } from './characterForms'
import { brandOf } from './nameWords'
import { contains } from './regionNames'
import { mendTradeWords } from './tradeWords'

/**
 * Why two names look like one unit, or why they are not taken for one. Each has a sentence in the texts.
 * Lower likeness than {@link sameFrom} is only ever shown as doubtful.
 */
export const likenessReasons = [
  'same_code', 'same_written', 'traditional', 'legal_form', 'stock_form', 'group_word', 'form_missing', 'region_written', 'region_missing',
  'similar_character', 'transposed', 'doubled', 'abbreviation', 'former_name', 'place_note', 'form_mistyped',
] as const
export type LikenessReason = (typeof likenessReasons)[number]

export const likenessDoubts = ['other_region', 'wider_region', 'other_trade', 'institution_or_company', 'common_words', 'short_group', 'namesake_elsewhere'] as const
export type LikenessDoubt = (typeof likenessDoubts)[number]

export interface Likeness {
  /** 0 to 100: how likely both names are one unit. */
  percent: number
  reasons: LikenessReason[]
  doubts: LikenessDoubt[]
}

/** From here on two names are proposed as one unit; below they are shown as doubtful. */
export const sameFrom = 90

const best = 99
const penalties: Record<LikenessReason, number> = {
  same_code: 0, same_written: 1, traditional: 1, legal_form: 2, stock_form: 2, group_word: 4, form_missing: 5, region_written: 1, region_missing: 4,
  similar_character: 6, transposed: 8, doubled: 8, abbreviation: 4, former_name: 3, place_note: 5, form_mistyped: 4,
}
const ceilings: Record<LikenessDoubt, number> = {
  other_region: 52, wider_region: 70, other_trade: 74, institution_or_company: 60, common_words: 65, short_group: 85, namesake_elsewhere: 75,
}

/**
 * Compares two names (domain.md 4).
 *
 * @returns null where nothing speaks for one unit
 */
export function compareNames(one: NameAnatomy, other: NameAnatomy): Likeness | null {
  const reasons: LikenessReason[] = []
  const doubts: LikenessDoubt[] = []
  if (one.formerNames.includes(other.simple) || other.formerNames.includes(one.simple)) return likenessOf(['former_name'], [])
  if (!compareCores(one, other, reasons)) return sameBrand(one, other) ? likenessOf([], ['other_trade']) : null
  if (one.formerNames.length + other.formerNames.length > 0) reasons.push('former_name')
  compareScripts(one, other, reasons)
  compareForms(one, other, reasons, doubts)
  compareRegions(one, other, reasons, doubts)
  if (reasons.length + doubts.length === 0) reasons.push(one.simple.length === other.simple.length ? 'same_written' : 'abbreviation')
  if (saysTooLittle(one, reasons)) doubts.push('common_words')
  return likenessOf(reasons, doubts)
}

/** What one of the names leaves out is missed only where the rest says who it is. */
function saysTooLittle({ core }: NameAnatomy, reasons: readonly LikenessReason[]): boolean {
  const [hasNoForm, hasNoRegion] = [reasons.includes('form_missing'), reasons.includes('region_missing')]
  if (hasNoForm && hasNoRegion && core.length < 4) return true
  return (hasNoForm || hasNoRegion) && brandOf(core).length < 2
}

function likenessOf(reasons: LikenessReason[], doubts: LikenessDoubt[]): Likeness {
  const percent = reasons.reduce((sum, reason) => sum - penalties[reason], best)
  return { percent: Math.max(0, Math.min(percent, ...doubts.map((doubt) => ceilings[doubt]))), reasons, doubts }
}

/** A single slip is forgiven only in a core that is long enough to be told by the rest of it. */
const slipLength = 4

function compareCores(one: NameAnatomy, other: NameAnatomy, reasons: LikenessReason[]): boolean {
  if (one.core.length < 2 || one.numerals !== other.numerals) return false
  if (one.core === other.core) {
    if (one.spelledCore !== other.spelledCore) reasons.push('abbreviation')
    return true
  }
  if (Math.min(one.core.length, other.core.length) < slipLength) return false
  const slip = looksAlike(one, other) ? 'similar_character' : isTransposed(one.core, other.core) && !isOtherBrand(one.core, other.core) ? 'transposed' : isDoubled(one.core, other.core) ? 'doubled' : null
  if (slip !== null) reasons.push(slip)
  return slip !== null
}

/** One character looks like the other: in a word of a trade, or in a core that has more than that to be told by. */
function looksAlike(one: NameAnatomy, other: NameAnatomy): boolean {
  if (!differsByOne(one.core, other.core) || one.blurredCore !== other.blurredCore) return false
  return one.core.length > slipLength || isPlainSlip(one.core, other.core) || mendTradeWords(one.core) === mendTradeWords(other.core)
}

function differsByOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let differences = 0
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) differences++
  return differences === 1
}

/** Two neighbours changed places. */
function isTransposed(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at < one.length - 1 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

/** 海川 and 川海 are two firms: nothing of the brand stands beside the two that changed places. */
function isOtherBrand(one: string, other: string): boolean {
  return one[0] !== other[0] && (one.length === slipLength || brandOf(one).length === 2)
}

/** One character typed twice. */
function isDoubled(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (long.length !== short.length + 1) return false
  for (let at = 0; at < short.length; at++) {
    if (short[at] === long[at] && long[at] === long[at + 1] && short.slice(at + 1) === long.slice(at + 2) && short.slice(0, at) === long.slice(0, at)) return true
  }
  return false
}

function compareScripts(one: NameAnatomy, other: NameAnatomy, reasons: LikenessReason[]): void {
  if (one.simple === other.simple && one.plain !== other.plain && one.formerNames.length + other.formerNames.length === 0) reasons.push('traditional')
}

function compareForms(one: NameAnatomy, other: NameAnatomy, reasons: LikenessReason[], doubts: LikenessDoubt[]): void {
  const forms = new Set([one.legalForm, other.legalForm])
  if (one.isFormMistyped || other.isFormMistyped) reasons.push('form_mistyped')
  if (one.isGroup !== other.isGroup) {
    reasons.push('group_word')
    if (one.core.length < 4) doubts.push('short_group')
  }
  // What belongs to a company is told by its own name, however the company's is written.
  if (forms.size === 1 || forms.has('branch')) return
  if (forms.has('partnership')) doubts.push('institution_or_company')
  else if (!forms.has('none')) reasons.push(forms.has('stock') ? 'stock_form' : 'legal_form')
  else if (one.institution !== null) doubts.push('institution_or_company')
  // 某某集团 is how a group of companies is called; nothing is missing.
  else if (!(one.isGroup && other.isGroup)) reasons.push('form_missing')
  else reasons.push('legal_form')
}

function compareRegions(one: NameAnatomy, other: NameAnatomy, reasons: LikenessReason[], doubts: LikenessDoubt[]): void {
  if (one.placeNote !== other.placeNote) comparePlaceNotes(one, other, reasons, doubts)
  if (one.region === other.region) {
    if (one.region !== null && one.simple !== other.simple && reasons.length === 0) reasons.push('region_written')
    return
  }
  // 某某（中国）有限公司 is another unit than 某某有限公司: a place in brackets tells members of a group apart.
  if (one.region === null || other.region === null) {
    if (one.isRegionInside || other.isRegionInside) doubts.push('wider_region')
    else reasons.push('region_missing')
  } else doubts.push(contains(one.region, other.region) || contains(other.region, one.region) ? 'wider_region' : 'other_region')
}

/** （青岛） behind a company or an institute says where it is; behind a university it is another one. */
function comparePlaceNotes(one: NameAnatomy, other: NameAnatomy, reasons: LikenessReason[], doubts: LikenessDoubt[]): void {
  const isNote = (one.placeNote === null || other.placeNote === null) && (one.legalForm !== 'none' || one.core.endsWith('所'))
  if (isNote) reasons.push('place_note')
  else doubts.push('other_region')
}

/** The same brand in the same place with another trade: worth a look, never more. */
function sameBrand(one: NameAnatomy, other: NameAnatomy): boolean {
  if (one.region !== other.region || one.numerals !== other.numerals || one.core.includes('公司') || other.core.includes('公司')) return false
  const brand = brandOf(one.core)
  return brand.length >= 2 && brand.length <= 4 && brand === brandOf(other.core) && one.institution === other.institution
}
