import type { Failure } from '../../shared/domain/result'
import { hasText, textOf } from '../../shared/text/t'

/** What stands beside a field that was not stored; import speaks of rows and columns, so some words differ. */
export function fieldFailureText({ code, details }: Failure): string {
  const ofField = `field.${code}`
  return textOf(hasText(ofField) ? ofField : `error.${code}`, details)
}

/** Values that would be right, to be taken with one click. */
export function proposalsOf(failure: Failure | null): string[] {
  const choices = failure?.details?.['choices']
  return Array.isArray(choices) ? choices.map(String).slice(0, 4) : []
}
