import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { isPlaceholder } from '../../../../shared/domain/text'
import type { RowReader } from '../sheet/rowReader'
import { cellText } from '../table/cellText'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import { mappedAs, type HeaderMatch } from '../table/header'

/**
 * Standards whose numbers stand in a column for each kind (国家标准编号 | 行业标准编号 | 地方标准编号): a row fills those that it has.
 */
const kindHeading = /^(国际|国家|行业|地方|团体|企业)标准(?:编?号|编码|代号)(?:\(.*\))?$/u
const fieldOfWord: Readonly<Record<string, string>> = {
  国际: 'internationalNumber', 国家: 'nationalNumber', 行业: 'industryNumber', 地方: 'localNumber', 团体: 'groupNumber', 企业: 'enterpriseNumber',
}
const kindFields = Object.values(fieldOfWord)

/** The match with a column for each kind; 国际标准编号 beside 国家标准编号 alone may as well be what it adopts. */
export function numbersByKindMatch(match: HeaderMatch): HeaderMatch {
  const key = match.mapping.fields.get('standardNo')
  const found = match.header.columns.flatMap((column) => {
    const word = kindHeading.exec(headingKey(column.header.split('/').at(-1) ?? ''))?.[1]
    return word === undefined ? [] : [[word, column] as const]
  })
  const words = new Set(found.map(([word]) => word))
  if (key === undefined || found.length < 2 || words.size < found.length || !found.some(([, { index }]) => index === key.index)) return match
  if (words.has('国际') && words.size === 2) return match
  const byKind = found.filter(([, { index }]) => index !== key.index).map(([word, column]): [string, HeaderColumn] => [fieldOfWord[word] ?? word, column])
  const used = new Set(byKind.map(([, { index }]) => index))
  return mappedAs(match, new Map([...[...match.mapping.fields].filter(([, { index }]) => !used.has(index)), ...byKind]))
}

/** Columns of the key: the first kind's number, then the others'. */
export function numberFieldsOf({ fields }: Mapping): string[] {
  return ['standardNo', ...kindFields.filter((field) => fields.has(field))]
}

/** The column that has the row's number; null where none or several have one. */
export function filledNumberField(reader: RowReader): string | null {
  const [only, ...more] = filledFields(reader)
  return only === undefined || more.length > 0 ? null : only
}

/** The numbers of a row that fills several columns, as one list; null for any other. */
export function numbersOfKinds(reader: RowReader): string | null {
  const filled = filledFields(reader)
  return filled.length < 2 ? null : filled.map((field) => cellText(reader.cell(field)).trim()).join('、')
}

function filledFields(reader: RowReader): string[] {
  return numberFieldsOf(reader.mapping).filter((field) => !isPlaceholder(cellText(reader.cell(field))))
}
