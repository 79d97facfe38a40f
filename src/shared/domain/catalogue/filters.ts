/**
 * Filters of the indicators: the English value that is stored and passed, and the Chinese label shown for it. Values
 * that are free text in the files (honours, pilots) have no list.
 */
export interface FilterValue { value: string; label: string; also?: readonly string[] }

const value = <Label extends string>(name: string, label: Label, ...also: string[]): FilterValue & { label: Label } => ({ value: name, label, also })

export const standardKinds = [
  value('international', '国际', '国际标准'), value('national', '国家', '国家标准'), value('national_health', '国家职业卫生', '国家职业卫生标准'),
  value('industry', '行业', '行业标准'), value('local_province', '省地方', '省级地方标准'), value('local_city', '市地方', '市级地方标准'),
  value('group', '团体', '团体标准'), value('enterprise', '企业', '企业标准'),
]

export const ownerTypes = [
  value('university', '大专院校', '高等院校', '高校'), value('research', '科研单位', '科研机构'), value('enterprise', '工矿企业', '企业'),
  value('institution', '机关团体', '事业单位'), value('individual', '个人'),
]

const criterionValues = [
  value('strategic', '战略性新兴产业'), value('overseas_family', '海外有同族'), value('ten_years', '维持超10年'),
  value('pledge', '较高质押融资'), value('award', '国家科技奖或中国专利奖'),
]

export const filterDefinitions = {
  kind: { label: '标准类别', values: standardKinds },
  role: { label: '角色', values: [value('lead', '主导', '主持', '牵头'), value('part', '参与')] },
  newOrRevised: { label: '制定/修订', values: [value('new', '制定'), value('revised', '修订')] },
  type: { label: '专利类型', values: [value('invention', '发明', '发明专利'), value('utility_model', '实用新型'), value('design', '外观设计', '外观')] },
  ownerType: { label: '专利权人类型', values: ownerTypes },
  criterion: { label: '认定要素', values: criterionValues },
  honour: { label: '荣誉名称', values: null },
  level: { label: '等级', values: null },
  pilotType: { label: '试点类型', values: null },
  status: { label: '状态', values: null },
  tags: { label: '标签', values: null },
  unitTags: { label: '单位标签', values: null },
} as const satisfies Record<string, { label: string; values: readonly FilterValue[] | null }>

export type FilterName = keyof typeof filterDefinitions
type Filter = (typeof filterDefinitions)[FilterName]
export type FilterWord = Filter['label'] | NonNullable<Filter['values']>[number]['label']

/** Accepted values by filter; several values mean any of them. */
export type Filters = Partial<Record<FilterName, readonly string[]>>

export function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(filterDefinitions, name)
}

/** The stored value behind an English value or a Chinese label; null when the filter knows no such value. */
export function filterValue(name: FilterName, written: string): string | null {
  const values: readonly FilterValue[] | null = filterDefinitions[name].values
  if (!values) return written
  return values.find((known) => known.value === written || known.label === written || known.also?.includes(written))?.value ?? null
}

/** The Chinese word for a stored value; what the filter does not know stays as it is. */
export function filterLabel(name: FilterName, written: string): string {
  const values: readonly FilterValue[] | null = filterDefinitions[name].values
  return values?.find((known) => known.value === written)?.label ?? written
}
