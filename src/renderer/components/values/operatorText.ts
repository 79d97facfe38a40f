import { t } from '../../../shared/text/t'

/** Who did something, or that nobody's name stood in the settings then. */
export function operatorText(operator: string): string {
  return operator === '' ? t('operator.nobody') : operator
}
