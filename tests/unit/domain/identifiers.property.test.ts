import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCcs, parseIcs, parseIpc, parsePatentClass } from '../../../src/shared/domain/classification'
import { parseDate } from '../../../src/shared/domain/dates/dates'
import { createDistrictResolver } from '../../../src/shared/domain/places/districts'
import { parseDraftingUnits } from '../../../src/shared/domain/standards/draftingUnits'
import { parseNiceClasses } from '../../../src/shared/domain/trademarks/niceClass'
import { parseFigure } from '../../../src/shared/domain/numbers'
import { applicationCheckDigit, parseApplicationNumber } from '../../../src/shared/domain/patents/patentNumber'
import { parsePctNumber, parsePublicationNumber } from '../../../src/shared/domain/patents/patentPublication'
import { qingdaoDistricts } from '../../../src/shared/domain/places/qingdaoDistricts'
import { parseStandardNumber } from '../../../src/shared/domain/standards/standardNumber'
import { industries } from '../../../src/shared/domain/standards/standardTables'
import { cleanText, detectForeignText, foldText, isPlaceholder, normaliseName } from '../../../src/shared/domain/text'
import { parseRegistrationNumber, parseTrademarkTerm } from '../../../src/shared/domain/trademarks/trademark'
import { organisationCheckCharacter, parseUscc, usccCheckCharacter } from '../../../src/shared/domain/units/uscc'

const today = '2026-11-23'
const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const standard = (text: string) => parseStandardNumber(text, { today })

const uscc = fc.tuple(fc.array(fc.constantFrom(...alphabet), { minLength: 16, maxLength: 16 })).map(([head]) => {
  const first16 = head.join('')
  const first17 = first16 + organisationCheckCharacter(first16.slice(8))
  return first17 + (usccCheckCharacter(first17) ?? '')
}).filter((code) => !/^\d{15}000$/.test(code))

const newNumber = fc.tuple(fc.integer({ min: 2003, max: 2026 }), fc.constantFrom('1', '2', '3', '8', '9'), digits(7)).map((parts) => parts.join(''))
const oldNumber = fc.tuple(fc.constantFrom('85', '90', '99', '00', '03'), fc.constantFrom('1', '2', '3'), digits(5)).map((parts) => parts.join(''))
const applicationNumber = fc.oneof(newNumber, oldNumber).map((body) => `${body}.${applicationCheckDigit(body)}`)

const number = fc.tuple(fc.integer({ min: 1, max: 999_999 }), fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 })).map(([base, parts]) => [base, ...parts].join('.'))
const year = fc.integer({ min: 1950, max: 2026 })
const domesticPrefix = fc.oneof(
  fc.constantFrom('GB', 'GB/T', 'GB/Z', 'GBZ', 'GBZ/T', 'DB37', 'DB37/T', 'DB3702/T', 'T/CAS', 'T/CHEAA'),
  fc.tuple(fc.constantFrom(...Object.keys(industries)), fc.constantFrom('', '/T', '/Z')).map((parts) => parts.join('')),
)
const standardNumber = fc.oneof(
  fc.tuple(domesticPrefix, number, year).map(([prefix, body, y]) => `${prefix} ${body}-${y}`),
  fc.tuple(fc.constantFrom('ISO', 'IEC', 'ISO/IEC', 'ISO/TS', 'ISO/PAS'), fc.integer({ min: 1, max: 99_999 }), year).map(([prefix, body, y]) => `${prefix} ${body}:${y}`),
  fc.tuple(fc.stringMatching(/^[A-Z]{2,5}$/), digits(3), year).map(([code, body, y]) => `Q/${code} ${body}-${y}`),
)
const day = fc.integer({ min: 0, max: 60_000 }).map((n) => new Date(Date.UTC(1950, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))

function valueOf(result: { ok: boolean; value?: unknown }): unknown {
  return result.ok ? result.value : undefined
}

describe('valid identifiers are accepted and stay as they are', () => {
  it.each<[string, fc.Arbitrary<string>, (text: string) => unknown]>([
    ['unified social credit code', uscc, (text) => valueOf(parseUscc(text))],
    ['application number', applicationNumber, (text) => valueOf(parseApplicationNumber(text))],
    ['publication number', fc.tuple(digits(8), fc.constantFrom('1A', '1B', '1C', '1B9', '2U', '2Y', '3S')).map(([serial, kind]) => `CN${kind[0] ?? ''}${serial}${kind.slice(1)}`), (text) => valueOf(parsePublicationNumber(text))],
    ['PCT number', fc.tuple(fc.integer({ min: 2004, max: 2026 }), digits(6)).map(([y, serial]) => `PCT/CN${y}/${serial}`), (text) => valueOf(parsePctNumber(text))],
    ['standard number', standardNumber, (text) => valueOf(standard(text))],
    ['date', day, (text) => valueOf(parseDate(text))],
    ['registration number', fc.stringMatching(/^G?[1-9]\d{0,7}$/), (text) => valueOf(parseRegistrationNumber(text))],
    ['ICS', fc.stringMatching(/^\d{2}\.\d{3}(\.\d{2})?$/), (text) => valueOf(parseIcs(text))],
    ['patent class', fc.stringMatching(/^(\d{2}-\d{2}|[A-H]\d{2}[A-Z])$/), (text) => valueOf(parsePatentClass(text))],
    ['CCS', fc.stringMatching(/^[A-Z]\d{2}$/), (text) => valueOf(parseCcs(text))],
    ['IPC', fc.stringMatching(/^[A-H]\d{2}[A-Z] \d{1,4}\/\d{2,6}$/), (text) => valueOf(parseIpc(text))],
  ])('%s', (_name, arbitrary, parse) => {
    fc.assert(fc.property(arbitrary, (text) => { expect(parse(text)).toBe(text) }), { numRuns: 500 })
  })

  it('a set of Nice classes', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 45 }), { minLength: 1 }), (classes) => {
      expect(valueOf(parseNiceClasses(classes.join('、')))).toEqual([...classes].sort((a, b) => a - b))
    }))
  })
})

