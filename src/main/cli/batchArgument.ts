import { fail, succeed, type Result } from '../../shared/domain/result'
import { argumentHelp } from '../../shared/text/helpTexts'
import { t } from '../../shared/text/t'

/** The number of a batch as it was typed. @returns usage_bad_value for anything else */
export function batchArgument(text: string | undefined): Result<number> {
  if (text !== undefined && /^\d{1,15}$/u.test(text)) return succeed(Number(text))
  return fail('usage_bad_value', undefined, { option: argumentHelp.batch.zh, value: text ?? '', expected: t('cli.expected.whole', { min: 1 }) })
}
