import type { Spoken } from '../paper'
import type * as zh from '../zh/indicatorTexts'

export const indicatorTexts = {
  'indicator.problem.not_json': 'not JSON',
  'indicator.problem.missing': 'missing',
  'indicator.problem.unknown_field': 'there is no “{value}”',
  'indicator.problem.wrong_type': '“{value}” is of the wrong type',
  'indicator.problem.bad_value': 'cannot be “{value}”',
  'indicator.problem.name_taken': '“{value}” is the name of another indicator',
  'indicator.problem.unknown_indicator': 'there is no indicator “{value}”, or it is retired',
  'indicator.problem.not_a_count': '“{value}” is not a count and cannot be counted further',
  'indicator.problem.circular': 'they refer to each other: {value}',
  'indicator.problem.fixed_filter': '“{value}” is fixed by the indicator it rests on',
  'indicator.problem.nothing_left': '“{value}” has nothing in common with the indicator it rests on',
  'indicator.problem.wrong_shape': '“{value}” does not fit the indicator it rests on',
  'indicator.problem.other_days': 'of “{value}” one is counted over a period and the other on a day, or their years differ; they cannot be divided',
  'indicator.problem.not_for_shape': 'cannot be used together with “{value}”',
  'indicator.problem.unknown_rule': 'there is no rule “{value}”',
  'indicator.problem.breaks_others': '{value} rests on it and could not be counted after the change',
  'indicator.problem.expected': ', expected {expected}',
  'indicator.defined': 'Defined {indicator} ({label}), version {version}',
  'indicator.unchanged': '{indicator} ({label}) is unchanged, still version {version}',
  'indicator.wouldDefine': '{indicator} ({label}) can be defined as version {version}; nothing was written',
  'indicator.removed': 'Retired {indicator} ({label}), version {version}',
  'indicators.version': 'Version',
} as const satisfies Spoken<typeof zh.indicatorTexts>
