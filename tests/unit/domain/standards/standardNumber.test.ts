import { describe, expect, it } from 'vitest'
import { parseAdoption, parseReplacedNumbers, parseStandardNumber } from '../../../../src/shared/domain/standards/standardNumber'
import type { StandardNumberResult } from '../../../../src/shared/domain/standards/standardNumberResult'
import { standardTables } from '../../../../src/shared/domain/standards/standardTables'

const context = { today: '2022-01-17' }
const read = (text: string): StandardNumberResult => parseStandardNumber(text, context)

function brief(text: string): string[] {
  const result = read(text)
  switch (result.status) {
    case 'ok': return [result.value]
    case 'split': return result.items.map((item) => item.value)
    case 'invalid': return [result.code]
    default: return [result.code, result.proposal]
  }
}

describe('a cell of the column 标准号', () => {
  it.each<[string, ...string[]]>([
    ['GB/T 27334\n-2021', 'GB/T 27334-2021'],
    ['GB\u00a026768.1-2019', 'GB 26768.1-2019'],
    ['GB/T\u200b \u00a027958-2021', 'GB/T 27958-2021'],
    ['标准号：T/QDAS 165－－2021', 'T/QDAS 165-2021'],
    ['GB_T 10114-2003', 'GB/T 10114-2003'],
    ['JGJ/T 12-2020', 'JGJ/T 12-2020'],
    ['GB/T 10114-2003 采', 'GB/T 10114-2003'],
    ['GB 50016-2014(2018年版)', 'GB 50016-2014'],
    ['DB 10-2016', 'DB 10-2016'],
    ['GBZ/T 300.1-2017', 'GBZ/T 300.1-2017'],
    ['Q/abc 001-2021', 'Q/abc 001-2021'],
    ['Q/AMD 001-2020', 'Q/AMD 001-2020'],
    ['T/COR 001-2020', 'T/COR 001-2020'],
    ['ISO 105-B02:2014', 'ISO 105-B02:2014'],
    ['GB/T 1-2020（含第1号修改单）', 'GB/T 1-2020'],
    ['GB/T 1-2000被GB/T 1-2020代替', 'GB/T 1-2000'],
    ['NB/SH/T 0001-2019', 'NB/SH/T 0001-2019'], ['NB/SH 0001-2019', 'NB/SH 0001-2019'],
    ['GB/T 12345-2021.', 'GB/T 12345-2021'],
    ['IWA 31:2020', 'ISO/IWA 31:2020'],
  ])('%s is read as one standard', (text, ...expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it.each<[string, string[]]>([
    ['GB/T 41701.1～3-2021', ['GB/T 41701.1-2021', 'GB/T 41701.2-2021', 'GB/T 41701.3-2021']],
    ['GB/T 150.01-2019~GB/T 150.03-2019', ['GB/T 150.01-2019', 'GB/T 150.02-2019', 'GB/T 150.03-2019']],
    ['GB/T 150.1-2019至150.2-2019', ['GB/T 150.1-2019', 'GB/T 150.2-2019']],
    ['GB/T 1-2020、GB/T 2-2019', ['GB/T 1-2020', 'GB/T 2-2019']],
    ['GB/T 1-2020；3-2018', ['GB/T 1-2020', 'GB/T 3-2018']],
  ])('%s is several standards and says so', (text, items) => {
    expect(brief(text)).toEqual(items)
    expect(read(text)).toMatchObject({ status: 'split', warnings: ['range_split'] })
  })

  it.each<[string, string]>([
    ['20213094-T-607', 'plan_number'],
    ['20214508-Q-418', 'plan_number'],
    ['2021-0123T-SJ', 'plan_number'],
    ['GB/T 55112.1-2021 第1号修改单', 'amendment_not_counted'],
    ['GB/T 4214.1-2017/XG1-2020', 'amendment_not_counted'],
    ['ISO 9001:2015/Amd 1:2024', 'amendment_not_counted'],
    ['GB/T 1234-2021（征求意见稿）', 'draft_not_published'],
    ['《GB/T 1234-2021 电梯》报批稿', 'draft_not_published'],
    ['DB370200/T 12-2021', 'unknown_region_code'],
    ['待定', 'not_a_standard_number'],
    ['', 'not_a_standard_number'],
    ['代替GB/T 1-2000', 'not_a_standard_number'],
    ['GB/T 150.3~1-2021', 'not_a_standard_number'],
    ['GB/T 1.1~1.999-2021', 'not_a_standard_number'],
    ['GB/12345-2020', 'unknown_nature'],
    ['DIN 128A-1987', 'unknown_code'],
    ['DB3799/T 1-2021', 'unknown_region_code'],
    ['HY/T 0357-2023', 'year_in_future'],
  ])('%s is rejected as %s', (text, code) => {
    expect(read(text)).toMatchObject({ ok: false, status: 'invalid', code })
  })

  it.each<[string, string, string]>([
    ['GB/T 10114', 'incomplete', 'GB/T 10114'],
    ['GBT2828 1-2021', 'review', 'GB/T 2828.1-2021'],
    ['GB T13983 08', 'review', 'GB/T 13983-2008'],
  ])('%s is a question (%s) with a proposal', (text, status, proposal) => {
    expect(read(text)).toMatchObject({ ok: false, status, proposal })
  })

  it.each<[string, string[]]>([
    ['GB/T 1234.1、2、3-2021', ['GB/T 1234.1-2021', 'GB/T 1234.2-2021', 'GB/T 1234.3-2021']],
    ['GB/T 1234.1-2021、2-2021', ['GB/T 1234.1-2021', 'GB/T 1234.2-2021']],
    ['GB/T 150.1、151-2014', ['GB/T 150.1-2014', 'GB/T 151-2014']],
    ['DB37/T 1-2021DB37/T 2-2021', ['DB37/T 1-2021', 'DB37/T 2-2021']],
    ['QB/T 1234-2021E', ['QB/T 1234-2021']],
  ])('%s names every one of its standards', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['XX/SH/T 0001-2019', 'not_a_standard_number'],
    ['GB/T 1234-2021 XG1', 'amendment_not_counted'],
    ['GB/T 12345-20XX', 'not_a_standard_number'],
  ])('%s is not taken for another standard', (text, code) => {
    expect(brief(text)).toEqual([code])
  })

  it.each<[string, string | null]>([
    ['GB/T 1234-2020（等同采用ISO 123:2019）', 'IDT'],
    ['GB/T 1234-2020 修改采用 ISO 123:2019', 'MOD'],
    ['GB/T 1234-2020 eqv ISO 123:2019', null],
  ])('%s names the standard that it adopts', (text, adoption) => {
    expect(read(text)).toMatchObject({ value: 'GB/T 1234-2020', adopts: 'ISO 123:2019', adoption })
  })

  it('keeps every replaced number of a cover page', () => {
    expect(read('GB/T 1-2020 部分代替 GB/T 1-2010、GB/T 2-2010')).toMatchObject({ value: 'GB/T 1-2020', replaces: ['GB/T 1-2010', 'GB/T 2-2010'] })
  })

  it('tells an adopted standard from a second standard in a list', () => {
    expect(read('GB/T 19001-2016（MOD ISO 9001:2015）')).toMatchObject({ status: 'ok', adopts: 'ISO 9001:2015', adoption: 'MOD' })
    expect(read('GB/T 19001-2016(ISO 9001:2015,IDT)')).toMatchObject({ status: 'ok', adopts: 'ISO 9001:2015', adoption: 'IDT' })
    expect(brief('GB/T 19001-2016、ISO 9001:2015')).toEqual(['GB/T 19001-2016', 'ISO 9001:2015'])
  })

  it('knows an industry code as soon as the table has it', () => {
    const tables = { ...standardTables, industries: { ...standardTables.industries, QQ: '新行业' } }
    expect(brief('QQ/T 1-2020')).toEqual(['unknown_code'])
    expect(parseStandardNumber('QQ/T 1-2020', { ...context, tables })).toMatchObject({ status: 'ok', kind: 'industry' })
  })
})

describe('neighbouring columns', () => {
  it('代替标准 gives canonical numbers and says when words were left over', () => {
    expect(parseReplacedNumbers('GB/T27334-2012；GB/T 2-1999', context)).toEqual({ numbers: ['GB/T 27334-2012', 'GB/T 2-1999'], rest: false })
    expect(parseReplacedNumbers('无', context)).toEqual({ numbers: [], rest: false })
    expect(parseReplacedNumbers('见附录', context)).toEqual({ numbers: [], rest: true })
  })

  it('采标情况 gives the international number and the degree', () => {
    expect(parseAdoption('MOD ISO 5521:2014', context)).toEqual({ adopts: 'ISO 5521:2014', adoption: 'MOD' })
    expect(parseAdoption('等同采用 ISO 9001:2015', context)).toEqual({ adopts: 'ISO 9001:2015', adoption: 'IDT' })
    expect(parseAdoption('—', context)).toEqual({ adopts: null, adoption: null })
  })
})
