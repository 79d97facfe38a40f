import { hasGrantedForeignMember } from '../../../../shared/domain/patents/patentFamily'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { RowReader } from '../sheet/rowReader'

/** In the order of the definition (domain.md 2.7), which forms number. */
const criteriaFields = ['strategic', 'overseasFamily', 'tenYears', 'pledge', 'award'] as const
type Criterion = (typeof criteriaFields)[number]

/** What is written into a column of a criterion instead of a tick: the industry, the countries, the years, the amount, the award. */
const criterionWords: Partial<Record<Criterion, RegExp>> = {
  strategic: /^(?!.*(?:非|不属)).*(?:新一代信息技术|高端装备|新材料|生物|新能源|节能环保|数字创意|相关服务)/u,
  overseasFamily: /^(?!.*(?:申请|公开|未|无|审)).*(?:美国|日本|韩国|欧洲|欧盟|德国|英国|法国|俄罗斯|澳大利亚|加拿大|印度|巴西|\b(?:US|EP|JP|KR|DE|GB|FR|RU|AU|CA|IN)\b)/u,
  tenYears: /^\s*(?:1[1-9]|[2-9]\d|10\.\d*[1-9]\d*)(?:\.\d+)?\s*年?$/u,
  pledge: /^\s*(?!0+(?:\.0+)?\D*$)\d[\d,.]*\s*(?:(?:万|亿)?元|$)/u,
  award: /^(?!.*(?:未|无|没))(?!.*(?:省|市|区|县|行业|协会|学会|校)(?!.*(?:国家|中国专利))).*奖/u,
}

/** What names a criterion among others. */
const namedBy: Readonly<Record<Criterion, RegExp>> = { strategic: /战略|战新/u, overseasFamily: /同族|海外/u, tenYears: /维持|(?:10|十)年/u, pledge: /质押/u, award: /奖/u }

/** Flags of the official sheet hold as given (0 = stated as not met); exports state two of them through their own columns. */
export function readCriteria(reader: RowReader, values: StatedValues, isHandedDown: boolean): void {
  const stated = criteriaFields.filter((field) => reader.has(field))
  const named = stated.length > 0 ? null : readNamed(reader)
  if (stated.length > 0 || named !== null) {
    for (const field of criteriaFields) {
      if (named !== null) values[field] = named.has(field) ? 1 : 0
      else if (reader.has(field)) values[field] = reader.ticked(field, criterionWords[field]) ? 1 : 0
    }
    if (named === null && !reader.has('strategic') && reader.has('strategicIndustry')) values.strategic = reader.text('strategicIndustry') === null ? 0 : 1
    values.criteriaStated = 1
    return
  }
  if (isHandedDown) values.listedHighValue = 1
  if (reader.text('strategicIndustry') !== null) values.strategic = 1
  const family = reader.text('simpleFamily')
  if (family !== null && hasGrantedForeignMember(family)) values.overseasFamily = 1
}

/** The criteria that one cell names, by words or by the numbers that its heading gives them; null where it names none, which is said. */
function readNamed(reader: RowReader): Set<Criterion> | null {
  const text = reader.text('criteriaNamed')
  if (text === null) return null
  const numbered = numbersOf(reader.mapping.fields.get('criteriaNamed')?.header ?? '')
  const parts = text.replace(/[①-⑨]/gu, (mark) => `${mark},`).normalize('NFKC').split(/[、,;/|+\s]+|和|及/u).filter((part) => part !== '')
  const read = parts.map((part) => numbered.get(/^\D{0,2}([1-9])\D{0,2}$/u.exec(part)?.[1] ?? '') ?? criteriaFields.find((field) => !/非|不|未|无/u.test(part) && namedBy[field].test(part)))
  const found = read.filter((field) => field !== undefined)
  if (found.length === parts.length) return new Set(found)
  reader.notice('criteriaNamed', 'bad_text_value', text)
  return null
}

/** "高价值情形（1战略性新兴产业 2海外同族 …）" numbers the criteria. */
function numbersOf(heading: string): Map<string, Criterion> {
  const found = [...heading.normalize('NFKC').matchAll(/([1-9])[^\d]{0,2}?((?:(?!\d[^\d年]).)+)/gu)].flatMap(([, number = '', words = '']) => {
    const criterion = criteriaFields.find((field) => namedBy[field].test(words))
    return criterion === undefined ? [] : [[number, criterion] as const]
  })
  return new Map(found)
}
