import type { WorkbenchFigure } from '../../../shared/bridge/workbench'
import { t } from '../../../shared/text/t'
import { printUnit } from '../../components/values/printUnit'

/** Brands are counted in firms. */
export function figureUnit({ id, unit }: WorkbenchFigure): string {
  return id === 'brands' ? t('workbench.unit.brands') : printUnit(unit)
}
