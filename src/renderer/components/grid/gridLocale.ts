import { t } from '../../../shared/text/t'

/** The few words that AG Grid itself can show in this program. */
export const gridLocale: Record<string, string> = {
  loadingOoo: t('grid.loading'),
  ariaLabelLoading: t('grid.loading'),
}
