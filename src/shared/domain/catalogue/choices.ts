/**
 * Fields with a fixed set of values: the English value of the command line, the label that people read and that exports
 * write, and the other words that mean the same. Data, not code.
 */
export interface Choice {
  value: string
  label: string
  /** Further words accepted where a person writes the value. */
  also?: readonly string[]
}

const choice = <Label extends string>(value: string, label: Label, ...also: string[]): Choice & { label: Label } => (also.length > 0 ? { value, label, also } : { value, label })

export const choices = {
  standardKind: [
    choice('international', '国际标准', '国际'), choice('national', '国家标准', '国家', '国标'), choice('national_health', '国家职业卫生标准', '国家卫生标准'),
    choice('industry', '行业标准', '行业', '行标'), choice('local_province', '省级地方标准', '省地方标准'), choice('local_city', '市级地方标准', '市地方标准'),
    choice('group', '团体标准', '团体', '团标'), choice('enterprise', '企业标准', '企业', '企标'),
  ],
  nature: [
    choice('mandatory', '强制性', '强制'), choice('recommended', '推荐性', '推荐'), choice('guidance', '指导性技术文件', '指导性'), choice('voluntary', '自愿性', '自愿'),
  ],
  newOrRevised: [choice('new', '制定'), choice('revised', '修订')],
  /** State on a date (domain.md 1.4). */
  standardStatus: [choice('in_force', '现行', '现行有效'), choice('upcoming', '即将实施'), choice('abolished', '废止', '已废止')],
  role: [choice('lead', '主导', '主持', '牵头'), choice('part', '参与')],
  patentType: [choice('invention', '发明', '发明专利'), choice('utility_model', '实用新型'), choice('design', '外观设计', '外观')],
  ownerType: [
    choice('university', '大专院校', '高校'), choice('research', '科研单位', '科研院所'), choice('enterprise', '工矿企业', '企业'),
    choice('institution', '机关团体'), choice('individual', '个人'),
  ],
  /** In force, no longer (or refused), not yet granted (domain.md 2.6). */
  patentStatus: [choice('valid', '有效'), choice('invalid', '失效', '无效'), choice('pending', '审中', '在审')],
  criterion: [
    choice('strategic', '战略性新兴产业'), choice('overseas_family', '海外有同族'), choice('ten_years', '维持超10年'),
    choice('pledge', '较高质押融资'), choice('award', '国家科技奖或中国专利奖'),
  ],
  /** domain.md 3. */
  trademarkStatus: [
    choice('not_registered', '未注册'), choice('in_term', '有效', '注册'), choice('renewal_window', '续展期内', '续展期'),
    choice('grace', '宽展期内', '宽展期'), choice('expired', '已过期', '期满'), choice('cancelled', '已注销', '注销'),
  ],
  /** Where a figure of the population comes from; stored with its year, as census2020. */
  populationSeries: [choice('yearend', '年末常住', '年末', '年末常住人口'), choice('census', '人口普查', '普查')],
  flag: [choice('true', '是', '1', 'yes'), choice('false', '否', '0', 'no')],
} as const satisfies Record<string, readonly Choice[]>

export type ChoiceSet = keyof typeof choices
export type ChoiceLabel = (typeof choices)[ChoiceSet][number]['label']

/** The English value behind a value, label or synonym; null when the word is none of them. */
export function choiceValue(set: ChoiceSet, word: string): string | null {
  const known: readonly Choice[] = choices[set]
  const found = known.find(({ value, label }) => value === word || label === word) ?? known.find(({ also }) => also?.includes(word))
  return found?.value ?? null
}

/** The Chinese label of a value; a value that is no choice (an old register, a typing error) is shown as it is. */
export function choiceLabel(set: ChoiceSet, value: string): string {
  const known: readonly Choice[] = choices[set]
  return known.find((candidate) => candidate.value === value)?.label ?? value
}
