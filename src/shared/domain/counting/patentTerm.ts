import { addDays, addYears } from '../dates/calendar'
import type { PatentType } from '../patents/patentNumber'

/** Designs filed from this day on are protected for 15 years instead of 10 (Patent Law art. 42). */
const longDesignTermFrom = '2021-06-01'

export interface PatentTerm {
  /** Day before the anniversary. */
  lastDayOn: string
  /** The anniversary: 失效日 of a patent that lived its whole term. */
  terminatesOn: string
}

/** The term counted from the filing date (domain.md 2.1). */
export function patentTerm(type: PatentType, filedOn: string): PatentTerm {
  const terminatesOn = addYears(filedOn, yearsOf(type, filedOn))
  return { lastDayOn: addDays(terminatesOn, -1), terminatesOn }
}

function yearsOf(type: PatentType, filedOn: string): number {
  if (type === 'invention') return 20
  return type === 'design' && filedOn >= longDesignTermFrom ? 15 : 10
}
