import type { ownerTypes } from '../catalogue/filters'

type OwnerType = (typeof ownerTypes)[number]['value']

/** What lists call a unit's kind, in the order in which the words decide: 国有事业单位 is none of the enterprises. */
const unitTypeWords: readonly (readonly [RegExp, OwnerType])[] = [
  [/非企业/u, 'institution'],
  [/高校|大专|院校|大学|学校|学院/u, 'university'],
  [/科研|研究/u, 'research'],
  [/企业|公司|个体|合作社|工厂|厂矿/u, 'enterprise'],
  [/机关|事业|团体|组织|政府|协会|学会|商会|社团|基金会|工会|委员会|医院|部队/u, 'institution'],
  [/独资|合伙|所有制|国有|国企|央企|民企|民营|私营|外资|内资|合资|联营|股份|商户|农场|上市|规上|规模以上|小微|[大中小微]型/u, 'enterprise'],
  [/个人|自然人/u, 'individual'],
]

/** The kind of owner that a word for a unit's kind (单位类型) means; null for what is no such word. */
export function ownerTypeOfWord(word: string): OwnerType | null {
  return unitTypeWords.find(([pattern]) => pattern.test(word))?.[1] ?? null
}
