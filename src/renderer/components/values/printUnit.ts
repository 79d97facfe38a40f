import { named } from '../../../shared/text/named'
/** The unit beside a figure: a density's “per” stands in its name already, 每万人口高价值发明专利 0.13 件. */
export function printUnit(unit: string): string {
  return named(unit.split('/')[0] ?? unit)
}
