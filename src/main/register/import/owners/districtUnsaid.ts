import type { RowReader } from '../sheet/rowReader'
import type { KindJudgeFactory, RowStatement, SheetContext } from '../kinds/kindJudge'
import { districtOfSheet, isOwned } from './ownerPlace'
import { districtOfUnit } from './unitOfRow'

/** Says of each row without a district that it is taken for the one of the sheets before, or for none. Of standards the district is only who sent them. */
export function tellingOfSheetsBefore(make: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    const judge = make(context)
    const { districtBefore, kind } = context
    if (districtBefore === null || kind === 'standards') return judge
    const tell = districtBefore.code === null ? tellUnsaid : isOwned(kind) ? undefined : tellTaken
    return tell === undefined ? judge : {
      ...judge, read: (reader) => {
        const statements = judge.read(reader)
        tell(reader, context, statements)
        return statements
      },
    }
  }
}

function tellUnsaid(reader: RowReader, context: SheetContext, statements: readonly RowStatement[]): void {
  const isUnplaced = statements.some(({ values }) => [undefined, context.districts.cityCode].includes(values[isOwned(context.kind) ? 'ownerPlace' : 'district'] as string | undefined))
  if (isUnplaced && districtOfUnit(reader, context) === null) reader.notice('district', 'district_unsaid')
}

/** Of owners it is said where it is taken (ownerPlace.ts). */
function tellTaken(reader: RowReader, context: SheetContext): void {
  const taken = districtOfSheet(context)
  if (taken !== undefined && !reader.has('district') && reader.text('district') === taken) reader.notice('district', 'district_of_sheet_before', taken)
}
