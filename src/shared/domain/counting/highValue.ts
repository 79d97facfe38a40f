import { addYears } from '../dates/calendar'

/** 高价值发明专利: a valid invention that meets any criterion of the definition in force (domain.md 2.7). */
export const highValueCriteria = ['strategic', 'overseas_family', 'ten_years', 'pledge', 'award'] as const
export type HighValueCriterion = (typeof highValueCriteria)[number]

export interface HighValueDefinition {
  name: string
  /** First day the definition holds; the latest one not after the as-of date is used. */
  validFrom: string
  criteria: readonly HighValueCriterion[]
}

/** CNIPA's definition of 2021; a later wording is one more entry. */
export const highValueDefinitions: readonly HighValueDefinition[] = [
  { name: '国家知识产权局2021年口径', validFrom: '2021-01-01', criteria: highValueCriteria },
]

/** The definition in force on a day; the oldest one for days before any. */
export function highValueDefinitionOn(day: string, definitions: readonly HighValueDefinition[] = highValueDefinitions): HighValueDefinition {
  const byAge = [...definitions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  const current = byAge.findLast((definition) => definition.validFrom <= day) ?? byAge[0]
  if (!current) throw new Error('no definition of high-value patents')
  return current
}

/** 维持年限超过10年: strictly after the tenth anniversary of filing. */
export function isMaintainedTenYears(filedOn: string | null, day: string): boolean {
  return filedOn !== null && day > addYears(filedOn, 10)
}

export interface HighValueCount {
  /** The union: each patent once. */
  total: number
  /** Overlapping; never to be added up. */
  byCriterion: Record<HighValueCriterion, number>
}

/** Counts patents by the criteria that each meets, none or several (domain.md 2.7: the union counts, the criteria overlap). */
export function countHighValue(patents: Iterable<readonly HighValueCriterion[]>): HighValueCount {
  const byCriterion: Record<HighValueCriterion, number> = { strategic: 0, overseas_family: 0, ten_years: 0, pledge: 0, award: 0 }
  let total = 0
  for (const criteria of patents) {
    if (criteria.length > 0) total++
    for (const criterion of new Set(criteria)) byCriterion[criterion]++
  }
  return { total, byCriterion }
}
