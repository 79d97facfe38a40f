import { chineseNumber } from '../dates/dates'
import { type Rejected, reject } from '../parsed'
import { foldLines } from '../text'

/** 尼斯分类 as a sorted set of 1–45 (domain.md 3). */
export interface NiceClasses {
  ok: true
  value: number[]
}

export type NiceClassCode = 'out_of_range' | 'similar_group_code'
export type NiceClassResult = NiceClasses | Rejected<NiceClassCode>

const separators = /[、;,/|+&\n ]+|(?<=[\d一二三四五六七八九十]类)(?=第|\d)|和|及/
const oneClass = /^(?:国际分类|国际类|类别|类|NCL|CLASS|CL\.?)?[:：]?第?(\d{1,3}|[一二三四五六七八九十]{1,3})类?\.?$/i
/** "Class 9": the blank behind the word separates nothing. */
const classWord = /\b(class|ncl|cl\.?) (?=\d)/gi
/** 第 9 类 is one class, and [9][35] are two. */
const blanksInside = /(?<=第) (?=[\d一二三四五六七八九十])|(?<=第 ?[\d一二三四五六七八九十]{1,3}) (?=类)/g
const squareBrackets = /[[\]【】]/g
/** What tables of numbers write behind whole ones: 9.0. */
const pointZero = /(?<=^\d{1,2}|[、;,/|\n ]\d{1,2})\.0(?!\d)/g
/** What the class holds, beside it: 第30类（茶）. */
const goodsBehind = /(?<=类|\d) ?\([^()\d]{1,40}\)|(?<=(?:^|[;,、|\n ]|第)\d{1,2}类?) ?- ?(?!第)[\u4e00-\u9fff][^\d;|\n]{0,60}?(?=$|[;|\n]|[,、 ]*第?\d{1,2}(?:类|-|$))|(?<=类) ?:[^\d\n]{1,60}?(?=$|[;\n]|第?\d{1,2}类)|(?<=类) [^\d\n;第类]{1,40}(?=$|[;\n])/g
/** "1-45", "第7类至第9类": every class from the one to the other. */
const classRange = /^第?(\d{1,2})类?(?:-|~|至|到)第?(\d{1,2})类?$/
const allClasses = /^(?:全类|全类别|全部类别|所有类别|全部)$/
const lastClass = 45
const similarGroup = /^第?\d{4}(?:群组?|类)?$/

/** Reads one class or a list; `0901` is a similar group, not class 9. Text that is no class at all is out_of_range. */
export function parseNiceClasses(input: string | number): NiceClassResult {
  if (typeof input === 'number' && Number.isInteger(input) && input >= 1 && input <= 45) return { ok: true, value: [input] }
  const text = String(input)
  if (text.length > 1_000) return reject('out_of_range')
  const found = new Set<number>()
  for (const part of foldLines(text).replace(squareBrackets, ' ').trim().replace(blanksInside, '').replace(classWord, '$1').replace(pointZero, '').replace(goodsBehind, ' ').split(separators)) {
    if (part === '') continue
    const numbers = classesOf(part)
    if ('code' in numbers) return numbers
    for (const number of numbers) found.add(number)
  }
  return found.size === 0 ? reject('out_of_range') : { ok: true, value: [...found].sort((a, b) => a - b) }
}

function classesOf(part: string): readonly number[] | Rejected<NiceClassCode> {
  const range = allClasses.test(part) ? [part, '1', String(lastClass)] : classRange.exec(part)
  const [from, to] = [Number(range?.[1]), Number(range?.[2])]
  if (range && from >= 1 && from < to && to <= lastClass) return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const number = classOf(part)
  return typeof number === 'number' ? [number] : number
}

function classOf(part: string): number | Rejected<NiceClassCode> {
  if (similarGroup.test(part)) return reject('similar_group_code', { value: part })
  const match = oneClass.exec(part)?.[1]
  const number = match === undefined ? null : /^\d/.test(match) ? Number(match) : chineseNumber(match)
  return number !== null && number >= 1 && number <= lastClass ? number : reject('out_of_range', { value: part })
}
