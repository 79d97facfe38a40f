import { kindHeadings } from '../../../../shared/domain/catalogue/headings'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { cellText, isBlankCell } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import type { KindJudge, KindJudgeFactory, RowStatement, SheetContext } from '../kinds/kindJudge'
import type { PlaceInDoubt } from '../districtDirectory'
import { isOwned, placeFields } from './ownerPlace'
import { districtOfUnit, unitFields } from './unitOfRow'

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
  const doubt = doubtAbove(reader, context)
  // Of standards the district is only who sent them: a list without a reporter was sent by none of its units.
  if (doubt === null || reader.answer('district') !== undefined || (context.kind === 'standards' && !unitFields.standards?.some((field) => reader.has(field)))) return judge.read(reader)
  const known = districtOfUnit(reader, context)
  if (known !== null) reader.readAs('district', context.districts.nameOf(known))
  const statements = judge.read(reader)
  if (known !== null || statements.length === 0 || reader.faults.some(({ field }) => field === 'district')) return statements
  if (isOwned(context.kind) && statements.every(({ values }) => values.ownerPlace !== undefined)) return statements
  reader.fault('district', 'district_ambiguous', { verdict: 'review', choices: doubt.codes.map((code) => context.districts.nameOf(code)), value: doubt.text })
  return statements
}

/** What the heading of the group of rows names, else what stands around the table. */
function doubtAbove(reader: RowReader, { districts, placeInDoubt }: SheetContext): PlaceInDoubt | null {
  const heading = cellText(reader.cell('district'))
  if (heading === '') return placeInDoubt
  const codes = districts.namedIn(heading)
  return codes.length > 1 ? { text: heading, codes } : null
}
