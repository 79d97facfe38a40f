import { letterings, papers } from '../../shared/domain/catalogue/printedLook'
import type { FormRequest } from '../register/reports/prepareReport'
import type { Options, OptionTable } from './command'
import { countingOptions, figureOptions, requestOf } from './countingOptions'

/** How a form is asked for (cli.md `report`), wherever it is produced. */
export const reportOptions = {
  ...countingOptions,
  source: figureOptions.source,
  scope: figureOptions.scope,
  district: { type: 'text' },
  total: { type: 'choice', choices: ['first', 'last'] },
  decimals: { type: 'choice', choices: ['0', '1', '2'] },
  head: { type: 'list' },
  paper: { type: 'choice', choices: papers },
  lettering: { type: 'choice', choices: letterings },
  'yearly-cap': { type: 'whole', min: 0 },
  reason: { type: 'text' },
} as const satisfies OptionTable

export function formRequestOf(options: Options<typeof reportOptions>): FormRequest {
  return {
    ...requestOf(options), district: options.district, totalAt: options.total, paper: options.paper, lettering: options.lettering, yearlyCap: options['yearly-cap'], reason: options.reason,
    decimals: options.decimals === undefined ? undefined : Number(options.decimals), head: options.head.map((line) => line.replace('=', '：')),
  }
}
