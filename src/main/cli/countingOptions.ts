import { leadRules } from '../../shared/domain/counting/leadRules'
import type { RankRequest } from '../register/ranking/countingOptions'
import type { Options, OptionTable } from './command'

/** Options of every command that counts (cli.md "Values"). */
export const countingOptions = {
  period: { type: 'text' },
  'as-of': { type: 'date' },
  'lead-rule': { type: 'choice', choices: leadRules },
  zones: { type: 'choice', choices: ['host', 'separate', 'of_which'] },
  population: { type: 'text' },
} as const satisfies OptionTable

/** Those of rank and records besides. */
export const figureOptions = {
  ...countingOptions,
  filter: { type: 'list' },
  source: { type: 'choice', choices: ['own', 'received'] },
  scope: { type: 'choice', choices: ['districts', 'cities'] },
} as const satisfies OptionTable

export function requestOf(options: Options<typeof countingOptions> & Partial<Options<typeof figureOptions>>): RankRequest {
  return {
    period: options.period, asOf: options['as-of'], leadRule: options['lead-rule'], zones: options.zones, population: options.population,
    filters: options.filter, source: options.source, scope: options.scope,
  }
}
