import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { Row } from '../../../workbook/types'
import { cellText, isBlankCell } from '../table/cellText'
import type { HeaderColumn } from '../table/columnFields'
import type { HeaderMatch } from '../table/header'
import type { RowReader } from '../sheet/rowReader'
import { isNameOfAward } from './awardTitle'

/** Cells and columns of awards that hold more, or stand under another heading, than a list of one award a row has. */

const behind = /[(（][^()（）]{1,20}[)）]$/u
const sampledRows = 100

function isAward(text: string): boolean {
  return isNameOfAward(text.replace(behind, '').trim())
}

/** 中国质量奖提名奖（2018年）、山东省省长质量奖（第七届） are two awards of one unit. */
export function awardsInCell(reader: RowReader, values: StatedValues): StatedValues[] {
  const isOne = typeof values.honour !== 'string' || values.objectNumber !== undefined || reader.has('@key')
  const parts = isOne ? [] : (reader.lines('honour') ?? '').split(/[、;；\n](?![^(（]*[)）])/u).map((part) => part.trim()).filter((part) => part !== '')
  return parts.length > 1 && parts.every(isAward) ? parts.map((honour) => ({ ...values, honour })) : [{ ...values }]
}

/** The match of a list whose awards stand under 获奖类别 or 类别; null for any other. */
export function awardsUnderCategory(match: HeaderMatch, rows: readonly Row[]): HeaderMatch | null {
  const { fields } = match.mapping
  const column = fields.get('category')
  if (column === undefined || fields.has('honour') || !fields.has('recipient')) return null
  const last = match.header.rows.at(-1) ?? 0
  const cells = rows.filter(({ row }) => row > last).slice(0, sampledRows).map(({ cells: row }) => row[column.index]).filter((cell) => !isBlankCell(cell))
  if (cells.length === 0 || !cells.every((cell) => isAward(cellText(cell).trim()))) return null
  const renamed = [...fields].map(([field, at]): [string, HeaderColumn] => [field === 'category' ? 'honour' : field, at])
  return { ...match, mapping: { ...match.mapping, fields: new Map(renamed) }, score: fields.size }
}
