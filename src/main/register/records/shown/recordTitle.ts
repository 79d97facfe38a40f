import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { t } from '../../../../shared/text/t'
import { seriesText } from '../../reports/periodTexts'

/** What a person calls a record, beside its number. */
export const titleFields: Readonly<Record<RecordKind, string>> = {
  unit: 'name', standard: 'title', patent: 'title', trademark: 'name', honour: 'honour', pilot: 'project', pct: 'title', population: 'series', market_entities: 'year', indicator: 'indicator', name_link: 'names', own_indicator: 'label', apart_records: 'numbers',
}

export function titleOf(kind: RecordKind, values: Values): string {
  return String(values[titleFields[kind]] ?? '')
}

/** What names a record to a person: a figure has no number of its own and goes by its place, what it counts, and when. */
export function nameOf(kind: RecordKind, values: Values, words: PlaceWords): string {
  const place = words.nameOf(String(values['region'] ?? ''))
  switch (kind) {
    case 'population': return `${place} ${seriesText(String(values['series'] ?? ''))}`
    case 'market_entities': return `${place} ${t('record.entitiesOf', { year: Number(values['year']) })}`
    case 'indicator': return [place, values['indicator'], values['period']].filter((part) => part !== null && part !== undefined).join(' ')
    default: return titleOf(kind, values)
  }
}
