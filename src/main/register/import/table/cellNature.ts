import { parseDate } from '../../../../shared/domain/dates/dates'
import type { Cell } from '../../../workbook/types'

/** What a cell without a heading can be told to be. Each is narrow: what fits none of them stays unmapped. */

const organisation = /(?:公司|集团|厂|研究院|研究所|设计院|大学|学院|学校|中心|医院|协会|学会|联合会|合作社|商行|经营部|事务所|[局社站])(?:[(（].{1,12}[)）])?$/u
const district = /^(?:[\u4e00-\u9fff]{2,4}省)?(?:[\u4e00-\u9fff]{2,3}市)?[\u4e00-\u9fff]{2,4}[区县市](?:[(（].{1,8}[)）])?$/u

export function isOrganisation(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 400 && organisation.test(cell.trim().split(/[;；|、\n]/u)[0]?.trim() ?? '')
}

export function isAddressOrDistrict(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length <= 20 && district.test(cell.trim())
}

export function isDateCell(cell: Cell): boolean {
  if (typeof cell === 'object') return cell !== null && ('d' in cell || 'iso' in cell)
  if (typeof cell !== 'string') return false
  const date = parseDate(cell)
  return date.ok && date.precision === 'day'
}

/** A title: Chinese words that are neither an organisation nor a place. */
export function isLongText(cell: Cell): boolean {
  return typeof cell === 'string' && /[\u4e00-\u9fff]{2}/u.test(cell) && !isOrganisation(cell) && !isAddressOrDistrict(cell) && !isDateCell(cell)
}
