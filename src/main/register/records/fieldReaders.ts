import { choices, choiceValue } from '../../../shared/domain/catalogue/choices'
import { isPlaceField, type PlaceWords } from '../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type FieldValue, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { formField } from '../../../shared/domain/catalogue/recordForms'
import { parseCcs, parseIcs, parsePatentClass, type ClassificationResult } from '../../../shared/domain/classification'
import { parseDate } from '../../../shared/domain/dates/dates'
import { parseDraftingUnits } from '../../../shared/domain/standards/draftingUnits'
import { parseNiceClasses } from '../../../shared/domain/trademarks/niceClass'
import { parseFigure } from '../../../shared/domain/numbers'
import { parseApplicationNumber } from '../../../shared/domain/patents/patentNumber'
import { parsePctApplication, parsePublicationNumber } from '../../../shared/domain/patents/patentPublication'
import { parsePositions } from '../../../shared/domain/positions'
import { writtenWord, writtenWords } from '../../../shared/domain/catalogue/writtenWords'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { parseReplacedNumbers, parseStandardNumber } from '../../../shared/domain/standards/standardNumber'
import { readTags, tagsField } from '../../../shared/domain/tags'
import { cleanLines, cleanText } from '../../../shared/domain/text'
import { parseRegistrationNumber } from '../../../shared/domain/trademarks/trademark'
import { parseUscc } from '../../../shared/domain/units/uscc'
import type { RegisterPlaces } from '../city/registerPlaces'
import { DistrictDirectory } from '../import/districtDirectory'

/** What reading typed text needs beside the text. */
export interface ReadingContext {
  /** YYYY-MM-DD. */
  today: string
  districts: DistrictDirectory
  /** How the register writes places. */
  words: PlaceWords
}

/** How texts are read in the city of a register on a day. */
export function readingIn(places: RegisterPlaces, today: string): ReadingContext {
  return { today, districts: new DistrictDirectory(places.resolver, places.city.code), words: places.words }
}

type Reader = (text: string, context: ReadingContext) => Result<FieldValue>

const longestText = 32_767

/**
 * Reads what a person typed into a field with the parsers that import uses; nothing typed is null.
 *
 * @returns the value as stored, or the parser's code with the field in `at.field` and in `details` what was typed
 *          (`value`), what would be right (`expected`) and readings to choose from (`choices`)
 */
export function readTyped(kind: RecordKind, name: string, typed: string, context: ReadingContext): Result<FieldValue> {
  const definition = kindDefinitions[kind].fields.find((field) => field.name === name)
  if (!definition) throw new RangeError(`${kind} has no field ${name}`)
  if (typed.length > longestText) return fail('text_too_long', { field: name }, { length: typed.length, limit: longestText })
  if (cleanText(typed) === '') return succeed(null)
  const result = readerOf(kind, name)(typed, context)
  if (result.ok) return result
  return fail(result.code, { field: name }, { value: cleanText(typed), field: definition.label, ...result.details })
}

const readers: Partial<Record<`${RecordKind}.${string}`, Reader>> = {
  'standard.standardNo': readStandardNumber,
  'standard.replaces': (text, { today }) => someOf(parseReplacedNumbers(text, { today }).numbers, 'not_a_standard_number'),
  'standard.ics': (text) => asValue(parseIcs(cleanText(text))),
  'standard.ccs': (text) => asValue(parseCcs(cleanText(text))),
  'standard.drafting': readDrafting,
  'patent.applicationNumber': readApplicationNumber,
  'patent.publications': (text) => readEach(text, parsePublicationNumber),
  'patent.ipc': (text) => readEach(text, parsePatentClass),
  'patent.pctNumber': (text) => asValue(parsePctApplication(cleanText(text))),
  'pct.pctNumber': (text) => asValue(parsePctApplication(cleanText(text))),
  'trademark.registrationNumber': (text) => asValue(parseRegistrationNumber(cleanText(text))),
  'trademark.classes': (text) => asValue(parseNiceClasses(text)),
  'population.populationWan': readPopulation,
  'indicator.rank': (text) => positive(readWholeNumber(text)),
}

