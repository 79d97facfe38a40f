import type { ChoiceSet } from './choices'
import { kindDefinitions, type FieldLabel, type RecordKind } from './fields'
import { tagsField } from '../tags'

/**
 * What lists show and can be filtered and sorted by (cli.md "Fields"): data, not code. A field is either stored (the
 * names of fields.ts) or computed on a date by src/main/register/lists/computedColumns.ts.
 */
export const listKinds = ['standards', 'patents', 'trademarks', 'units', 'honours', 'pilots', 'pct', 'population', 'market_entities', 'indicators'] as const
export type ListKind = (typeof listKinds)[number]

export const recordKindOfList: Record<ListKind, RecordKind> = {
  standards: 'standard', patents: 'patent', trademarks: 'trademark', units: 'unit', honours: 'honour', pilots: 'pilot', pct: 'pct',
  population: 'population', market_entities: 'market_entities', indicators: 'indicator',
}

/** The list that speaks of a kind: what answers call the kind. Names that were joined are told of with the units; what is no list's, with the standards. */
export const listNameOf: Record<RecordKind, ListKind> = {
  unit: 'units', standard: 'standards', patent: 'patents', trademark: 'trademarks', honour: 'honours', pilot: 'pilots', pct: 'pct',
  population: 'population', market_entities: 'market_entities', indicator: 'indicators', name_link: 'units', own_indicator: 'indicators', apart_records: 'standards',
}

/**
 * code: identifiers, compared character by character · text: Chinese text, ordered by pinyin · choice: a fixed set ·
 * date: with its precision · number · flag · district: name of a district. The plural ones hold several values.
 */
export type ListFieldType = 'code' | 'text' | 'choice' | 'date' | 'number' | 'flag' | 'district' | 'codes' | 'texts' | 'choices' | 'numbers' | 'districts'

export interface ListField {
  name: string
  type: ListFieldType
  label: string
  /** Name of the stored field; absent for a computed one. */
  stored?: string
  choices?: ChoiceSet
  /** Names of organisations or people: two writings of one name are one value (text.ts, `normaliseName`). */
  isName?: true
  /** Shown only when asked for by name. */
  extra?: true
}

export interface ListDefinition {
  kind: ListKind
  record: RecordKind
  /** Key first. */
  fields: readonly ListField[]
  /** The date that `year` means in a filter, where `year` is no field. */
  yearField?: string
}

type Shape = Partial<Pick<ListField, 'stored' | 'choices' | 'extra' | 'isName'>>

function fieldsOf(kind: ListKind) {
  const definitions = new Map(kindDefinitions[recordKindOfList[kind]].fields.map((field) => [field.name, field]))
  return {
    stored(type: ListFieldType, name: string, shape: Shape = {}): ListField & { label: FieldLabel } {
      const stored = shape.stored ?? name
      const definition = definitions.get(stored)
      if (!definition) throw new Error(`${kind} has no field ${stored}`)
      return { name, type, label: definition.label as FieldLabel, ...shape, stored } // a field's label is one of them
    },
    computed: <Label extends string>(type: ListFieldType, name: string, label: Label, shape: Shape = {}): ListField & { label: Label } => ({ name, type, label, ...shape }),
  }
}

const standards = fieldsOf('standards')
const patents = fieldsOf('patents')
const trademarks = fieldsOf('trademarks')
const units = fieldsOf('units')
const honours = fieldsOf('honours')
const pilots = fieldsOf('pilots')
const pct = fieldsOf('pct')
const population = fieldsOf('population')
const marketEntities = fieldsOf('market_entities')
const indicators = fieldsOf('indicators')

/** The words that clerks have put on a record; every kind has it. */
export const tagsListField = { name: tagsField, type: 'texts', label: '标签', stored: tagsField, extra: true } as const satisfies ListField

/** How many files belong to a record; every kind has it. */
export const attachmentsField = { name: 'attachments', type: 'number', label: '附件数', extra: true } as const satisfies ListField

