import { tagsField } from '../tags'

/**
 * The register's kinds of record and their stored fields: data, not code. The store builds its statements from this
 * table, the digest takes the fields in this order, lists and exports take their columns and labels from it.
 *
 * A new field is one entry here and one column in a migration. Never reorder or rename a released entry: the digest of
 * every record is computed over the fields in this order (append; null fields at the end do not change a digest).
 */

export const recordKinds = [
  'unit', 'standard', 'patent', 'trademark', 'honour', 'pilot', 'pct', 'population', 'market_entities', 'indicator', 'name_link', 'own_indicator', 'apart_records',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** Stable number of a kind, packed into evidence keys: `rec = id * 16 + kindNumber`. */
export const kindNumber: Record<RecordKind, number> = {
  unit: 0, standard: 1, patent: 2, trademark: 3, honour: 4, pilot: 5, pct: 6, population: 7, market_entities: 8, indicator: 9, name_link: 10, own_indicator: 11, apart_records: 12,
}

/**
 * text: as written · date: YYYY-MM-DD, YYYY-MM or YYYY (precision kept) · integer/real · flag: 0/1 ·
 * texts: ordered list of texts (one JSON column) · integers: ordered list of whole numbers (one JSON column) ·
 * name: one party name, kept in the table of distinct names · names: ordered party names in a side table ·
 * positions: [position, name] pairs of a drafting list, positions from 1, gaps allowed, in a side table
 */
export type FieldType = 'text' | 'date' | 'integer' | 'real' | 'flag' | 'texts' | 'integers' | 'name' | 'names' | 'positions'

export interface FieldDefinition {
  name: string
  column: string
  type: FieldType
  /** Column heading in lists and exports. */
  label: string
  /** Few records have it: an index of those that do (`<table>_with_<column>`) spares reading the others. */
  isSparse?: true
}

export interface KindDefinition {
  kind: RecordKind
  table: string
  /** Name of the field that is the natural key. */
  key: string
  fields: readonly FieldDefinition[]
  /** Side table of the `names` / `positions` field, where there is one. */
  namesTable?: { table: string; owner: string; field: string }
}

export type Scalar = string | number | null
export type FieldValue = Scalar | readonly string[] | readonly number[] | readonly (readonly [number, string])[]
/** Values of one record by field name; an absent or null field is empty. Flags are 1, never 0 or false when unset. */
export type Values = Record<string, FieldValue | undefined>

/** Labels keep their types, so that a language without a word for one does not compile. */
const typed = (type: FieldType) => <Label extends string>(name: string, column: string, label: Label): FieldDefinition & { label: Label } => ({ name, column, type, label })
const text = typed('text')
const date = typed('date')
const texts = typed('texts')
const integer = typed('integer')
const real = typed('real')
const flag = typed('flag')
/** Short words that clerks put on records (shared/domain/tags.ts). */
const tags = { name: tagsField, column: 'tags', type: 'texts', label: '标签', isSparse: true } as const satisfies FieldDefinition

const definitions = {
  unit: {
    kind: 'unit', table: 'unit', key: 'uscc',
    fields: [
      text('uscc', 'uscc', '统一社会信用代码'), text('name', 'name', '单位名称'), texts('formerNames', 'former_names', '曾用名'),
      text('district', 'district', '所属区市'), text('zone', 'zone', '功能区'), text('unitType', 'unit_type', '单位类型'),
      text('address', 'address', '住所'), text('previousDistrict', 'previous_district', '原区市'),
      date('movedOn', 'moved_on', '迁入日期'), date('endedOn', 'ended_on', '注销日期'),
      texts('aliases', 'aliases', '别名'), date('renamedOn', 'renamed_on', '更名日期'), text('parent', 'parent', '上级单位'), text('mergedInto', 'merged_into', '并入单位'), tags,
    ],
  },
  standard: {
    kind: 'standard', table: 'standard', key: 'standardNo',
    namesTable: { table: 'drafting_unit', owner: 'standard_id', field: 'drafting' },
    fields: [
      text('standardNo', 'standard_no', '标准编号'), text('title', 'title', '标准名称'), text('kind', 'kind', '标准类别'),
      text('nature', 'nature', '标准性质'), text('newOrRevised', 'new_or_revised', '制定/修订'), texts('replaces', 'replaces', '代替标准'),
      date('publishedOn', 'published_on', '发布日期'), date('effectiveOn', 'effective_on', '实施日期'), date('abolishedOn', 'abolished_on', '废止日期'),
      text('statedStatus', 'stated_status', '来源状态'), text('ics', 'ics', 'ICS'), text('ccs', 'ccs', 'CCS'),
      text('committee', 'committee', '归口单位'), text('department', 'department', '主管部门'),
      typed('positions')('drafting', 'drafting', '起草单位'), integer('listLength', 'list_length', '起草单位数'), flag('listComplete', 'list_complete', '名单完整'),
      texts('forewordLead', 'foreword_lead', '前言载明的负责起草单位'), text('adopts', 'adopts', '采用的国际标准'), text('adoption', 'adoption', '采标程度'),
      texts('systems', 'systems', '标准体系'), flag('listConflict', 'list_conflict', '名单有冲突'), text('reportedDistrict', 'reported_district', '报送区市'), tags,
    ],
  },
  patent: {
    kind: 'patent', table: 'patent', key: 'applicationNumber',
    namesTable: { table: 'party', owner: 'patent_id', field: 'parties' },
    fields: [
      text('applicationNumber', 'application_number', '申请号'), text('type', 'type', '专利类型'), text('title', 'title', '名称'),
      typed('names')('parties', 'parties', '专利权人'), text('ownerUscc', 'owner_uscc', '统一社会信用代码'), text('ownerType', 'owner_type', '专利权人类型'),
      text('ownerPlace', 'owner_place', '权利人所在地'), text('ownerAddress', 'owner_address', '地址'), date('filedOn', 'filed_on', '申请日'), date('grantedOn', 'granted_on', '授权公告日'),
      date('lapsedOn', 'lapsed_on', '失效日'), text('statedStatus', 'stated_status', '来源状态'), text('legalEvent', 'legal_event', '法律事件'),
      texts('publications', 'publications', '公开（公告）号'), texts('ipc', 'ipc', 'IPC'), text('pctNumber', 'pct_number', 'PCT申请号'),
      flag('strategic', 'strategic', '战略性新兴产业'), flag('overseasFamily', 'overseas_family', '海外有同族'), flag('tenYears', 'ten_years', '维持超10年'),
      flag('pledge', 'pledge', '较高质押融资'), flag('award', 'award', '国家科技奖或中国专利奖'), flag('criteriaStated', 'criteria_stated', '已登记认定要素'), flag('listedHighValue', 'listed_high_value', '列入下发清单'), tags,
    ],
  },
  trademark: {
    kind: 'trademark', table: 'trademark', key: 'registrationNumber',
    fields: [
      text('registrationNumber', 'registration_number', '注册号'), text('name', 'name', '商标名称'), typed('integers')('classes', 'classes', '类别'),
      typed('name')('owner', 'owner_name', '注册人'), text('ownerUscc', 'owner_uscc', '统一社会信用代码'), text('ownerPlace', 'owner_place', '所在区县'), text('ownerAddress', 'owner_address', '地址'),
      date('appliedOn', 'applied_on', '申请日期'), date('registeredOn', 'registered_on', '注册公告日期'), date('termStartOn', 'term_start_on', '专用权开始'),
      date('termEndOn', 'term_end_on', '专用权结束'), date('cancelledOn', 'cancelled_on', '注销日期'), text('statedStatus', 'stated_status', '来源状态'), tags,
    ],
  },
  honour: {
    kind: 'honour', table: 'honour', key: 'key',
    fields: [
      text('key', 'key', '键'), text('honour', 'honour', '荣誉名称'), text('level', 'level', '等级'), text('session', 'session', '届次/年度'),
      text('recipient', 'recipient', '单位名称'), text('uscc', 'uscc', '统一社会信用代码'), text('category', 'category', '类别'),
      text('objectNumber', 'object_number', '专利号或标准号'), text('district', 'district', '区市'), text('document', 'document', '公布文件及文号'),
      date('publishedOn', 'published_on', '公布日期'), text('status', 'status', '状态'), tags,
    ],
  },
  pilot: {
    kind: 'pilot', table: 'pilot', key: 'key',
    fields: [
      text('key', 'key', '键'), text('project', 'project', '项目名称'), text('pilotType', 'pilot_type', '类型'), text('level', 'level', '级别'),
      text('name', 'name', '承担单位'), text('uscc', 'uscc', '统一社会信用代码'), text('district', 'district', '区市'), integer('year', 'year', '批准年度'), text('status', 'status', '状态'), tags,
    ],
  },
  pct: {
    kind: 'pct', table: 'pct', key: 'pctNumber',
    namesTable: { table: 'pct_applicant', owner: 'pct_id', field: 'applicants' },
    fields: [
      text('pctNumber', 'pct_number', 'PCT申请号'), text('title', 'title', '发明名称'), date('receivedOn', 'received_on', '受理日'),
      typed('names')('applicants', 'applicants', '申请人'), text('ownerUscc', 'owner_uscc', '统一社会信用代码'), text('ownerPlace', 'owner_place', '第一申请人所在地'), text('ownerAddress', 'owner_address', '地址'), tags,
    ],
  },
  population: {
    kind: 'population', table: 'population', key: 'key',
    fields: [
      text('key', 'key', '键'), text('region', 'region', '地区代码'), text('series', 'series', '人口口径'), integer('year', 'year', '年份'),
      real('populationWan', 'population_wan', '常住人口（万人）'), tags,
    ],
  },
  market_entities: {
    kind: 'market_entities', table: 'market_entities', key: 'key',
    fields: [text('key', 'key', '键'), text('region', 'region', '地区代码'), integer('year', 'year', '年份'), integer('entities', 'entities', '市场主体（户）'), tags],
  },
  indicator: {
    kind: 'indicator', table: 'indicator', key: 'key',
    fields: [
      text('key', 'key', '键'), text('region', 'region', '地区代码'), text('indicator', 'indicator', '指标'), text('period', 'period', '统计期'),
      text('heading', 'heading', '来源栏目'), real('value', 'value', '数值'), text('unit', 'unit', '单位'), text('growth', 'growth', '同比'), text('share', 'share', '占比'), integer('rank', 'rank', '位次'), tags,
    ],
  },
  // A person's word on names: same, the others stand for the first; different, never to be proposed as one unit again.
  name_link: {
    kind: 'name_link', table: 'name_link', key: 'key',
    fields: [text('key', 'key', '键'), text('verdict', 'verdict', '认定'), texts('names', 'names', '名称')],
  },
  // A version of an indicator of the office's own; each version is a record, the newest one counts.
  own_indicator: {
    kind: 'own_indicator', table: 'own_indicator', key: 'key',
    fields: [
      text('key', 'key', '键'), text('indicator', 'indicator', '指标'), integer('version', 'version', '版本'), text('label', 'label', '指标名称'),
      text('definition', 'definition', '定义'), flag('retired', 'retired', '已停用'),
    ],
  },
  // Records that look like one and of which a person said that no two are (不是同一项), by their numbers.
  apart_records: {
    kind: 'apart_records', table: 'apart_records', key: 'key',
    fields: [text('key', 'key', '键'), text('kind', 'kind', '类别'), texts('numbers', 'numbers', '编号')],
  },
} satisfies Record<RecordKind, KindDefinition>

export const kindDefinitions: Record<RecordKind, KindDefinition> = definitions
export type FieldLabel = (typeof definitions)[RecordKind]['fields'][number]['label']

/** What people know a record by, as it stands in lists and answers; empty where its values do not say. */
export function keyOf({ kind, values }: { kind: RecordKind; values: Values }): string {
  if (kind === 'apart_records' && Array.isArray(values['numbers'])) return values['numbers'].join('、')
  return String(values[kindDefinitions[kind].key] ?? '')
}

/** Key under which evidence and conflicts name a record of any kind. */
export function packRecord(kind: RecordKind, id: number): number {
  return id * 16 + kindNumber[kind]
}

/** What {@link packRecord} packed. @throws RangeError for a number that is no kind's */
export function unpackRecord(rec: number): { kind: RecordKind; id: number } {
  return { kind: kindOfNumber(rec % 16), id: Math.floor(rec / 16) }
}

const kindsByNumber = new Map(recordKinds.map((kind): [number, RecordKind] => [kindNumber[kind], kind]))

/** The kind of a stored number. @throws RangeError for one that is no kind's */
export function kindOfNumber(number: number): RecordKind {
  const kind = kindsByNumber.get(number)
  if (kind === undefined) throw new RangeError(`no record kind ${number}`)
  return kind
}
