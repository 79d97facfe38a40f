import { parseUscc } from '../../../../shared/domain/units/uscc'
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
