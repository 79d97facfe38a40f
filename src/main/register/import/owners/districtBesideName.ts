import { kindHeadings } from '../../../../shared/domain/catalogue/headings'
import { isBlankCell } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import type { KindJudgeFactory, SheetContext } from '../kinds/kindJudge'
import { isOwned, placeFields } from './ownerPlace'
import { unitFields } from './unitOfRow'

/**
 * Reads the district that people write in brackets behind a unit's name, 青岛甲公司（崂山区）or 海尔集团(崂山), as that of the row
 * where no column says one. Brackets within a name (青岛啤酒（崂山）有限公司), behind the name of a unit that is known by it, and with
 * anything else in them belong to the name.
 */
export function readingDistrictBesideName(make: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    const judge = make(context)
    const fields = (unitFields[context.kind] ?? []).filter((field) => context.mapping.fields.has(field))
    if (fields.length === 0 || !('district' in kindHeadings[context.kind].fields)) return judge
    return {
      ...judge,
      read: (reader) => {
        for (const field of fields) partFromName(reader, field, context)
        return judge.read(reader)
      },
    }
  }
}

const longestCell = 400
/** A bracket that ends a name, with what may be a district in it. */
const behindName = /(?<=[^\s()（）、;；,，|｜])[ \u3000]*[(（]([\u4e00-\u9fff]{2,12})[)）](?=\s*(?:$|[、;；,，|｜\n]))/gu

function partFromName(reader: RowReader, field: string, context: SheetContext): void {
  const written = reader.cell(field)
  if (typeof written !== 'string' || written.length > longestCell || !/[)）]/u.test(written) || reader.answer(field) !== undefined) return
  const found = [...written.matchAll(behindName)].flatMap((match) => {
    const code = context.districts.resolve(match[1] ?? '').code
    return code === null ? [] : [{ code, text: match[0] }]
  })
  const [first] = found
  if (first === undefined || context.units.resolve(written) !== null) return
  // Of owners the first one's district counts; units of several districts leave the row in none of them.
  if (!isOwned(context.kind) && found.some(({ code }) => code !== first.code)) return
  if (saysOtherwise(reader, first.code, context)) return
  const name = found.reduce((text, { text: bracket }) => text.replace(bracket, ''), written)
  reader.notice(field, 'district_beside_name', written, context.districts.nameOf(first.code))
  reader.readAs(field, name)
  if (isBlankCell(reader.cell('district')) || !reader.has('district')) reader.readAs('district', context.districts.nameOf(first.code))
}

/** Whether the row has a place of its own, by a column or the heading above it, that is not the one in brackets. */
function saysOtherwise(reader: RowReader, code: string, { kind, districts, reporterDistrict }: SheetContext): boolean {
  if (isOwned(kind) && placeFields.some((field) => field !== 'district' && !isBlankCell(reader.cell(field)))) return true
  const district = reader.cell('district')
  if (typeof district !== 'string' || isBlankCell(district)) return false
  const known = districts.resolveWithin(district).code
  return known !== code && (reader.has('district') || known !== reporterDistrict)
}
