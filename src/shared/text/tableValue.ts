import { choiceLabel } from '../domain/catalogue/choices'
import type { ListField } from '../domain/catalogue/listFields'
import { named } from './named'
import { t } from './t'

/** A value on a side of a cross table as people read it; null stands for records without one. */
export function tableValueText(field: ListField, value: string | number | null): string {
  if (value === null) return t('crosstab.empty')
  const set = field.choices ?? (field.type === 'flag' ? 'flag' : undefined)
  return set === undefined ? String(value) : named(choiceLabel(set, String(value)))
}
