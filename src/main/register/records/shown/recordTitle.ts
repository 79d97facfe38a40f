import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'

/** What a person calls a record, beside its number. */
export const titleFields: Readonly<Record<RecordKind, string>> = {
  unit: 'name', standard: 'title', patent: 'title', trademark: 'name', honour: 'honour', pilot: 'project', pct: 'title', population: 'series', market_entities: 'year', indicator: 'indicator', name_link: 'names', own_indicator: 'label', apart_records: 'numbers',
}

export function titleOf(kind: RecordKind, values: Values): string {
  return String(values[titleFields[kind]] ?? '')
}
