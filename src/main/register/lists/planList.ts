import type { FilterMatch } from '../../../shared/bridge/lists'
import { choiceValue, choices } from '../../../shared/domain/catalogue/choices'
import { listDefinitions, listField, type ListField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { queryWords, type WordMatch } from '../../../shared/domain/search/matching'
import { spellingOf } from '../../../shared/domain/search/pinyin'
import { numberRange } from '../../../shared/domain/search/writtenRange'
import { cleanText, foldText, normaliseName } from '../../../shared/domain/text'
import type { PackedWindow } from '../columns/packedDate'
import { dateRange, isInRange } from './dateRange'
import type { ListQuery } from './listQuery'

/** A query understood: words, tests and keys over the fields of the catalogue. */
export interface ListPlan {
  kind: ListKind
  words: readonly string[]
  /** Whether the words may be spelled in pinyin, and one of them may be. */
  match: WordMatch
  tests: readonly FieldTest[]
  keys: readonly { field: ListField; descending: boolean }[]
}

/** Asked once per distinct value, never per record. Dates are packed, choices English values, districts names. */
export interface FieldTest {
  field: ListField
  accepts(value: string | number): boolean
  acceptsEmpty: boolean
  /** The record passes when none of its values does. */
  isNegated?: boolean
}

/** How words for places become names of districts; null for an unknown word. */
export type DistrictNames = (word: string) => string | null

/** A unit that went into another one is no unit of its own; asked for by the field it can still be seen. */
const standingUnits: readonly FieldTest[] = [listField('units', 'mergedInto')].flatMap((field) => (field ? [{ field, accepts: () => false, acceptsEmpty: true }] : []))

/**
 * Reads a query.
 *
 * @returns usage_bad_value with the field and what would be right
 */
export function planList(query: ListQuery, districtName: DistrictNames): Result<ListPlan> {
  const tests: FieldTest[] = []
  for (const { field: name, values, match } of query.filters) {
    const test = isPart(match) ? planPart(query.kind, name, values, partTests[match]) : planTest(query.kind, name, values, districtName)
    if (!test.ok) return test
    tests.push({ ...test.value, isNegated: match === 'lacks' || match === 'excludes' })
  }
  if (query.kind === 'units' && !query.filters.some(({ field }) => field === 'mergedInto')) tests.push(...standingUnits)
  const keys: { field: ListField; descending: boolean }[] = []
  for (const { field: name, descending } of query.sort) {
    const field = listField(query.kind, name)
    if (!field) return unknownField(query.kind, '--sort', name)
    keys.push({ field, descending })
  }
  const words = queryWords(query.search)
  return succeed({ kind: query.kind, words, match: query.asWritten !== true && words.some((word) => spellingOf(word) !== null) ? 'spelled' : 'written', tests, keys })
}

/** The failure for a name that is no field of the kind. */
export function unknownField(kind: ListKind, option: string, name: string): Failure {
  return fail('usage_bad_value', undefined, { option, value: name, expected: listDefinitions[kind].fields.map((field) => field.name).join('、') })
}

function planTest(kind: ListKind, name: string, values: readonly string[], districtName: DistrictNames): Result<FieldTest> {
  const yearField = name === 'year' ? listDefinitions[kind].yearField : undefined
  const field = listField(kind, name) ?? (yearField === undefined ? undefined : listField(kind, yearField))
  if (!field) return unknownField(kind, '--filter', name)
  const accepts: ((value: string | number) => boolean)[] = []
  let acceptsEmpty = false
  for (const word of values.map((value) => value.trim())) {
    if (word === '' || word === '空') {
      acceptsEmpty = true
      continue
    }
    const accept = acceptOf(field, word, districtName)
    if (accept === null) return fail('usage_bad_value', undefined, { option: `--filter ${name}`, value: word, expected: expectationOf(field) })
    accepts.push(accept)
    acceptsEmpty ||= field.type === 'flag' && choiceValue('flag', word) === 'false'
  }
  return succeed({ field, acceptsEmpty, accepts: (value) => accepts.some((accept) => accept(value)) })
}

type PartTest = (text: string, part: string) => boolean

const partTests = {
  contains: (text, part) => text.includes(part),
  lacks: (text, part) => text.includes(part),
  starts: (text, part) => text.startsWith(part),
  ends: (text, part) => text.endsWith(part),
} as const satisfies Record<Exclude<FilterMatch, 'excludes'>, PartTest>

function isPart(match: FilterMatch | undefined): match is keyof typeof partTests {
  return match !== undefined && match !== 'excludes'
}

/** Part of a text, whatever its case and width. */
function planPart(kind: ListKind, name: string, values: readonly string[], isMet: PartTest): Result<FieldTest> {
  const field = listField(kind, name)
  if (!field) return unknownField(kind, '--filter', name)
  const parts = values.map(partText).filter((part) => part !== '')
  return succeed({ field, acceptsEmpty: false, accepts: (value) => parts.some((part) => isMet(partText(String(value)), part)) })
}

function partText(text: string): string {
  return foldText(cleanText(text)).toLowerCase()
}

/** The test of one written value; null when the field cannot have it. */
function acceptOf(field: ListField, word: string, districtName: DistrictNames): ((value: string | number) => boolean) | null {
  switch (field.type) {
    case 'date': return within(dateRange(word))
    case 'number': case 'numbers': return numberTest(word)
    case 'district': case 'districts': return equals(districtName(word))
    case 'choice': case 'choices': return equals(choiceValue(field.choices ?? 'flag', word))
    case 'flag': return choiceValue('flag', word) === null ? null : (value) => (value === 1) === (choiceValue('flag', word) === 'true')
    case 'code': case 'codes': return sameText(foldText(word), foldText)
    case 'text': case 'texts': return field.isName ? sameName(normaliseName(word)) : sameText(cleanText(word), cleanText)
  }
}

function within(range: PackedWindow | null): ((value: string | number) => boolean) | null {
  return range === null ? null : (value) => isInRange(Number(value), range)
}

function equals(wanted: string | null): ((value: string | number) => boolean) | null {
  return wanted === null ? null : (value) => value === wanted
}

function sameText(wanted: string, clean: (text: string) => string): (value: string | number) => boolean {
  return (value) => value === wanted || (typeof value === 'string' && value.length >= wanted.length && clean(value) === wanted)
}

function sameName(wanted: string): (value: string | number) => boolean {
  return (value) => normaliseName(String(value)) === wanted
}

function numberTest(word: string): ((value: string | number) => boolean) | null {
  const range = numberRange(word)
  return range === null ? null : (value) => Number(value) >= range.from && Number(value) <= range.to
}

function expectationOf(field: ListField): string {
  if (field.choices) return choices[field.choices].map(({ value, label }) => `${value}（${label}）`).join('、')
  return field.type === 'date' ? '2021、2021-06、2021-06-30、2021-01-01..2021-06-30' : field.type.startsWith('number') ? '9、2019..2021' : ''
}
