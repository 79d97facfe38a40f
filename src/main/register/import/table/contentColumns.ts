import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { isAddressOrDistrict, isDateCell, isLongText, isOrganisation } from './cellNature'
import type { Cell, Merge, Row } from '../../../workbook/types'
import { cellText, isBlankCell } from './cellText'
import type { HeaderColumn } from './columnFields'
import { joinHeader, matchHeader, type Header, type HeaderMatch } from './header'
import { isKeyOf, telltaleFields } from './keyContent'

/**
 * Recognises a table by what stands in its columns, where its headings are absent or say nothing: valid application
 * numbers are 申请号 whatever the title says (import-sources.md 6.9). Only what a content proves is mapped; dates and
 * second numbers, whose meaning a heading would have to tell, stay unmapped.
 */
export interface ContentMatch {
  match: HeaderMatch
  /** First body row: without a header, the rows above it are title lines. */
  bodyFrom: number
}

const sampledRows = 200
/** Units last: codes of owners stand in lists of every kind. */
const telltaleKinds: readonly ImportKind[] = ['patents', 'standards', 'pct', 'units']
const provenShare = 0.6

export function matchByContent(rows: readonly Row[], merges: readonly Merge[], asked?: ImportKind): ContentMatch | null {
  const sample = rows.slice(0, sampledRows)
  for (const kind of asked ? [asked] : telltaleKinds) {
    const field = telltaleFields[kind]
    const key = field === undefined ? null : columnOfKeys(sample, kind)
    if (field === undefined || key === null) continue
    const headings = headingsAbove(sample, key.at)
    const found = isHeadingRow(sample[headings], key.column) ? underHeadings(sample, headings, merges, kind, field, key) : withoutHeader(sample, kind, field, key)
    if (found) return found
  }
  return null
}

/** Another column that holds the kind's numbers, where the mapped one holds none of them; null when all is well. */
export function provenKeyColumn(match: HeaderMatch, rows: readonly Row[]): HeaderColumn | null {
  const field = telltaleFields[match.kind]
  const mapped = field === undefined ? undefined : match.mapping.fields.get(field)
  if (!mapped) return null
  const lastHeader = match.header.rows.at(-1) ?? 0
  const body = rows.filter((row) => row.row > lastHeader).slice(0, sampledRows)
  if (body.some((row) => isKeyOf(match.kind, row.cells[mapped.index]))) return null
  const key = columnOfKeys(body, match.kind)
  if (key === null || key.valid < 2) return null
  const column = match.header.columns.find(({ index }) => index === key.column) ?? { index: key.column, header: '' }
  return ofAnother.test(column.header.split('/').at(-1) ?? '') ? null : column
}

/** Numbers of what the row's own replaces, adopts or follows: in a list of plans or products the only ones that are standards. */
const ofAnother = /^(?:拟|全部|部分)?(?:被?代替|被?替代|被?取代|采用|引用|对标|对比|(?:产品)?执行|检[验测]依据)/u

interface KeyColumn { column: number; at: number; valid: number }

/** The column with the most valid numbers, as long as they are most of what stands in it from the first one on. */
function columnOfKeys(sample: readonly Row[], kind: ImportKind): KeyColumn | null {
  const width = Math.max(0, ...sample.map((row) => row.cells.length))
  let best: KeyColumn | null = null
  for (let column = 0; column < width; column++) {
    let valid = 0
    let filled = 0
    let at = -1
    for (const [index, row] of sample.entries()) {
      const cell = row.cells[column]
      if (isBlankCell(cell)) continue
      const isKey = isKeyOf(kind, cell) === true
      if (isKey && at < 0) at = index
      if (at >= 0) filled++
      if (isKey) valid++
    }
    if (ofAnother.test(cellText(sample[at - 1]?.cells[column]).trim())) continue
    if (at >= 0 && valid >= filled * provenShare && isRather({ column, at, valid }, best, sample)) best = { column, at, valid }
  }
  return best
}

/** Of two columns the one with more numbers, unless it is headed as what was before: 原标准编号 beside 转化后编号. */
function isRather(found: KeyColumn, best: KeyColumn | null, sample: readonly Row[]): boolean {
  if (best === null) return true
  const [isFormer, wasFormer] = [found, best].map(({ at, column }) => /^(?:原|旧|被|代替|替代|对应)/u.test(cellText(sample[at - 1]?.cells[column]).trim()))
  return isFormer === wasFormer ? found.valid > best.valid : wasFormer === true
}

