import { kindHeadings, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { Row } from '../../../workbook/types'
import { isBlankCell } from '../table/cellText'
import { isOrganisation } from '../table/cellNature'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import { provenKeyColumn } from '../table/contentColumns'
import { mappedAs, type HeaderMatch } from '../table/header'
import { isKeyOf, telltaleFields } from '../table/keyContent'
import type { Recognised, SheetSurroundings } from '../table/recognised'

/** What the rows below a header prove of its columns, and against them. */

/** How many cells of the key column are valid numbers of the kind; null where keys have no form, or too few stand there to tell. */
export function validKeys(match: HeaderMatch, rows: readonly Row[]): number | null {
  const [field] = kindHeadings[match.kind].required
  const column = match.mapping.fields.get(telltaleFields[match.kind] ?? field ?? '')
  const last = match.header.rows.at(-1) ?? 0
  const cells = rows.filter((row) => row.row > last).slice(0, 100).map((row) => row.cells[column?.index ?? -1]).filter((cell) => !isBlankCell(cell))
  if (column === undefined || cells.length < 2 || isKeyOf(match.kind, cells[0]) === undefined) return null
  return cells.filter((cell) => isKeyOf(match.kind, cell)).length
}

/** Whether rows of the table's own stand below its header: valid keys, or for keys without a form rows as full as the header. */
export function hasBody(match: HeaderMatch, rows: readonly Row[]): boolean {
  const last = match.header.rows.at(-1) ?? 0
  const [keyField] = kindHeadings[match.kind].required
  const key = keyField === undefined ? undefined : match.mapping.fields.get(keyField)
  const columns = [...match.mapping.fields.values()]
  return rows.some((row) => {
    if (row.row <= last || key === undefined) return false
    const isKey = isKeyOf(match.kind, row.cells[key.index])
    return isKey ?? columns.filter((column) => !isBlankCell(row.cells[column.index])).length * 2 >= Math.max(4, columns.length)
  })
}

/** Corrects a key column whose heading misleads by what stands in the columns. */
export function withProvenKey(recognised: Recognised, rows: readonly Row[]): Recognised {
  const { match } = recognised
  const column = provenKeyColumn(match, rows)
  const field = telltaleFields[match.kind]
  if (column === null || field === undefined) return recognised
  const fields = new Map([...match.mapping.fields].filter(([name, { index }]) => name !== field && index !== column.index))
  fields.set(field, column)
  const displaced = [...match.mapping.fields].find(([name, { index }]) => name !== field && index === column.index)
  const former = match.mapping.fields.get(field)
  // Two headings that changed places: what stood under the other one's name is the other.
  if (displaced && former) fields.set(displaced[0], former)
  return { ...recognised, match: mappedAs(match, fields), byContent: displaced && former ? [field, displaced[0]] : [field] }
}

/** Gives records that have a district a column of nothing but names of districts, where no heading says which it is. */
export function withProvenDistrict(recognised: Recognised, rows: readonly Row[], { districtOf }: SheetSurroundings): Recognised {
  const { match } = recognised
  if (districtOf === undefined || match.mapping.fields.has('district') || !('district' in kindHeadings[match.kind].fields)) return recognised
  const last = match.header.rows.at(-1) ?? 0
  const [only, ...more] = match.mapping.unmapped.filter(({ index, header }) => {
    const cells = rows.filter((row) => row.row > last).slice(0, 200).flatMap((row) => (isBlankCell(row.cells[index]) ? [] : [row.cells[index]]))
    return !/原|迁/u.test(header) && cells.length > 1 && cells.every((cell) => typeof cell === 'string' && cell.length <= 12 && districtOf(cell.trim()) !== null)
  })
  return only === undefined || more.length > 0 ? recognised : withColumn(recognised, 'district', only)
}

const ownerFields: Partial<Record<ImportKind, string>> = { patents: 'applicants', high_value: 'applicants', pct: 'applicants', trademarks: 'owner' }
const anyOwner = ['applicants', 'firstPatentee', 'otherOwners', '@parties', '@applicants', 'owner', '@owner']
/** Organisations that have to do with a patent or mark and do not own it. */
const ofOthers = /代理|银行|质权|许可|出让|转让|原|变更前|发明|设计|主管|推荐|审核|受理|开户|联系|供|评[估价]|机构|法院|担保|保|合作|被告|原告|对方|起草|实施|生产|服务/u
const organisationShare = 0.6

/** Gives patents and marks the one column of organisations that no heading explains, where none is of owners: 单位/个人. */
export function withProvenOwner(recognised: Recognised, rows: readonly Row[]): Recognised {
  const { match } = recognised
  const field = ownerFields[match.kind]
  if (field === undefined || anyOwner.some((name) => match.mapping.fields.has(name))) return recognised
  const last = match.header.rows.at(-1) ?? 0
  const [only, ...more] = match.mapping.unmapped.filter(({ index, header }) => {
    const cells = rows.filter((row) => row.row > last).slice(0, 200).flatMap((row) => (isBlankCell(row.cells[index]) ? [] : [row.cells[index] ?? null]))
    const organisations = cells.filter(isOrganisation).length
    return !ofOthers.test(header) && organisations > 1 && organisations >= cells.length * organisationShare
  })
  return only === undefined || more.length > 0 ? recognised : withColumn(recognised, field, only)
}

/** Of a table without headings the columns are told by what is in them, and stand nowhere else. */
function withColumn(recognised: Recognised, field: string, column: HeaderColumn): Recognised {
  const { match } = recognised
  const mapping: Mapping = { fields: new Map([...match.mapping.fields, [field, column]]), unmapped: match.mapping.unmapped.filter((other) => other !== column) }
  return { ...recognised, match: { ...match, mapping, score: mapping.fields.size }, byContent: [...(recognised.byContent ?? []), field] }
}
