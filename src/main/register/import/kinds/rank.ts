import { chineseNumber } from '../../../../shared/domain/dates/dates'
import type { Cell } from '../../../workbook/types'
import { cellText } from '../table/cellText'

/** A place in a list as people write it: 3, "2/9", "第二", "第2位", "第3名（共9家）". Unreadable is null, never guessed. */
export function readRank(cell: Cell): { rank: number | null; total: number | null } {
  const text = cellText(cell).normalize('NFKC').replace(/\s+/gu, '')
  const fraction = /^第?(\d{1,3})[/／](\d{1,3})$/u.exec(text)
  if (fraction) return { rank: Number(fraction[1]), total: Number(fraction[2]) }
  const plain = /^第?(\d{1,3})(?:位|名|起草单位)?(?:\(?共(\d{1,3})[家个]?\)?)?$/u.exec(text)
  if (plain) return { rank: positive(Number(plain[1])), total: plain[2] ? Number(plain[2]) : null }
  const word = /^第?([一二三四五六七八九十]{1,3})(?:位|名|起草单位)?$/u.exec(text)
  return { rank: word?.[1] ? chineseNumber(word[1]) : null, total: null }
}

function positive(value: number): number | null {
  return value > 0 ? value : null
}