const codeFields: ReadonlySet<string> = new Set(['uscc', 'ownerUscc'])
const yearFields: ReadonlySet<string> = new Set(['year'])

/** Whether not every text is a value of the field: a code, a choice, a place, a number, a word of a vocabulary. */
export function isCheckedField(kind: RecordKind, name: string): boolean {
  if (readers[`${kind}.${name}`] || codeFields.has(name) || yearFields.has(name) || isPlaceField(kind, name)) return true
  if (formField(kind, name)?.choices || writtenWords(kind, name)) return true
  const type = kindDefinitions[kind].fields.find((field) => field.name === name)?.type
  return type === 'flag' || type === 'integer' || type === 'real' || type === 'integers'
}

function readerOf(kind: RecordKind, name: string): Reader {
  const own = readers[`${kind}.${name}`]
  if (own) return own
  if (codeFields.has(name)) return readCode
  if (yearFields.has(name)) return readYear
  if (name === tagsField) return readTags
  if (isPlaceField(kind, name)) return placeReader(kind, name)
  const set = formField(kind, name)?.choices
  if (set) return (text) => {
    const value = choiceValue(set, cleanText(text))
    return value === null ? fail('unknown_value', undefined, { expected: choices[set].map(({ label }) => label).join('、') }) : succeed(value)
  }
  const written = writtenWords(kind, name)
  if (written) return (text) => {
    const word = writtenWord(written, cleanText(text))
    return word === null ? fail('unknown_value', undefined, { expected: Object.keys(written.words).join('、') }) : succeed(word)
  }
  return readerOfType(kind, name)
}

function readerOfType(kind: RecordKind, name: string): Reader {
  const type = kindDefinitions[kind].fields.find((field) => field.name === name)?.type ?? 'text'
  switch (type) {
    case 'date': return readDate
    case 'flag': return readFlag
    case 'integer': return readWholeNumber
    case 'real': return (text) => asFigure(text, ({ written }) => written)
    case 'names': case 'positions': return (text) => someOf(parseDraftingUnits(cleanLines(text)).units, 'bad_format')
    case 'texts': return (text) => someOf(cleanLines(text).split(/[;；\n]/u).map((part) => part.trim()).filter((part) => part !== ''), 'bad_format')
    case 'integers': return (text) => someOf(cleanLines(text).split(/[;；、,，\n]/u).map(Number).filter(Number.isInteger), 'bad_number')
    case 'text': case 'name': return (text) => succeed(cleanText(text))
  }
}

function asValue<T extends FieldValue>(result: Result<unknown> | { ok: true; value: T }): Result<FieldValue> {
  return result.ok ? succeed((result as { value: T }).value) : result
}

function someOf(values: readonly string[] | readonly number[], code: 'bad_format' | 'bad_number' | 'not_a_standard_number'): Result<FieldValue> {
  return values.length === 0 ? fail(code) : succeed(values)
}

function readStandardNumber(text: string, { today }: ReadingContext): Result<FieldValue> {
  const result = parseStandardNumber(cleanText(text), { today })
  if (result.ok) return result.status === 'ok' ? succeed(result.value) : fail('not_a_standard_number')
  return fail(result.code, undefined, 'proposal' in result ? { proposal: result.proposal, choices: [result.proposal] } : undefined)
}

function readApplicationNumber(text: string, { today }: ReadingContext): Result<FieldValue> {
  const result = parseApplicationNumber(cleanText(text), today)
  if (result.ok) return succeed(result.value)
  return fail(result.code, undefined, withExpected(result.details, cleanText(text)))
}

function readCode(text: string): Result<FieldValue> {
  const result = parseUscc(cleanText(text))
  return result.ok ? succeed(result.value) : fail(result.code, undefined, withExpected(result.details, cleanText(text)))
}

/** The last character that the rest asks for, and the whole with it, to be taken with one click. */
function withExpected(details: Readonly<Record<string, unknown>> | undefined, text: string): Record<string, unknown> {
  const expected = details?.['expectedCheck']
  const suggestion = details?.['suggestion']
  if (typeof expected === 'string') return { ...details, expected, choices: [`${text.slice(0, -1)}${expected}`] }
  return typeof suggestion === 'string' ? { ...details, choices: [suggestion] } : { ...details }
}

