import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { filterDefinitions, filterLabel, type FilterName } from '../../../shared/domain/catalogue/filters'
import { countDefinition, type Condition, type CountTerm } from '../../../shared/domain/catalogue/indicators'
import { t, textOf } from '../../../shared/text/t'
import { conditionField } from '../ranking/rowsWhere'

/** A count with its filters as a sentence says it: 统计期内发布…的标准数，限标准类别为国家、标准性质为强制性. */
export function narrowingText({ count, filters = {}, where = [], everywhere }: CountTerm): string {
  const { definition, subject } = countDefinition(count)
  const parts = [
    ...(Object.entries(filters) as [FilterName, readonly string[]][]).map(([name, values]) =>
      t('indicator.own.is', { field: filterDefinitions[name].label, values: values.map((value) => filterLabel(name, value)).join('或') })),
    ...where.map((condition) => conditionText(condition, conditionField(subject, condition.field))),
  ]
  return [definition, ...(parts.length === 0 ? [] : [t('indicator.own.only', { parts: parts.join('、') })]), ...(everywhere ? [t('indicator.own.everywhere')] : [])].join('，')
}

function conditionText({ field, values, match }: Condition, known: ReturnType<typeof conditionField>): string {
  const choices = known?.choices
  const shown = values.map((value) => (choices ? choiceLabel(choices, value) : value)).join('或')
  return textOf(`indicator.own.${match ?? 'is'}`, { field: known?.label ?? field, values: shown })
}
