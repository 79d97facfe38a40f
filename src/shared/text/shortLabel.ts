import { isIndicatorName } from '../domain/catalogue/indicators'
import { t } from './t'

/** An indicator as it heads a column; one of the office's own is called what the office calls it. */
export function shortLabel(name: string, label: string): string {
  return isIndicatorName(name) ? t(`indicator.short.${name}`) : label
}
