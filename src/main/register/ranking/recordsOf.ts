import { countDefinition, leadingTerm, type Indicator, type Subject } from '../../../shared/domain/catalogue/indicators'
import type { RegisterColumns } from '../columns/registerColumns'

/** What an indicator counts. */
export function subjectOf(indicator: Indicator): Subject {
  return countDefinition(leadingTerm(indicator).count).subject
}

/** How many records the register has of the kind that an indicator counts. */
export async function recordsOf(columns: RegisterColumns, indicator: Indicator): Promise<number> {
  return subjectRecords(columns, subjectOf(indicator))
}

/** How many records the register has of a kind that is counted. */
export async function subjectRecords(columns: RegisterColumns, subject: Subject): Promise<number> {
  switch (subject) {
    case 'standard': return (await columns.standards()).count
    case 'patent': return (await columns.patents()).count
    case 'trademark': return (await columns.trademarks()).count
    case 'pct': return (await columns.pcts()).count
    case 'honour': return (await columns.honours()).length
    case 'pilot': return (await columns.pilots()).length
  }
}
