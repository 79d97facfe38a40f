import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import { ownersInCell } from '../../../../shared/domain/units/nameInCell'
import { normaliseName } from '../../../../shared/domain/text'
import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import type { RowReader } from '../sheet/rowReader'
import type { SheetContext } from '../kinds/kindJudge'
import { districtOfUnit } from './unitOfRow'

/** Kinds whose things have an owner, who may sit elsewhere than who reports them. */
const ownedKinds: ReadonlySet<ImportKind> = new Set(['patents', 'high_value', 'trademarks', 'pct'])

export function isOwned(kind: ImportKind): boolean {
  return ownedKinds.has(kind)
}

/** The owners of a column in their order, those of a column for the others behind them, and the address in brackets behind the first. */
export function readOwners(reader: RowReader, field: string): { names: string[]; firstAddress: string | null } {
  const first = reader.lines(field) ?? (field === 'applicants' ? reader.lines('applicantsAtFiling') : null)
  const others = first === null ? null : reader.lines('otherOwners')
  const { units, firstAddress = null } = first === null ? { units: [] } : parseDraftingUnits(ownersInCell(others === null || isYesOrNo(others) ? first : `${first};${others}`))
  return { names: units, firstAddress }
}

/** A column that asks whether there are any. */
function isYesOrNo(text: string): boolean {
  return /^[是否有√×]$/u.test(text)
}

/** District that a form, a sheet or a file means for rows without a column of districts; of owners see {@link readOwnerPlace}. */
export function districtOfSheet({ isTemplate, reporterDistrict, districts, kind }: SheetContext): string | undefined {
  return reporterDistrict !== null && (isTemplate || !ownedKinds.has(kind)) ? districts.nameOf(reporterDistrict) : undefined
}

/**
 * Division code of where the first owner sits, as the source says it: the city and district columns of a database,
 * else the address, else the district column of a report. The city's own code means "in the city, district unknown"; another
 * place's code means outside. Leading digits of an address are a postcode, never a code (import-sources.md 6.1). Where a row
 * says nothing, it is of the district whose sheet or file it stands in, unless the owner's name is of another place.
 *
 * @param owner       name of the first owner
 * @param besideOwner the address in brackets behind that name, which counts where no column has one
 */
export function readOwnerPlace(reader: RowReader, context: SheetContext, owner: string | null, besideOwner: string | null = null): string | null {
  let fallback: string | null = null
  const district = reader.has('district') ? reader.text('district') : null
  const texts = placeFields.map((field) => placeText(reader, field, context))
  for (let at = 0; at <= texts.length; at++) {
    const text = (at < texts.length ? texts[at] : besideOwner) ?? null
    const place = placeIn(text, placeFields[at] === codedField, context)
    if (place === null) {
      if (text !== null && text === district && context.districts.placeOf(text) === null) reader.notice('district', 'bad_text_value', text)
      continue
    }
    // "Somewhere in the city" leaves the district open for the next column; anywhere else is an answer.
    if (place !== context.districts.cityCode) return place
    fallback = place
  }
  return placeAround(reader, context, owner) ?? fallback
}

/** The district that stands around a table, unless the owner is of another place; that of a sheet before is said, and none where the directory has one. */
function placeAround(reader: RowReader, context: SheetContext, owner: string | null): string | null {
  const { reporterDistrict, districts, districtBefore } = context
  if (reporterDistrict === null || districts.isElsewhere(owner ?? '')) return null
  if (districtBefore === null) return reporterDistrict
  if (districtOfUnit(reader, context) !== null) return null
  reader.notice('district', 'district_of_sheet_before', districts.nameOf(reporterDistrict))
  return reporterDistrict
}

/** The city first: 高新区 of 烟台市 is not the zone of that name here. */
export const placeFields = ['ownerCountry', 'applicantCity', 'applicantDistrict', '@ownerPlace', 'address', 'district', 'provinceCode']

const codedField = 'provinceCode'

/** A column of the applicant's place, where the row has another owner by now: 中国申请人区县 beside 当前权利人. */
function isOfFormerOwner(reader: RowReader, field: string): boolean {
  if (!reader.has('applicantsAtFiling') || !/^(?!.*(?:当前|专利权|权利)).*申请人/u.test(reader.mapping.fields.get(field)?.header ?? '')) return false
  const [now, then] = [reader.lines('applicants'), reader.lines('applicantsAtFiling')].map((text) => (text === null ? '' : normaliseName(parseDraftingUnits(ownersInCell(text)).units[0] ?? '')))
  return now !== '' && then !== '' && now !== then
}

/** A heading over a group of rows that names several districts is the place of none of them. */
function placeText(reader: RowReader, field: string, { districts }: SheetContext): string | null {
  if (isOfFormerOwner(reader, field)) return null
  const text = reader.text(field)
  return text !== null && field === 'district' && !reader.has(field) && districts.namedIn(text).length > 1 ? null : text
}

const separator = /[;|；]/u

/**
 * "山东;37" and "中国|山东|37" hold one place among codes; the own province alone says nothing about the city. Elsewhere several
 * parts are the places of several owners in their order, and only the first is asked for, also where a database has none for it.
 */
function placeIn(text: string | null, isCoded: boolean, context: SheetContext): string | null {
  if (text === null) return null
  if (!separator.test(text)) return ownPlaceOf(text, context)
  const parts = text.split(separator)
  if (!isCoded) return ownPlaceOf(parts[0] ?? '', context)
  for (const part of parts) {
    const place = ownPlaceOf(part, context)
    if (place !== null) return place
  }
  return null
}

function ownPlaceOf(part: string, { districts }: SheetContext): string | null {
  const place = districts.placeOf(part.trim())
  return place === districts.provinceCode ? null : place
}