describe('a single wrong digit', () => {
  it('in a unified social credit code is caught', () => {
    fc.assert(fc.property(uscc, fc.nat(17), fc.constantFrom(...alphabet), (code, at, other) => {
      fc.pre(code[at] !== other)
      expect(parseUscc(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
    }), { numRuns: 2_000 })
  })

  it('in an application number is caught', () => {
    fc.assert(fc.property(applicationNumber, fc.nat(13), fc.constantFrom(...'0123456789'), (text, at, other) => {
      fc.pre(at < text.length && text[at] !== '.' && text[at] !== other)
      expect(parseApplicationNumber(text.slice(0, at) + other + text.slice(at + 1)).ok).toBe(false)
    }), { numRuns: 2_000 })
  })
})

const fragments = fc.constantFrom(
  'GB', '/T', 'T/', 'ISO', ' ', '-', '—', '一', '～', '2021', '12345', '.', '1', '代替', '修改单', '《', '》', '(', '（', '、', '等', 'Co., Ltd.', '公司', '\n',
  '第', '类', '九', '月', '年', '日', ':', '：', 'DB37', 'Q/', 'E+', '，', '\u200b', '\u3000', '标准号', 'ITU-T', '青岛市', '高新区', '\u{1F600}', '\ud800',
)
const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')))

const resolver = createDistrictResolver(qingdaoDistricts)
const everyParser: Readonly<Record<string, (text: string) => unknown>> = {
  uscc: parseUscc, application: parseApplicationNumber, publication: parsePublicationNumber, pct: parsePctNumber,
  standard, nice: parseNiceClasses, date: (text) => parseDate(text), registration: parseRegistrationNumber, term: parseTrademarkTerm,
  units: parseDraftingUnits, ipc: parseIpc, ics: parseIcs, ccs: parseCcs, figure: parseFigure,
  district: (text) => resolver.resolve(text), address: (text) => resolver.resolveAddress(text),
  name: normaliseName, clean: cleanText, fold: foldText, placeholder: isPlaceholder, foreign: detectForeignText,
}

describe('any text at all', () => {
  it.each(Object.entries(everyParser))('does not make %s throw', (_name, parse) => {
    fc.assert(fc.property(hostile, (text) => { expect(parse(text)).not.toBeUndefined() }), { numRuns: 400 })
  })

  it.each(Object.entries(everyParser))('does not make %s answer differently the second time', (_name, parse) => {
    fc.assert(fc.property(hostile, (text) => { expect(parse(text)).toEqual(parse(text)) }), { numRuns: 100 })
  })

  it('is the same after cleaning twice as after cleaning once', () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text))
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
      expect(normaliseName(normaliseName(text))).toBe(normaliseName(text))
    }), { numRuns: 2_000, examples: [['\u1fd7']] })
  })

  it('that a parser takes is taken again, unchanged, in its canonical form', () => {
    fc.assert(fc.property(hostile, (text) => {
      const number = standard(text)
      const values = number.status === 'ok' ? [number.value] : number.status === 'split' ? number.items.map((item) => item.value) : []
      for (const value of values) expect(standard(value)).toMatchObject({ status: 'ok', value })
      const date = parseDate(text)
      if (date.ok && date.value !== null) expect(parseDate(date.value)).toEqual(date)
      const { units } = parseDraftingUnits(text)
      expect(parseDraftingUnits(units.join('、')).units).toEqual(units)
    }), { numRuns: 3_000 })
  })
})

const patterns = ['1', ' ', '-', 'A', '、', '(', '（', 'GB ', 'GB/T 1', 'T/', 'ISO/', '1.', '9、', '年', 'a公司/', '等', '代替', '\n', 'Q/a-', '~1', '青岛市', '1,', '鏍1']

describe('ten thousand characters', () => {
  it.each(Object.entries(everyParser))('cost %s about ten times what a thousand cost, not a hundred times', (_name, parse) => {
    for (const pattern of patterns) {
      const text = (length: number): string => pattern.repeat(Math.ceil(length / pattern.length))
      const [short, long] = [text(1_000), text(10_000)]
      // Of the processor's own time, 50 ms absorb the clock and the collector, and are what ten thousand characters may cost at most.
      expect(fastestOf(5, () => parse(long)), pattern).toBeLessThan(40 * fastestOf(5, () => parse(short)) + 50)
    }
  })
})

/** Milliseconds of processor time: what else the machine does meanwhile does not count. */
function fastestOf(times: number, work: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    fastest = Math.min(fastest, (user + system) / 1_000)
  }
  return fastest
}
