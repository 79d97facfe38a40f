import type { ChoiceSet } from './choices'
import { choicesOfStored, isPlaceField } from './exportedValues'
import { wordsToChoose } from './writtenWords'
import { kindDefinitions, type FieldDefinition, type RecordKind } from './fields'
import { tagsField } from '../tags'

/**
 * How a person fills in a record: its stored fields in groups, in the order of the panel, and what each needs. Data,
 * not code: the record panel, the form of a new record and the services that store them all read this table.
 */
export interface FormGroup {
  title: string
  fields: readonly FormField[]
}

/** lines: one value a line · list: values separated by ； · tags: the same, of words that are known already or new */
export type FormControl = 'text' | 'lines' | 'list' | 'tags' | 'date' | 'number' | 'choice' | 'flag' | 'place'

export interface FormField {
  name: string
  label: string
  control: FormControl
  choices?: ChoiceSet
  /** The words to choose from where the field holds a word as files write it. */
  words?: readonly string[]
  /** Without it there is no new record. */
  isRequired: boolean
  /** Says which record it is: given once, never edited. */
  isFixed: boolean
}

interface FormDefinition {
  groups: readonly (readonly [title: string, fields: readonly string[]])[]
  /** Fields that a new record cannot do without. */
  required: readonly string[]
  /** Fields that say which record it is, beside the natural key. */
  fixed: readonly string[]
  /** What a hand edit always repeats, so that the record can stand on it alone when its files are withdrawn. */
  identity: readonly string[]
}

const definitions = {
  standard: {
    groups: [
      ['编号与类别', ['standardNo', 'title', 'kind', 'nature', 'newOrRevised', 'replaces']],
      ['日期与状态', ['publishedOn', 'effectiveOn', 'abolishedOn', 'statedStatus']],
      ['分类与归口', ['ccs', 'ics', 'committee', 'department', 'adopts', 'adoption', 'systems']],
      ['起草', ['drafting', 'forewordLead', 'reportedDistrict']],
    ],
    required: ['standardNo', 'title'], fixed: [], identity: ['standardNo', 'kind', 'nature'],
  },
  patent: {
    groups: [
      ['号码与日期', ['applicationNumber', 'title', 'type', 'filedOn', 'grantedOn', 'lapsedOn', 'statedStatus', 'legalEvent']],
      ['专利权人', ['parties', 'ownerUscc', 'ownerType', 'ownerPlace', 'ownerAddress']],
      ['公开与分类', ['publications', 'ipc', 'pctNumber']],
      ['高价值要素', ['strategic', 'overseasFamily', 'tenYears', 'pledge', 'award', 'listedHighValue']],
    ],
    required: ['applicationNumber'], fixed: [], identity: ['applicationNumber', 'type'],
  },
  trademark: {
    groups: [
      ['注册', ['registrationNumber', 'name', 'classes', 'appliedOn', 'registeredOn', 'statedStatus']],
      ['专用权', ['termStartOn', 'termEndOn', 'cancelledOn']],
      ['注册人', ['owner', 'ownerUscc', 'ownerPlace', 'ownerAddress']],
    ],
    required: ['registrationNumber', 'classes'], fixed: [], identity: ['registrationNumber'],
  },
  unit: {
    groups: [
      ['单位', ['uscc', 'name', 'formerNames', 'renamedOn', 'aliases', 'unitType', 'address']],
      ['所属', ['district', 'zone', 'previousDistrict', 'movedOn', 'parent', 'endedOn', 'mergedInto']],
    ],
    required: ['uscc', 'name'], fixed: ['mergedInto'], identity: ['uscc'],
  },
  honour: {
    groups: [
      ['荣誉', ['honour', 'level', 'session', 'category', 'objectNumber', 'status']],
      ['单位与公布', ['recipient', 'uscc', 'district', 'publishedOn', 'document']],
    ],
    required: ['honour', 'recipient'], fixed: [], identity: ['key', 'honour', 'level', 'session', 'recipient'],
  },
  pilot: {
    groups: [
      ['项目', ['project', 'pilotType', 'level', 'year', 'status']],
      ['承担单位', ['name', 'uscc', 'district']],
    ],
    required: ['project'], fixed: [], identity: ['key', 'project', 'pilotType', 'level', 'year', 'name'],
  },
  pct: {
    groups: [
      ['申请', ['pctNumber', 'title', 'receivedOn']],
      ['申请人', ['applicants', 'ownerUscc', 'ownerPlace', 'ownerAddress']],
    ],
    required: ['pctNumber', 'receivedOn'], fixed: [], identity: ['pctNumber'],
  },
  population: {
    groups: [['常住人口', ['region', 'year', 'series', 'populationWan']]],
    required: ['region', 'year', 'series', 'populationWan'], fixed: ['region', 'year', 'series'], identity: ['key', 'region', 'year', 'series'],
  },
  market_entities: {
    groups: [['市场主体', ['region', 'year', 'entities']]],
    required: ['region', 'year', 'entities'], fixed: ['region', 'year'], identity: ['key', 'region', 'year'],
  },
  indicator: {
    groups: [
      ['指标', ['region', 'indicator', 'period', 'heading']],
      ['数值', ['value', 'unit', 'growth', 'share', 'rank']],
    ],
    required: ['region', 'indicator', 'period', 'value'], fixed: ['region', 'indicator', 'period'], identity: ['key', 'region', 'indicator', 'period'],
  },
  name_link: {
    groups: [['认定', ['verdict', 'names']]],
    required: ['verdict', 'names'], fixed: ['verdict', 'names'], identity: ['key', 'verdict', 'names'],
  },
  own_indicator: {
    groups: [['自定义指标', ['indicator', 'version', 'label', 'definition', 'retired']]],
    required: ['indicator', 'version', 'label', 'definition'], fixed: ['indicator', 'version', 'label', 'definition', 'retired'], identity: ['key', 'indicator', 'version', 'label', 'definition', 'retired'],
  },
  apart_records: {
    groups: [['认定', ['kind', 'numbers']]],
    required: ['kind', 'numbers'], fixed: ['kind', 'numbers'], identity: ['key', 'kind', 'numbers'],
  },
} as const satisfies Record<RecordKind, FormDefinition>

