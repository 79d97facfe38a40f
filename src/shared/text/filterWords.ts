import { listDefinitions, listField, type ListKind } from '../domain/catalogue/listFields'
import { named } from './named'
import { listed, t } from './t'
import { tableValueText } from './tableValue'

/** A condition of a list, as the bridge and the command line have it. */
export interface WordedFilter { field: string; values: readonly string[]; match?: 'contains' | 'lacks' | 'starts' | 'ends' | 'excludes' | undefined }

/** What a condition says of its field: 含“热泵” · 2021-01 至 2021-06 · 国家标准、行业标准 · 不是 行业标准 */
export function filterWords(kind: ListKind, { field, values, match }: WordedFilter): string {
  const shown = (): string => listed(values.map((value) => valueWords(kind, field, value)))
  if (match === 'excludes') return t('filter.excludesWords', { text: shown() })
  if (match !== undefined) return t(partWords[match], { text: listed(values) })
  const range = values.find((value) => value.includes('..'))
  if (range === undefined) return shown()
  const { from, to } = rangeEnds(range)
  if (to === '') return t('records.since', { from })
  return from === '' ? t('records.until', { to }) : t('records.between', { from, to })
}

/** The condition with its field: 类别 国家标准. */
export function filterSentence(kind: ListKind, filter: WordedFilter): string {
  const label = listField(kind, filter.field)?.label ?? (filter.field === 'year' ? yearLabel(kind) : filter.field)
  return t('filter.sentence', { field: named(label), words: filterWords(kind, filter) })
}

/** Both ends of a written range: 2021..2022, 2021.., or one value for both. */
export function rangeEnds(text: string): { from: string; to: string } {
  const [from = '', to = from] = text.split('..')
  return { from, to }
}

const partWords = { contains: 'filter.containsWords', lacks: 'filter.lacksWords', starts: 'filter.startsWords', ends: 'filter.endsWords' } as const

function valueWords(kind: ListKind, name: string, value: string): string {
  if (value === '') return t('filter.empty')
  const field = listField(kind, name)
  return field === undefined ? value : tableValueText(field, value)
}

function yearLabel(kind: ListKind): string {
  const { yearField } = listDefinitions[kind]
  return (yearField === undefined ? undefined : listField(kind, yearField)?.label) ?? t('records.yearFacet')
}
