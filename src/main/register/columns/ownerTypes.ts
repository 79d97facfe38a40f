import { ownerTypes } from '../../../shared/domain/catalogue/filters'

/**
 * 专利权人类型 as a number: its place in the catalogue plus one, 0 when nothing is said. The printed classes of F3 and F4
 * must add up, so every owner ends in one: by the directory's unit type, the source's own statement, or the name.
 */
export type OwnerTypeNumber = number

export function ownerTypeNumber(value: string | number | null | undefined): OwnerTypeNumber {
  return ownerTypes.findIndex((known) => known.value === value) + 1
}

const university = ownerTypeNumber('university')
const research = ownerTypeNumber('research')
const enterprise = ownerTypeNumber('enterprise')
const institution = ownerTypeNumber('institution')
const individual = ownerTypeNumber('individual')

const unitTypeWords: readonly (readonly [RegExp, OwnerTypeNumber])[] = [
  [/高校|大专|院校|大学|学校/, university],
  [/科研|研究/, research],
  [/企业|公司|个体|合作社|工厂|厂矿/, enterprise],
  [/机关|事业|团体|组织|政府|协会|学会|商会|社团|非企业/, institution],
  [/个人|自然人/, individual],
]

/** From the word in the directory's 单位类型; 0 when it is empty or unknown. */
export function ownerTypeOfUnitType(word: string | null): OwnerTypeNumber {
  if (word === null) return 0
  // 民办非企业 contains 企业 but is none.
  if (/非企业/.test(word)) return institution
  return unitTypeWords.find(([pattern]) => pattern.test(word))?.[1] ?? 0
}

const nameWords: readonly (readonly [RegExp, OwnerTypeNumber])[] = [
  [/公司|集团|企业|工厂|合作社|事务所|商行|门市|经营部|工作室|株式会社|Ltd|Inc|LLC|Corp|GmbH|Company/i, enterprise],
  [/大学|学院|专科学校|University|College/i, university],
  [/研究院|研究所|研究中心|科学院|设计院|Institute/i, research],
  [/[厂店行场部]$/, enterprise],
  [/[局院所站校馆社会处室队园委]$|中心|政府|委员会|协会|学会|医院|部队/, institution],
]

/** From the name alone: an organisation's word, else a person (domain.md 2, F3: 非职务). */
export function ownerTypeOfName(name: string): OwnerTypeNumber {
  return nameWords.find(([pattern]) => pattern.test(name))?.[1] ?? individual
}
