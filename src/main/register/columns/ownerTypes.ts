import { ownerTypes } from '../../../shared/domain/catalogue/filters'
import { ownerTypeOfWord } from '../../../shared/domain/units/unitType'

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

/** From the word in the directory's 单位类型; 0 when it is empty or unknown. */
export function ownerTypeOfUnitType(word: string | null): OwnerTypeNumber {
  return word === null ? 0 : ownerTypeNumber(ownerTypeOfWord(word))
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