function readDate(text: string): Result<FieldValue> {
  const result = parseDate(cleanText(text))
  if (result.ok) return succeed(result.value)
  const candidates = result.details?.['candidates']
  return fail(result.code === 'bad_format' ? 'bad_date' : result.code, undefined, Array.isArray(candidates) ? { choices: candidates } : undefined)
}

function readFlag(text: string): Result<FieldValue> {
  const value = choiceValue('flag', cleanText(text))
  return value === null ? fail('unknown_value', undefined, { expected: '是、否' }) : succeed(value === 'true' ? 1 : null)
}

function readYear(text: string): Result<FieldValue> {
  const year = /^(\d{4})年?$/u.exec(cleanText(text).normalize('NFKC'))?.[1]
  if (year === undefined) return fail('bad_number')
  return /^(?:19|20)/u.test(year) ? succeed(Number(year)) : fail('bad_year')
}

function asFigure(text: string, valueOf: (figure: { value: number; written: number; unit: string | null; magnitude: string }) => number): Result<FieldValue> {
  const figure = parseFigure(text)
  return figure.ok ? succeed(valueOf(figure)) : fail('bad_number')
}

function readWholeNumber(text: string): Result<FieldValue> {
  const figure = parseFigure(text)
  return figure.ok && Number.isSafeInteger(figure.value) && figure.value >= 0 ? succeed(figure.value) : fail('bad_number')
}

/** 万人 unless 人 is written: 486643人 is 48.6643. A place has people: nobody would divide by zero. */
function readPopulation(text: string): Result<FieldValue> {
  const read = asFigure(text, ({ value, written, unit, magnitude }) => (magnitude === 'one' && unit === '人' ? Number(`${value}e-4`) : written))
  return positive(read)
}

function positive(read: Result<FieldValue>): Result<FieldValue> {
  return read.ok && Number(read.value) <= 0 ? fail('not_positive') : read
}

function readEach(text: string, parse: (part: string) => ClassificationResult | ReturnType<typeof parsePublicationNumber>): Result<FieldValue> {
  const values: string[] = []
  for (const part of cleanLines(text).split(/[;；,，、\n]/u)) {
    if (part.trim() === '') continue
    const result = parse(part.trim())
    if (!result.ok) return fail(result.code, undefined, { value: part.trim() })
    values.push(result.value)
  }
  return someOf([...new Set(values)], 'bad_format')
}

/** One name a line, in the order of the standard; “3:甲厂” where only some places are known. */
function readDrafting(text: string): Result<FieldValue> {
  const lines = cleanLines(text)
  const places = parsePositions(lines.replaceAll('\n', '、'))
  if (places !== null && places.length > 0) return succeed(places)
  const names = lines.includes('\n') ? lines.split('\n').map((line) => line.trim()).filter((line) => line !== '') : parseDraftingUnits(lines).units
  return names.length === 0 ? fail('bad_format') : succeed(names.map((name, index): [number, string] => [index + 1, name]))
}

/** District of the city; owners may sit elsewhere, figures may speak of the city or of another one. */
function placeReader(kind: RecordKind, name: string): Reader {
  return (text, { districts }) => {
    const typed = cleanText(text)
    if (name === 'ownerPlace') return known(districts.placeOf(typed))
    if (name === 'region' && districts.isWholeCity(typed)) return succeed(districts.cityCode)
    if (kind === 'indicator') return known(districts.cityOf(typed))
    const place = districts.resolve(typed)
    if (place.status === 'ambiguous') return fail('district_ambiguous', undefined, { choices: districts.names() })
    if (place.status === 'zone_without_district') return fail('zone_without_district', undefined, { choices: place.host ? [districts.nameOf(place.host)] : districts.names() })
    return known(place.code)
  }
}

function known(code: string | null): Result<FieldValue> {
  return code === null ? fail('unknown_region') : succeed(code)
}
