import type { WorkbenchFigure } from '../../../shared/bridge/workbench'
import { t } from '../../../shared/text/t'

/** Brands are counted in firms, and a density's “per” stands in its name already. */
export function figureUnit({ id, unit }: WorkbenchFigure): string {
  return id === 'brands' ? t('workbench.unit.brands') : (unit.split('/')[0] ?? unit)
}
