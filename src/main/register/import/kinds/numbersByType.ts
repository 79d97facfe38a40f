import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { parseApplicationNumber, typeOfApplicationNumber, type PatentType } from '../../../../shared/domain/patents/patentNumber'
import { isPlaceholder } from '../../../../shared/domain/text'
import type { Cell, Row } from '../../../workbook/types'
import type { RowReader } from '../sheet/rowReader'
import { cellText, isBlankCell } from '../table/cellText'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import { mappedAs, type HeaderMatch } from '../table/header'

/**
 * Patents whose numbers stand in a column for each type (发明 | 实用新型 | 外观设计), one or several in a cell: a row is a unit, and
 * makes a record of each number.
 */
const typeFields = { inventionNumber: 'invention', utilityModelNumber: 'utility_model', designNumber: 'design' } as const satisfies Record<string, PatentType>
type TypeField = keyof typeof typeFields

const typeHeading = /^(?:授权)?(发明|实用新型|外观设计?)(?:专利)?(?:名称及)?(?:的?(?:申请|专利|授权)?(?:号|号码|编号))?(?:\(.*\))?$/u
const fieldOfWord: Readonly<Record<string, TypeField>> = { 发明: 'inventionNumber', 实用新型: 'utilityModelNumber', 外观: 'designNumber', 外观设计: 'designNumber' }
const sampledRows = 200
/** Totals and damaged numbers stand among them; counts and ticks never look like a number. */
const provenShare = 0.3
const fewestColumns = 2

/** The match with a column for each type, where numbers of patents stand in them; columns of the same headings often hold counts. */
export function numbersByTypeMatch(match: HeaderMatch, rows: readonly Row[]): HeaderMatch {
  const columns = new Map<string, HeaderColumn>()
  for (const column of match.header.columns) {
    const field = fieldOfWord[typeHeading.exec(headingKey(column.header).split('/').at(-1) ?? '')?.[1] ?? '']
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
  }
  if (columns.size < fewestColumns || !holdNumbers([...columns.values()], match, rows)) return match
  const used = new Set([...columns.values()].map(({ index }) => index))
  const others = [...match.mapping.fields].filter(([field, { index }]) => !used.has(index) && field !== 'applicationNumber' && field !== 'patentNumber')
  const fields = new Map([...others, ...columns])
  return mappedAs(match, fields)
}

function holdNumbers(columns: readonly HeaderColumn[], { header }: HeaderMatch, rows: readonly Row[]): boolean {
  const last = header.rows.at(-1) ?? 0
  const cells = rows.filter((row) => row.row > last).slice(0, sampledRows).flatMap((row) => columns.map(({ index }) => row.cells[index] ?? null)).filter((cell) => !isBlankCell(cell) && !isPlaceholder(cellText(cell)))
  const numbers = cells.filter((cell) => partsOf(cell).some((part) => parseApplicationNumber(part).ok))
  return numbers.length > 0 && numbers.length >= cells.length * provenShare
}

/** Columns of numbers by type that a table has: they stand for the one of application numbers. */
export function typeFieldsOf({ fields }: Mapping): string[] {
  return numberFieldsByType.filter((field) => fields.has(field))
}

export const numberFieldsByType: readonly string[] = Object.keys(typeFields)

/** The numbers of a row's columns in their order. */
export function readNumbersByType(reader: RowReader, today: string): string[] {
  return readListed(reader, typeFieldsOf(reader.mapping), today)
}

/** Whatever {@link partsOf} parts a cell at. */
const mayPart = /[、;；,，|｜/／\\+&和及\s]/u

/** The column of numbers whose cell lists several of them; undefined where it holds one, or what is no list of numbers. */
export function listingField(reader: RowReader): string | undefined {
  return ['applicationNumber', 'patentNumber'].find((field) => {
    const cell = reader.cell(field)
    if (typeof cell !== 'string' || !mayPart.test(cell) || parseApplicationNumber(cell).ok) return false
    const read = partsOf(cell).map((part) => parseApplicationNumber(part))
    return read.length > 1 && read.some(({ ok }) => ok) && read.every((number) => number.ok || number.code !== 'bad_format')
  })
}

/** The numbers of these columns; a cell with one that is wrong is a fault, and none of the row comes in. */
export function readListed(reader: RowReader, fields: readonly string[], today: string): string[] {
  const found = fields.flatMap((field) => partsOf(reader.cell(field)).flatMap((part) => {
    const number = parseApplicationNumber(part, today)
    if (!number.ok) {
      reader.fault(field, number.code, { isKey: true, value: part, words: { expected: number.details?.['expectedCheck'] } })
      return []
    }
    for (const warning of number.warnings) reader.repair(field, warning, number.value)
    const type = (typeFields as Readonly<Record<string, PatentType>>)[field]
    if (type !== undefined && typeOfApplicationNumber(number.value) !== type) reader.notice(field, 'type_conflict', reader.mapping.fields.get(field)?.header.split('/').at(-1))
    return [number.value]
  }))
  if (found.length === 0 && reader.faults.length === 0) reader.fault(fields[0] ?? 'applicationNumber', 'missing_key', { isKey: true })
  return reader.faults.some(({ isKey }) => isKey) ? [] : [...new Set(found)]
}

/** Blanks part numbers only where those between other marks are none: "ZL 2019 1 0000001.2" is one. */
function partsOf(cell: Cell): string[] {
  const listed = cellText(cell).split(/[、;；,，|｜/／\\+&和及\n\r]+/u).map((part) => part.trim()).filter((part) => part !== '' && part !== '0' && !isPlaceholder(part))
  return listed.flatMap((part) => (parseApplicationNumber(part).ok ? [part] : part.split(/\s+/u)))
}
