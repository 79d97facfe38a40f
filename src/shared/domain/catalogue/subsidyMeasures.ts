/** What a dated measure pays, in 万元 (domain.md 7): data, so that next year's measure is one more entry. */
export type SubsidyProject = 'lead_international' | 'part_international' | 'lead_national' | 'lead_industry' | 'pilot_national' | 'pilot_province'

export interface SubsidyMeasure {
  /** First day on which something completed is paid by it. */
  from: string
  document: string
  amounts: Readonly<Record<SubsidyProject, number>>
  /** Most that one unit gets in a year. */
  yearlyCap: number
}

export const subsidyProjects: Readonly<Record<SubsidyProject, string>> = {
  lead_international: '主持国际', part_international: '参与国际', lead_national: '主持国家', lead_industry: '主持行业',
  pilot_national: '国家级试点', pilot_province: '省级试点',
}

/** Oldest first. The measure of 2022 names windows from 2021-10-01 on; the cap is that of its draft. */
export const subsidyMeasures: readonly SubsidyMeasure[] = [{
  from: '0001-01-01', document: '青市监字〔2022〕188号',
  amounts: { lead_international: 50, part_international: 20, lead_national: 20, lead_industry: 10, pilot_national: 20, pilot_province: 10 },
  yearlyCap: 200,
}]

/** The measure that pays for something completed on a day. */
export function measureOn(day: string): SubsidyMeasure | undefined {
  return subsidyMeasures.findLast(({ from }) => from <= day)
}

/** What a unit's part in a standard is paid as; undefined where the measure pays nothing for it. */
export function projectOfStandard(kind: string, leads: boolean): SubsidyProject | undefined {
  if (kind === 'international') return leads ? 'lead_international' : 'part_international'
  if (!leads) return undefined
  return kind === 'national' || kind === 'national_health' ? 'lead_national' : kind === 'industry' ? 'lead_industry' : undefined
}