/** The row above the first number, past blank rows and headings of a group of rows: （一）国际标准（2项）. */
function headingsAbove(sample: readonly Row[], at: number): number {
  let above = at - 1
  while (above > 0 && (sample[above]?.cells.filter((cell) => !isBlankCell(cell)).length ?? 0) <= 1) above--
  return above
}

function isHeadingRow(row: Row | undefined, column: number): boolean {
  const texts = row?.cells.filter((cell) => typeof cell === 'string' && !isBlankCell(cell)) ?? []
  return row !== undefined && texts.length >= 2 && typeof row.cells[column] === 'string' && !row.cells.some((cell) => typeof cell === 'number')
}

function underHeadings(sample: readonly Row[], at: number, merges: readonly Merge[], kind: ImportKind, field: string, key: KeyColumn): ContentMatch | null {
  const header = joinHeader(sample, at, merges)
  const words = matchHeader(header, kind).mapping
  const fields = new Map([...words.fields].filter(([name, column]) => name !== field && column.index !== key.column))
  fields.set(field, header.columns.find((column) => column.index === key.column) ?? { index: key.column, header: '' })
  return complete(sample, kind, header, fields, key)
}

function withoutHeader(sample: readonly Row[], kind: ImportKind, field: string, key: KeyColumn): ContentMatch | null {
  return complete(sample, kind, { rows: [], columns: [] }, new Map([[field, { index: key.column, header: '' }]]), key)
}

/** What the content of the other columns proves, for fields that no heading has given a column. */
function complete(sample: readonly Row[], kind: ImportKind, header: Header, fields: Map<string, HeaderColumn>, key: KeyColumn): ContentMatch | null {
  const body = sample.slice(key.at)
  const isHeaded = header.rows.length > 0
  for (const [field, proves] of wantedFields(kind, isHeaded)) {
    if (fields.has(field)) continue
    const used = new Set([...fields.values()].map((column) => column.index))
    const columns = columnsThat(body, proves).filter((column) => !used.has(column))
    // Two columns of one nature leave open which is meant.
    if (columns.length === 1 && columns[0] !== undefined) fields.set(field, header.columns.find((column) => column.index === columns[0]) ?? { index: columns[0], header: '' })
  }
  if (missing(kind, fields)) return null
  const used = new Set([...fields.values()].map((column) => column.index))
  return {
    match: { kind, header, mapping: { fields, unmapped: (isHeaded ? header.columns : filledColumns(body)).filter((column) => !used.has(column.index)) }, score: fields.size },
    bodyFrom: isHeaded ? 0 : (sample[key.at]?.row ?? 0),
  }
}

/** Of a table without headings: columns that hold something. */
function filledColumns(body: readonly Row[]): HeaderColumn[] {
  const filled = new Set(body.flatMap(({ cells }) => cells.flatMap((cell, index) => (isBlankCell(cell) ? [] : [index]))))
  return [...filled].sort((a, b) => a - b).map((index) => ({ index, header: '' }))
}

function missing(kind: ImportKind, fields: ReadonlyMap<string, HeaderColumn>): boolean {
  return (kind === 'units' && !fields.has('name')) || (kind === 'pct' && !fields.has('receivedOn'))
}

type Nature = (cell: Cell) => boolean

/** Under headings only what the kind cannot do without is read from the content. */
function wantedFields(kind: ImportKind, isHeaded: boolean): readonly (readonly [string, Nature])[] {
  switch (kind) {
    case 'units': return isHeaded ? [['name', isOrganisation]] : [['name', isOrganisation], ['district', isAddressOrDistrict]]
    case 'pct': return isHeaded ? [['receivedOn', isDateCell]] : [['receivedOn', isDateCell], ['applicants', isOrganisation], ['title', isLongText]]
    case 'patents': case 'high_value': return isHeaded ? [] : [['applicants', isOrganisation], ['title', isLongText]]
    case 'standards': return isHeaded ? [] : [['title', isLongText]]
    default: return []
  }
}

function columnsThat(body: readonly Row[], proves: Nature): number[] {
  const width = Math.max(0, ...body.map((row) => row.cells.length))
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const cells = body.map((row) => row.cells[column] ?? null).filter((cell) => !isBlankCell(cell))
    return cells.length * 2 >= body.length && cells.filter((cell) => proves(cell)).length >= cells.length * provenShare
  })
}