const lists = {
  standards: {
    kind: 'standards', record: 'standard', yearField: 'publishedOn',
    fields: [
      standards.stored('code', 'standardNo'), standards.stored('text', 'title'), standards.stored('choice', 'kind', { choices: 'standardKind' }),
      standards.stored('choice', 'nature', { choices: 'nature' }), standards.stored('choice', 'newOrRevised', { choices: 'newOrRevised' }),
      standards.stored('codes', 'replaces'), standards.stored('date', 'publishedOn'), standards.stored('date', 'effectiveOn'), standards.stored('date', 'abolishedOn'),
      standards.computed('choice', 'status', '状态', { choices: 'standardStatus' }), standards.stored('code', 'ics'), standards.stored('code', 'ccs'),
      standards.stored('text', 'committee'), standards.stored('texts', 'draftingUnits', { stored: 'drafting', isName: true }), standards.stored('flag', 'listComplete', { choices: 'flag' }),
      standards.stored('texts', 'forewordLead', { isName: true }), standards.stored('code', 'adopts'), standards.stored('text', 'adoption'), standards.stored('texts', 'systems'),
      standards.computed('districts', 'district', '区市'),
      standards.computed('text', 'firstUnit', '第一起草单位', { extra: true, isName: true }), standards.computed('district', 'firstDistrict', '首位区市', { extra: true }),
      standards.computed('district', 'leadDistrict', '主导区市', { extra: true }),
      standards.computed('choice', 'role', '角色', { choices: 'role', extra: true }), standards.computed('number', 'localUnits', '本市单位数', { extra: true }),
      standards.stored('number', 'unitTotal', { stored: 'listLength', extra: true }),
      tagsListField, attachmentsField,
    ],
  },
  patents: {
    kind: 'patents', record: 'patent', yearField: 'filedOn',
    fields: [
      patents.stored('code', 'applicationNumber'), patents.stored('choice', 'type', { choices: 'patentType' }), patents.stored('text', 'title'),
      patents.stored('texts', 'parties', { isName: true }), patents.computed('choice', 'ownerType', '专利权人类型', { choices: 'ownerType' }), patents.computed('district', 'district', '区市'),
      patents.stored('date', 'filedOn'), patents.stored('date', 'grantedOn'), patents.stored('date', 'lapsedOn'),
      patents.computed('choice', 'status', '状态', { choices: 'patentStatus' }), patents.stored('codes', 'publications'), patents.stored('codes', 'ipc'),
      patents.stored('code', 'pctNumber'), patents.computed('choices', 'criteria', '高价值要素', { choices: 'criterion' }),
      tagsListField, attachmentsField,
    ],
  },
  trademarks: {
    kind: 'trademarks', record: 'trademark', yearField: 'registeredOn',
    fields: [
      trademarks.stored('code', 'registrationNumber'), trademarks.stored('text', 'name'), trademarks.stored('numbers', 'classes'), trademarks.stored('text', 'owner', { isName: true }),
      trademarks.computed('district', 'district', '区市'), trademarks.stored('date', 'appliedOn'), trademarks.stored('date', 'registeredOn'),
      trademarks.stored('date', 'termStartOn'), trademarks.stored('date', 'termEndOn'), trademarks.stored('date', 'cancelledOn'),
      trademarks.computed('choice', 'status', '状态', { choices: 'trademarkStatus' }),
      tagsListField, attachmentsField,
    ],
  },
  units: {
    kind: 'units', record: 'unit',
    fields: [
      units.stored('code', 'uscc'), units.stored('text', 'name', { isName: true }), units.stored('texts', 'formerNames', { isName: true }), units.computed('district', 'district', '所属区市'),
      units.computed('text', 'zone', '功能区'), units.stored('text', 'unitType'), units.stored('text', 'address'), units.stored('date', 'movedOn'), units.stored('date', 'endedOn'),
      units.stored('texts', 'aliases', { extra: true, isName: true }), units.stored('date', 'renamedOn', { extra: true }), units.stored('code', 'parent', { extra: true }), units.stored('code', 'mergedInto', { extra: true }),
      tagsListField, attachmentsField,
    ],
  },
  honours: {
    kind: 'honours', record: 'honour', yearField: 'publishedOn',
    fields: [
      honours.stored('code', 'key'), honours.stored('text', 'honour'), honours.stored('text', 'level'), honours.stored('text', 'session'), honours.stored('text', 'recipient', { isName: true }),
      honours.stored('code', 'uscc'), honours.stored('text', 'category'), honours.stored('code', 'objectNumber'), honours.computed('district', 'district', '区市'),
      honours.stored('date', 'publishedOn'), honours.stored('text', 'status'),
      tagsListField, attachmentsField,
    ],
  },
  pilots: {
    kind: 'pilots', record: 'pilot',
    fields: [
      pilots.stored('code', 'key'), pilots.stored('text', 'project'), pilots.stored('text', 'pilotType'), pilots.stored('text', 'level'), pilots.stored('text', 'name', { isName: true }),
      pilots.stored('code', 'uscc'), pilots.computed('district', 'district', '区市'), pilots.stored('number', 'year'), pilots.stored('text', 'status'),
      tagsListField, attachmentsField,
    ],
  },
  pct: {
    kind: 'pct', record: 'pct', yearField: 'receivedOn',
    fields: [pct.stored('code', 'pctNumber'), pct.stored('date', 'receivedOn'), pct.stored('texts', 'applicants', { isName: true }), pct.computed('district', 'district', '区市'), tagsListField, attachmentsField],
  },
  population: {
    kind: 'population', record: 'population',
    fields: [
      population.stored('code', 'key'), population.computed('text', 'region', '地区'), population.computed('choice', 'series', '人口口径', { choices: 'populationSeries' }),
      population.stored('number', 'year'), population.stored('number', 'populationWan'),
      tagsListField, attachmentsField,
    ],
  },
  market_entities: {
    kind: 'market_entities', record: 'market_entities',
    fields: [marketEntities.stored('code', 'key'), marketEntities.computed('text', 'region', '地区'), marketEntities.stored('number', 'year'), marketEntities.stored('number', 'entities'), tagsListField, attachmentsField],
  },
  indicators: {
    kind: 'indicators', record: 'indicator',
    fields: [
      indicators.stored('code', 'key'), indicators.computed('text', 'region', '地区'), indicators.stored('text', 'heading'), indicators.stored('code', 'period'),
      indicators.stored('number', 'value'), indicators.stored('text', 'unit'), indicators.stored('text', 'growth'), indicators.stored('text', 'share'), indicators.stored('number', 'rank'),
      tagsListField, attachmentsField,
    ],
  },
} satisfies Record<ListKind, ListDefinition>

export const listDefinitions: Record<ListKind, ListDefinition> = lists
export type ListLabel = (typeof lists)[ListKind]['fields'][number]['label']

export function listField(kind: ListKind, name: string): ListField | undefined {
  return listDefinitions[kind].fields.find((field) => field.name === name)
}
