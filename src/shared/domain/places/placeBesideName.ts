import { chineseNumber } from '../dates/dates'

/** What stands beside a name about its place, and is no part of the name (domain.md 1.5). */
export interface PlaceBesideName {
  /** Place in the list from 1. */
  rank: number | null
  /** Length of the list. */
  total: number | null
  role: 'lead' | 'part' | null
}

const closed = /[)）\]］】]\s*$/
const bracketed = /^(.*\S)\s*[(（[［【]([^()（）[\]［］【】]{1,16})[)）\]］】]\s*$/s
/** 青岛甲公司 第3: without brackets only where the name is whole before it. */
const behind = /^(.{3,}(?:公司|集团|[厂院所会]|中心|大学))[ ,:：]?\s*((?:排名|排序|位次)?:?第\d{1,2}(?:位|名)?)$/s
const word = '(?:位|名|起草单位|起草人|完成单位|完成人|参与单位|申请人|专利权人|发明人|单位)?'
const ordinal = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
/** Of a bare "(2)" nobody knows what it counts: it stays with the name. */
const placeForms = [
  /^(?:排名|排序|位次|名次)?:?第?(\d{1,2})\/(?:共)?(\d{1,2})$/,
  new RegExp(`^(?:排名|排序|位次|名次):?第?${ordinal}${word}$`),
  new RegExp(`^第${ordinal}${word}(?:[,/]?共(\\d{1,2})[家个名位])?$`),
  new RegExp(`^(\\d{1,2})${word}[,/]?共(\\d{1,2})[家个名位]?$`),
]
const leadWord = /^(?:主导|主持|牵头|主编|负责起草)(?:单位|方)?$/
const partWord = /^(?:参与|参加|参编|协作|协助)(?:起草|编制|制定)?(?:单位|方)?$/
/** 参与，第4位 */
const roleBesidePlace = /^([^\d第,、:]{2,6})[,、:](.+)$/
const label = new RegExp(`^(?:(主导|主持|牵头|主编|参与|参加|参编|主要|负责|协作)?(?:起草|编制|制定|编写|完成)?单位|(主导|主持|牵头|主编|参与|参加|参编|协作)(?:起草|编制|制定)?|第${ordinal}(?:(?:起草|完成)?单位|(?:申请|专利权|权利|注册|所有)人|位|名)?)[:：]\\s*`)

/**
 * Parts a name from the place that people write behind it: "海尔智家（第2）", "张三(1/5)", "海信集团（牵头）".
 *
 * @returns null where nothing of the kind stands there: other brackets belong to the name
 */
export function takePlaceOff(text: string): { name: string; place: PlaceBesideName } | null {
  const found = closed.test(text) ? bracketed.exec(text) : behind.exec(text)
  const place = found ? readPlace((found[2] ?? '').normalize('NFKC').replace(/\s/g, '')) : null
  return place && found?.[1] ? { name: found[1], place } : null
}

/** Parts a name from the label before it: "牵头单位：海尔智家" names 海尔智家, which leads. */
export function takeLabelOff(text: string): { name: string; place: PlaceBesideName | null } {
  const found = label.exec(text)
  if (!found) return { name: text, place: null }
  const [whole, unitWord, bareWord, ordinal = ''] = found
  const word = unitWord ?? bareWord ?? ''
  const role = leadWord.test(word) ? 'lead' : partWord.test(word) ? 'part' : null
  const rank = numberOf(ordinal)
  return { name: text.slice(whole.length), place: role === null && rank === null ? null : { rank, total: null, role } }
}

function readPlace(inside: string): PlaceBesideName | null {
  if (leadWord.test(inside)) return { rank: null, total: null, role: 'lead' }
  if (partWord.test(inside)) return { rank: null, total: null, role: 'part' }
  const [, roleText = '', behindRole = ''] = roleBesidePlace.exec(inside) ?? []
  const role = leadWord.test(roleText) ? 'lead' : partWord.test(roleText) ? 'part' : null
  for (const form of placeForms) {
    const match = form.exec(role === null ? inside : behindRole)
    const rank = numberOf(match?.[1] ?? '')
    const total = numberOf(match?.[2] ?? '')
    if (rank !== null && rank <= (total ?? rank)) return { rank, total, role }
  }
  return null
}

/** A number from 1; null for anything else. */
function numberOf(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) || null : chineseNumber(text)
}