const forms: Record<RecordKind, FormDefinition> = definitions

/** Where the catalogue's label speaks of what is stored rather than of what is typed. */
const shortLabels: Readonly<Record<string, string>> = { region: '地区', uscc: '信用代码', ownerUscc: '信用代码' }

/** Words that clerks put on records of every list, whatever the record is about. */
const tagsGroup = ['标签', [tagsField]] as const
export type GroupTitle = (typeof definitions)[RecordKind]['groups'][number][0] | (typeof tagsGroup)[0]

/** The groups of a kind's form, in the order of the panel. */
export function formOf(kind: RecordKind): readonly FormGroup[] {
  const { groups, required, fixed } = forms[kind]
  const { key, fields } = kindDefinitions[kind]
  const all = fields.some(({ name }) => name === tagsField) ? [...groups, tagsGroup] : groups
  return all.map(([title, names]) => ({
    title,
    fields: names.map((name) => {
      const field = fields.find((known) => known.name === name)
      if (!field) throw new RangeError(`${kind} has no field ${name}`)
      const choices = choicesFor(kind, name)
      const words = wordsToChoose(kind, name)
      return {
        name, label: shortLabels[name] ?? field.label, control: controlOf(kind, field), isRequired: required.includes(name), isFixed: name === key || fixed.includes(name),
        ...(choices === undefined ? {} : { choices }), ...(words === undefined ? {} : { words }),
      }
    }),
  }))
}

export function formField(kind: RecordKind, name: string): FormField | undefined {
  for (const { fields } of formOf(kind)) {
    const found = fields.find((field) => field.name === name)
    if (found) return found
  }
  return undefined
}

/** What a person's word about a record repeats of it. */
export function identityFields(kind: RecordKind): readonly string[] {
  return forms[kind].identity
}

function choicesFor(kind: RecordKind, name: string): ChoiceSet | undefined {
  return kind === 'population' && name === 'series' ? 'populationSeries' : choicesOfStored(kind, name)
}

function controlOf(kind: RecordKind, field: FieldDefinition): FormControl {
  if (field.name === tagsField) return 'tags'
  if (choicesFor(kind, field.name)) return 'choice'
  if (isPlaceField(kind, field.name)) return 'place'
  switch (field.type) {
    case 'date': case 'flag': return field.type
    case 'integer': case 'real': return 'number'
    case 'positions': case 'names': return 'lines'
    case 'texts': case 'integers': return 'list'
    case 'text': case 'name': return 'text'
  }
}
