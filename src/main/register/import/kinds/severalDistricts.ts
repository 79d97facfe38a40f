import { kindHeadings } from '../../../../shared/domain/catalogue/headings'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { cellText, isBlankCell } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import type { KindJudge, KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import { isOwned, placeFields } from './ownerPlace'

/**
 * Rows without a district of their own below a heading that names several: none of them is taken for theirs, and neither is
 * the one above the table before. The clerk is asked, row by row or for all alike.
 */
export function askingForDistrict(make: KindJudgeFactory): KindJudgeFactory {
  return (context) => {
    const judge = make(context)
    if (!('district' in kindHeadings[context.kind].fields)) return judge
    if (!context.mapping.fields.has('district')) return { ...judge, read: (reader) => readAsking(reader, context, judge) }
    return isOwned(context.kind) ? { ...judge, read: (reader) => readOwned(reader, context, judge) } : judge
  }
}

/** One owner sits in one district: 崂山区、市南区 beside a single one is asked about, unless an address or database says where. */
function readOwned(reader: RowReader, context: SheetContext, judge: KindJudge): RowStatement[] {
  const statements = judge.read(reader)
  const text = reader.answer('district') === undefined ? (reader.text('district') ?? '') : ''
  if (!/[、，,和及]/u.test(text) || statements.length === 0 || statements.some(({ values }) => ownersIn(values) !== 1)) return statements
  const several = context.districts.namedIn(text)
  if (several.length < 2 || placeFields.some((field) => field !== 'district' && !isBlankCell(reader.cell(field)))) return statements
  reader.fault('district', 'district_ambiguous', { verdict: 'review', choices: several.map((code) => context.districts.nameOf(code)) })
  return statements
}

function ownersIn({ parties, applicants, owner }: StatedValues): number {
  const names = parties ?? applicants
  return Array.isArray(names) ? names.length : typeof owner === 'string' ? 1 : 0
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
