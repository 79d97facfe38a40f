import { isStock, type Indicator } from '../../../shared/domain/catalogue/indicators'
import type { LeadRule } from '../../../shared/domain/counting/leadRules'
import type { RankRequest, Scope } from '../ranking/countingOptions'
import type { ZonePolicy } from '../ranking/regionRows'

/** One choice for a table of several indicators, as the window makes it. */
export interface TableChoice {
  period: string
  asOf?: string | undefined
  leadRule?: LeadRule | undefined
  zones?: ZonePolicy | undefined
  scope: Scope
  population?: string | undefined
  /** Only records of units with one of these tags. */
  unitTags?: readonly string[] | undefined
}

/** The request for one of the table's indicators: an as-of day is for stocks only, cities are always received figures. */
export function requestFor(indicator: Indicator, choice: TableChoice, filters: readonly string[] = []): RankRequest {
  const { period, leadRule, zones, population, scope } = choice
  const tags = tagsAskedFor(choice)
  return {
    period, leadRule, zones, population, scope,
    filters: tags.length === 0 ? filters : [...filters, `unitTags=${tags.join(',')}`],
    source: scope === 'cities' ? 'received' : 'own',
    ...(isStock(indicator) ? { asOf: choice.asOf } : {}),
  }
}

/** The tags that narrow what is counted; received figures are as they came. */
export function tagsAskedFor({ scope, unitTags = [] }: TableChoice): readonly string[] {
  return scope === 'cities' ? [] : unitTags
}
