import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { declaredDelimiter, detectDelimiter } from '../../../../src/main/workbook/csv/delimiter'
import { maxQuotedLength, RecordSplitter } from '../../../../src/main/workbook/csv/splitRecords'
import type { Cell } from '../../../../src/main/workbook/types'
import { Refusal } from '../../../../src/shared/domain/result'
import { textOf } from '../../../support/workbooks/readWorkbookFile'

function split(text: string, delimiter = ',', chunkLength = 1_000_000, lineBreak: '\n' | '\r' = '\n'): Cell[][] {
  const splitter = new RecordSplitter(delimiter, lineBreak)
  const records: Cell[][] = []
  for (let at = 0; at < text.length; at += chunkLength) records.push(...splitter.push(text.slice(at, at + chunkLength)))
  return [...records, ...splitter.finish()]
}

const field = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\t', '\n', ' ', '1', '𠮷'), maxLength: 8 })
const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })

function quoted(rows: readonly (readonly string[])[], delimiter: string, lineBreak: string): string {
  const write = (text: string): string => (/["\r\n\t,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => row.map(write).join(delimiter)).join(lineBreak)
}

/** Blank fields are null here, empty texts there. */
function filled(records: readonly (readonly Cell[])[]): string[][] {
  return records.map((record) => (record.length === 0 ? [''] : record.map(textOf)))
}

describe('RecordSplitter', () => {
  it('returns what was written, whatever the chunks', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', '\t'), fc.constantFrom('\n', '\r\n'), fc.integer({ min: 1, max: 9 }), (rows, delimiter, lineBreak, chunk) => {
        expect(filled(split(quoted(rows, delimiter, lineBreak), delimiter, chunk))).toEqual(rows)
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees with papaparse on sound files', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = quoted(rows, ',', '\r\n')
        expect(filled(split(text))).toEqual(Papa.parse<string[]>(text, { delimiter: ',' }).data)
      }),
      { numRuns: 1000 },
    )
  })

  it('splits any text the same in one piece and in many, and always ends', () => {
    const noise = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' '), maxLength: 40 })
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 5 }), (text, chunk) => {
        expect(split(text, ',', chunk)).toEqual(split(text))
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps texts as texts', () => {
    expect(split('2.0191E+11,00123,TRUE')).toEqual([['2.0191E+11', '00123', 'TRUE']])
  })

  it('takes a quotation mark inside a field for a character', () => {
    expect(split('管径3"管,5\n甲 "乙",6')).toEqual([['管径3"管', '5'], ['甲 "乙"', '6']])
  })

  it('adds what stands behind a closing mark on the same line', () => {
    expect(split('"甲"乙,1')).toEqual([['甲乙', '1']])
  })

  it('ends a field whose mark is never closed with its own line', () => {
    const lines = Array.from({ length: 40_000 }, (_, index) => `第${index}行,值`)
    const records = split(`编号,名称\n"T/1,未闭合\n${lines.join('\n')}`, ',', 5000)
    expect(records).toHaveLength(lines.length + 2)
    expect(records[1]).toEqual([{ e: 'quote_not_closed' }])
    expect(records[2]).toEqual(['第0行', '值'])
  })

  it('sees an open mark when another record’s mark would close it', () => {
    expect(split('1,"甲\n2,"乙"\n3,丙')).toEqual([['1', { e: 'quote_not_closed' }], ['2', '乙'], ['3', '丙']])
  })

  it('ends an open mark at the end of the text', () => {
    expect(split('1,"甲')).toEqual([['1', { e: 'quote_not_closed' }]])
  })

  it('never makes one giant value', () => {
    const [record] = split(`"${'甲'.repeat(maxQuotedLength + 1)}",1\n2,3`)
    expect(record).toEqual([{ e: 'quote_not_closed' }])
  })

  it('splits old Macintosh lines', () => {
    expect(split('1,2\r"3\r4",5\r', ',', 2, '\r')).toEqual([['1', '2'], ['3\r4', '5']])
  })

  it('refuses a record that does not end', () => {
    expect(() => split('a'.repeat(40 * 1024 * 1024), ',', 8 * 1024 * 1024)).toThrow(Refusal)
  })
})

describe('detectDelimiter', () => {
  it.each([
    ['a,b,c\n1,2,3', ','],
    ['企业名称\t标准编号\n青岛甲,乙公司\tQ/1', '\t'],
    ['a;b\n"x,y";2\n3;4', ';'],
    ['a|b|c\n1|2|3', '|'],
    ['数据库：分省年度数据\n指标：人口数,人\n时间\n地区,2020年,2019年\n北京市,,17454\n天津市,,12434\n', ','],
    ['发明人,名称\n"甲;乙;丙",一种\n"丁;戊;己",二种', ','],
    ['统一社会信用代码\n913201927770424021', ','],
    ['标准编号，标准名称\nGB/T 1-2021，海洋,浮标', '，'],
    ['编号,名称\n1,甲，乙\n2,丙，丁', ','],
  ])('finds the delimiter of %j', (text, delimiter) => {
    expect(detectDelimiter(text)).toBe(delimiter)
  })

  it('obeys the sep line', () => {
    expect(declaredDelimiter('sep=;\r\na;b')).toEqual({ delimiter: ';', length: 7 })
    expect(declaredDelimiter('separator,x')).toBeUndefined()
  })
})
