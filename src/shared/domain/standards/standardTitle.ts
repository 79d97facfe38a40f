import { cleanText } from '../text'

const number = /[A-Z]{1,6}\s?[/∕／]?\s?[A-Z0-9]{0,8}[\s/]?[\d.~～]{1,12}\s?[-‐-―－:：]{1,2}\s?\d{2,4}/iu
const named = /《([^《》]{2,200})》/u
const wrapping = /^[\s()（）《》〈〉:：,，、;；.。\-—–]+|[\s(（《〈:：,，、;；.。\-—–]+$/gu
const emptyBrackets = /[(（《]\s*[)）》]/gu
const remark = /[(（](?:\d{4}年?版|第?\d+版|报批稿|送审稿|征求意见稿|草案|[中英]文版|现行|采|强制性?|推荐性?)[)）]/gu
const label = /^(?:标准(?:编号|号|名称)?|编号|(?:国家|行业|地方|团体|企业|国际)标准)[:：]?$/u
const fewestCharacters = 2

/**
 * The name that stands beside the number in one cell (import-sources.md 1, 4): "GB/T 12345-2021《海带》",
 * "《海带》（GB/T 12345-2021）", "GB/T 12345-2021 海带". Null where nothing but labels is left, or where the cell speaks of
 * a second standard (代替…), whose name it might be.
 */
export function titleBesideNumber(text: string): string | null {
  const clean = cleanText(text)
  if (/代替|替代|取代/u.test(clean)) return null
  const around = clean.replace(number, ' ').replace(emptyBrackets, ' ').replace(remark, ' ')
  if (number.test(around)) return null
  const bare = (named.exec(around)?.[1] ?? around).replace(wrapping, '').trim()
  const hanCharacters = bare.match(/[\u4e00-\u9fff]/gu)?.length ?? 0
  return hanCharacters < fewestCharacters || label.test(bare) ? null : bare
}
