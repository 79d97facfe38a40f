import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { parseUscc } from '../../../../shared/domain/units/uscc'
import { cellText } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import type { SheetContext } from '../kinds/kindJudge'

/** Code of the unit that a row is of, or of its first owner; one that is none is left out and said. */
export function readUnitCode(reader: RowReader): string | null {
  const text = reader.text('uscc')
  if (text === null) return null
  const code = parseUscc(text.split(/[;；|、,]/u)[0]?.trim() ?? '')
  if (code.ok) return code.value
  reader.notice('uscc', 'bad_text_value', text)
  return null
}

/** The district that a row names, that of a zone being its host, or the region elsewhere; the city itself says nothing, and what is no place is left out and said. */
export function readDistrict(reader: RowReader, { districts }: SheetContext): string | null {
  const text = reader.text('district')
  if (text === null) return null
  const { code, host } = districts.resolveWithin(text)
  const place = code ?? host ?? districts.placeOf(text)
  if (place === null || place === districts.provinceCode) reader.notice('district', 'bad_text_value', text)
  return place === districts.cityCode || place === districts.provinceCode ? null : place
}

/** Fields whose unit's district is that of the row. */
export const unitFields: Partial<Record<ImportKind, readonly string[]>> = {
  standards: ['reportingUnit', 'leadUnit'], patents: ['applicants', 'firstPatentee'], high_value: ['applicants', 'firstPatentee'], pct: ['applicants'],
  trademarks: ['owner'], units: ['name'], honours: ['recipient'], pilots: ['name'],
}

/** The district of the unit that a row is of, where the directory has it: nobody needs to be asked. */
export function districtOfUnit(reader: RowReader, { kind, units }: SheetContext): string | null {
  const names = (unitFields[kind] ?? []).filter((field) => reader.has(field)).map((field) => cellText(reader.cell(field)))
  return names.map((name) => units.resolve(name)?.district ?? null).find((district) => district !== null) ?? null
}
