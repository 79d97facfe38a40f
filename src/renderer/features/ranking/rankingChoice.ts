import { zonePolicies, type CountingChoice } from '../../../shared/bridge/counting'
import { leadRules } from '../../../shared/domain/counting/leadRules'

/** What the page shows and how it is counted; everything but the period is remembered for the next time. */
export interface RankingChoice {
  indicators: readonly string[]
  /** null until the clerk chooses one: then the register's last whole year. */
  period: string | null
  asOf: string | null
  scope: 'districts' | 'cities'
  leadRule: (typeof leadRules)[number]
  zones: (typeof zonePolicies)[number]
  /** null takes the newest series of the day. */
  population: string | null
  /** Tags of units that narrow what is counted; none counts all. For the moment only: nobody is to find a narrowed table the next day. */
  unitTags: readonly string[]
  /** Rows by the places of this indicator; null keeps the administrative order. */
  orderBy: string | null
}

export const firstChoice: RankingChoice = {
  indicators: ['standards', 'high_value_per_10k', 'inventions_valid', 'trademarks_valid'],
  period: null, asOf: null, scope: 'districts', leadRule: 'first', zones: 'host', population: null, unitTags: [], orderBy: 'standards',
}

/** As the bridge takes it. */
export function countingOf(choice: RankingChoice, period: string): CountingChoice {
  const { asOf, scope, leadRule, zones, population, unitTags } = choice
  return { period, scope, leadRule, zones, ...(asOf === null ? {} : { asOf }), ...(population === null ? {} : { population }), ...(unitTags.length === 0 ? {} : { unitTags: [...unitTags] }) }
}

export function withIndicator(choice: RankingChoice, name: string): RankingChoice {
  return choice.indicators.includes(name) ? choice : { ...choice, indicators: [...choice.indicators, name] }
}

/** The last indicator stays: a table needs one. */
export function withoutIndicator(choice: RankingChoice, name: string): RankingChoice {
  const indicators = choice.indicators.filter((known) => known !== name)
  if (indicators.length === 0) return choice
  return { ...choice, indicators, orderBy: choice.orderBy === name ? (indicators[0] ?? null) : choice.orderBy }
}

const storageKey = 'ranking.choice'

export function rememberChoice({ indicators, leadRule, zones, orderBy }: RankingChoice): void {
  localStorage.setItem(storageKey, JSON.stringify({ indicators, leadRule, zones, orderBy }))
}

/** What was remembered, as far as it still makes sense. */
export function rememberedChoice(): RankingChoice {
  try {
    return restored(JSON.parse(localStorage.getItem(storageKey) ?? '{}'))
  } catch {
    return firstChoice
  }
}

function restored(kept: unknown): RankingChoice {
  if (typeof kept !== 'object' || kept === null) return firstChoice
  const field = (name: string): unknown => Reflect.get(kept, name)
  const names: unknown = field('indicators')
  const indicators = Array.isArray(names) ? [...new Set(names.filter((name) => typeof name === 'string'))] : []
  const orderBy = field('orderBy')
  const zones = zonePolicies.find((known) => known === field('zones'))
  const chosen = indicators.length === 0 ? firstChoice.indicators : indicators
  return {
    ...firstChoice,
    indicators: chosen,
    leadRule: leadRules.find((known) => known === field('leadRule')) ?? firstChoice.leadRule,
    zones: zones ?? firstChoice.zones,
    orderBy: orderBy === null ? null : typeof orderBy === 'string' && chosen.includes(orderBy) ? orderBy : (chosen[0] ?? null),
  }
}

/** Without indicators that the register does not offer: another one may have defined its own. */
export function offeredChoice(choice: RankingChoice, offered: readonly { name: string }[]): RankingChoice {
  const gone = choice.indicators.filter((name) => !offered.some((known) => known.name === name))
  if (gone.length === 0) return choice
  const left = choice.indicators.filter((name) => !gone.includes(name))
  const indicators = left.length === 0 ? firstChoice.indicators : left
  return { ...choice, indicators, orderBy: choice.orderBy !== null && indicators.includes(choice.orderBy) ? choice.orderBy : (indicators[0] ?? null) }
}
