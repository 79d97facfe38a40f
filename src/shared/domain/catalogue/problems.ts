/**
 * What can be wrong with the data of a register (数据体检), in the order in which it is shown: a new one is a name here,
 * how it is found in main/register/doctor/problems.ts and its words in shared/text/zh/doctorTexts.ts.
 */
export const problemNames = [
  'unit_without_district', 'unit_name_shared', 'unit_own_parent', 'unit_zone_elsewhere', 'unit_dates_reversed', 'unit_dated_ahead',
  'standard_without_title', 'standard_without_publication', 'standard_without_units', 'standard_dates_reversed', 'standard_dated_ahead', 'standard_kind_conflict', 'standard_abolished_undated', 'standard_list_conflict', 'standard_replaced_in_force', 'standard_twice',
  'patent_without_title', 'patent_without_owner', 'patent_without_district', 'patent_without_filing', 'patent_dates_reversed', 'patent_dated_ahead', 'patent_number_conflict', 'patent_without_grant', 'patent_twice',
  'mark_without_owner', 'mark_without_district', 'mark_without_classes', 'mark_without_term', 'mark_dates_reversed', 'mark_dated_ahead', 'mark_term_odd', 'mark_twice',
  'pct_without_district', 'pct_dated_ahead', 'honour_without_district', 'honour_dated_ahead', 'honour_code_conflict', 'pilot_without_district', 'pilot_dated_ahead', 'pilot_code_conflict', 'population_odd',
  'unit_attachment_lost', 'standard_attachment_lost', 'patent_attachment_lost', 'mark_attachment_lost', 'pct_attachment_lost',
  'honour_attachment_lost', 'pilot_attachment_lost', 'population_attachment_lost', 'entities_attachment_lost', 'indicator_attachment_lost',
] as const
export type ProblemName = (typeof problemNames)[number]

/** Records that say the same of themselves under several numbers: offered side by side. */
export const twinProblems = ['standard_twice', 'patent_twice', 'mark_twice'] as const satisfies readonly ProblemName[]
export type TwinProblem = (typeof twinProblems)[number]

/** Records of one group that stand side by side: more columns nobody reads beside each other. */
export const comparedAtMost = 12

export function isTwinProblem(problem: ProblemName): problem is TwinProblem {
  return twinProblems.some((known) => known === problem)
}

/** The values of a field by which a list has just the records of a problem: there many are mended at once. An empty one stands for none. */
const listedBy: Readonly<Partial<Record<ProblemName, readonly [field: string, value: string]>>> = {
  unit_without_district: ['district', ''],
  standard_without_title: ['title', ''], standard_without_publication: ['publishedOn', ''], standard_without_units: ['draftingUnits', ''],
  patent_without_title: ['title', ''], patent_without_owner: ['parties', ''], patent_without_district: ['district', '其他'], patent_without_filing: ['filedOn', ''],
  mark_without_owner: ['owner', ''], mark_without_district: ['district', '其他'], mark_without_classes: ['classes', ''], mark_without_term: ['termEndOn', ''],
  pct_without_district: ['district', '其他'], honour_without_district: ['district', '其他'], pilot_without_district: ['district', '其他'],
}

/** The conditions under which a list may have just the records of a problem; null where no list can. */
export function problemFilters(problem: ProblemName): { field: string; values: string[] }[] | null {
  const condition = listedBy[problem]
  return condition === undefined ? null : [{ field: condition[0], values: [condition[1]] }]
}
