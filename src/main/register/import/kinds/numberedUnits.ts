import { chineseNumber } from '../../../../shared/domain/dates/dates'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import type { ReportedPosition } from '../../../../shared/domain/merging/statement'
import type { Row } from '../../../workbook/types'
import type { RowReader } from '../sheet/rowReader'
import { cellText } from '../table/cellText'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import { mappedAs, type HeaderMatch } from '../table/header'
import { tickOf } from '../table/tickMark'

/**
 * Drafting units in a column for each place: 起草单位1 | 起草单位2 | …, 起草单位（一） | 起草单位（二）, 起草单位 over 第1 | 第2, or one heading merged
 * over all of them. The order of the columns is the order of the list (domain.md 1.5).
 */
const place = '(\\d{1,2}|[一二三四五六七八九十]{1,3})'
const unitsWord = '(?:主要|参与|参加)?起草单位(?:名称)?'
const numbered = [new RegExp(`^${unitsWord}[-_#]?\\(?${place}\\)?$`, 'u'), new RegExp(`^第${place}(?:位|名)?${unitsWord}$`, 'u'), new RegExp(`^${unitsWord}/(?:第|单位)?\\(?${place}\\)?(?:位|名|家|单位)?$`, 'u')]
const unnumbered = new RegExp(`^(?:${unitsWord}|[^/]*${unitsWord})(?:\\([^()]*\\))?$`, 'u')
const listFields = new Set(['draftingUnits', 'draftingUnit1', 'draftingUnit2', 'draftingUnit3'])

/** The match with a field for each numbered column; others are as they were. */
export function numberedUnitsMatch(match: HeaderMatch): HeaderMatch {
  if (match.score === 0) return match
  const { columns } = match.header
  const placed = columns.flatMap((column) => placeOf(column) ?? [])
  const found = placed.length > 1 && new Set(placed.map(([rank]) => rank)).size === placed.length ? placed : mergedOver(match)
  if (found.length < 2 || (found.length < 3 && found.every(([rank]) => match.mapping.fields.has(`draftingUnit${rank}`)))) return match
  const taken = new Set(found.map(([, { index }]) => index))
  const kept = [...match.mapping.fields].filter(([field, { index }]) => !taken.has(index) && !listFields.has(field))
  return mappedAs(match, new Map([...kept, ...found.map(([rank, column]): [string, HeaderColumn] => [`draftingUnit${rank}`, column])]))
}

function placeOf(column: HeaderColumn): [number, HeaderColumn][] | null {
  const key = headingKey(column.header)
  const tail = key.split('/').slice(-2).join('/')
  for (const form of numbered) {
    const written = form.exec(key.split('/').at(-1) ?? '')?.[1] ?? form.exec(tail)?.[1]
    const rank = written === undefined ? null : /^\d/u.test(written) ? Number(written) : chineseNumber(written)
    if (rank !== null && rank > 0) return [[rank, column]]
  }
  return null
}

/** One heading over neighbouring columns, of which the first alone would be the list. */
function mergedOver({ header, mapping }: HeaderMatch): [number, HeaderColumn][] {
  const first = mapping.fields.get('draftingUnits')
  if (first === undefined || !unnumbered.test(headingKey(first.header))) return []
  const alike = header.columns.filter((column) => column.index >= first.index && column.header === first.header)
  return alike.every(({ index }, at) => index === first.index + at) ? alike.map((column, at) => [at + 1, column]) : []
}

const sampledRows = 100

/** The match where 第一起草单位 or 参与单位 head ticks: what the row's own unit did, and no names. */
export function tickedRolesMatch(match: HeaderMatch, rows: readonly Row[]): HeaderMatch {
  const last = match.header.rows.at(-1) ?? 0
  const isTicks = ({ index }: HeaderColumn): boolean => {
    const cells = rows.filter(({ row }) => row > last).slice(0, sampledRows).map(({ cells: row }) => cellText(row[index] ?? null).trim()).filter((text) => text !== '')
    return cells.length > 0 && cells.every((text) => tickOf(text) !== null) && cells.some((text) => tickOf(text) === true)
  }
  const roles = new Map([['draftingUnit1', 'roleLead'], ['leadUnit', 'roleLead'], ['otherDraftingUnits', 'rolePart'], ['draftingUnits', 'rolePart']])
  if (![...roles.keys()].some((field) => match.mapping.fields.has(field))) return match
  const renamed = [...match.mapping.fields].map(([field, column]): [string, HeaderColumn] => {
    const role = roles.get(field)
    return [role !== undefined && !match.mapping.fields.has(role) && isTicks(column) ? role : field, column]
  })
  return { ...match, mapping: { ...match.mapping, fields: new Map(renamed) } }
}

/** Places that have a column of their own, in their order. */
export function placesWithColumn({ fields }: Mapping): number[] {
  return [...fields.keys()].flatMap((field) => /^draftingUnit(\d+)$/u.exec(field)?.[1] ?? []).map(Number).sort((a, b) => a - b)
}

/** Units of the columns, with the place that their column says. */
export function unitsByPlace(reader: RowReader): { rank: number; text: string }[] {
  return placesWithColumn(reader.mapping).flatMap((rank) => {
    const text = reader.lines(`draftingUnit${rank}`)
    return text === null ? [] : [{ rank, text }]
  })
}

/** Each unit at a place; of several in one cell nobody knows which stands there. */
export function placedAt(text: string | null, rank: number | null): ReportedPosition[] {
  const { units } = text === null ? { units: [] } : parseDraftingUnits(text)
  return units.map((name) => ({ name, rank: units.length === 1 ? rank : null, total: null }))
}
