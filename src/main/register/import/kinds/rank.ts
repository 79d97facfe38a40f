import { chineseNumber } from '../../../../shared/domain/dates/dates'
import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { isPlaceholder } from '../../../../shared/domain/text'
import type { Cell } from '../../../workbook/types'
import { cellText } from '../table/cellText'

const roleWord = /(?:主导|主持|牵头|参与|参加|参编|协助)(?:制定|修订|制修订|起草|编制)?(?:单位)?/u

/** A place in a list as people write it: 3, "2/9", "第二", "第2位", "第3名（共9家）", "参与（第3）". Unreadable is null, never guessed. */
export function readRank(cell: Cell): { rank: number | null; total: number | null } {
  const text = withoutRole(withoutFootnoteMarks(cellText(cell)).normalize('NFKC').replace(/\s+/gu, ''))
  for (const form of placeForms) {
    const { rank, total } = form.exec(text)?.groups ?? {}
    if (rank !== undefined) return withinList(numberOf(rank), total === undefined ? null : Number(total))
  }
  return { rank: /^(?:排名)?(?:首位|首名|居首|第一起草人)$/u.test(text) ? 1 : null, total: null }
}

const ordinal = '(?<rank>\\d{1,3}|[一二三四五六七八九十]{1,3})'
const counted = '(?<total>\\d{1,3})[家个名]?(?:起草|参与)?(?:单位)?'
const unitWord = '(?:位|名|(?:起草|完成|参与)?单位)?'
const ranked = '(?:排[名序](?:为|第)?:?)?'
/** 3, "2/9", "第2位", "第3名（共9家）", "排名第三，共12家", "共12家，第3", "12家中排第3", "3 of 12". */
const placeForms = [
  new RegExp(`^${ranked}第?${ordinal}(?:/|／|of)共?${counted}$`, 'u'),
  new RegExp(`^${ranked}第?(?<rank>\\d{1,3})(?:\\.0)?${unitWord}(?:[,(/]?共${counted}\\)?)?$`, 'u'),
  new RegExp(`^${ranked}第?(?<rank>[一二三四五六七八九十]{1,3})${unitWord}(?:[,(/]?共${counted}\\)?)?$`, 'u'),
  new RegExp(`^共?(?<total>\\d{1,3})[家个](?:起草)?(?:单位)?[,中里]?(?:排名?|位?[居列])?第${ordinal}${unitWord}$`, 'u'),
]

function numberOf(text: string): number {
  return /^\d/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0)
}

/** The place that stands in a cell of roles, beside the role or for it: 参与（2/9）, 第一完成单位. */
export function rankBesideRole(cell: Cell): { rank: number | null; total: number | null } {
  return roleWord.test(cellText(cell)) || /[第排]/u.test(cellText(cell)) ? readRank(cell) : { rank: null, total: null }
}

/** 第3 of "参与（第3）", "第3参与" and "参与，排名第3"; "第2参与单位" is read whole. */
function withoutRole(text: string): string {
  if (!roleWord.test(text) || /^第.{1,3}参与单位/u.test(text)) return text
  return text.replace(roleWord, '').replace(/^[,:;、-]+|[,:;、-]+$|\(\)/gu, '').replace(/^\((.*)\)$/u, '$1').replace(/^排[名序]:?(?=第?[\d一二三四五六七八九十])/u, '')
}

/** Whether a cell says something about a place that is none: 2月9日, 前三. */
export function isUnreadRank(cell: Cell): boolean {
  const text = cellText(cell).trim()
  return !isPlaceholder(text) && !isRoleAlone(text) && readRank(text).rank === null && text.split(/[、,，;；\n]/u).some((part) => readRank(part).rank === null)
}

function isRoleAlone(text: string): boolean {
  return roleWord.test(text) && withoutRole(text.normalize('NFKC').replace(/\s+/gu, '')) === ''
}

function withinList(rank: number, total: number | null): { rank: number | null; total: number | null } {
  return rank > 0 && (total === null || rank <= total) ? { rank, total } : { rank: null, total: null }
}
