import { kindHeadings } from '../../../../shared/domain/catalogue/headings'
import { cellText } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import type { KindJudge, KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { isOwned } from './ownerPlace'

/**
 * Rows without a district of their own below a heading that names several: none of them is taken for theirs, and neither is
 * the one above the table before. The clerk is asked, row by row or for all alike.
 */
export function askingForDistrict(make: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    const judge = make(context)
    if (!('district' in kindHeadings[context.kind].fields) || context.mapping.fields.has('district')) return judge
    return { ...judge, read: (reader) => readAsking(reader, context, judge) }
  }
}

function readAsking(reader: RowReader, context: SheetContext, judge: KindJudge): RowStatement[] {
  const statements = judge.read(reader)
  const several = districtsAbove(reader, context)
  if (several.length < 2 || statements.length === 0 || reader.answer('district') !== undefined || reader.faults.some(({ field }) => field === 'district')) return statements
  if (isOwned(context.kind) && statements.every(({ values }) => values.ownerPlace !== undefined)) return statements
  const choices = several.map((code) => context.districts.nameOf(code))
  reader.fault('district', 'district_ambiguous', { verdict: 'review', choices, value: cellText(reader.cell('district')) || context.title.title })
  return statements
}

/** What the heading of the group of rows names, else the title of the table. */
function districtsAbove(reader: RowReader, { districts, severalDistricts }: SheetContext): readonly string[] {
  const heading = cellText(reader.cell('district'))
  return heading === '' ? severalDistricts : districts.namedIn(heading)
}
