import { afterEach, describe, expect, it } from 'vitest'
import { en } from '../../../src/shared/text/en'
import { catalogueNames } from '../../../src/shared/text/en/names'
import { speak } from '../../../src/shared/text/language'
import { named } from '../../../src/shared/text/named'
import { retell } from '../../../src/shared/text/retell'
import { t, textOf } from '../../../src/shared/text/t'
import { zhCN } from '../../../src/shared/text/zh-CN'

const han = /\p{Script=Han}/u
const english: Readonly<Record<string, string>> = en
const chinese: Readonly<Record<string, string>> = zhCN

/** Names that are the same in every language: the program, sample files, forms, places, words of a file. */
const properNames = ['标知台账', '01_单位名录_2021.xlsx', '各区市标准制修订情况统计表', '崂山区', '青岛高新区', '授予', 'PCT申请量 上年同期', '中文', '语言']
/** What a Chinese sentence needs and an English one does not. */
const dispensable = new Set(['ordinal'])

function holes(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? ''))].filter((name) => !dispensable.has(name)).sort()
}

function withoutNames(text: string): string {
  return properNames.reduce((rest, name) => rest.replaceAll(name, ''), text)
}

describe('the English catalogue', () => {
  afterEach(() => speak('zh-CN'))

  it('fills the same places as the Chinese one', () => {
    const differing = Object.keys(english).filter((key) => holes(english[key] ?? '').join() !== holes(chinese[key] ?? '').join())
    expect(differing).toEqual([])
  })

  it('chooses between one and many only by a value of its sentence', () => {
    const strange = Object.entries(english).filter(([, text]) => [...text.matchAll(/\{(\w+)\|/gu)].some(([, name]) => !holes(text).includes(name ?? '')))
    expect(strange).toEqual([])
  })

  it('has nothing Chinese in it but proper names', () => {
    expect(Object.entries(english).filter(([, text]) => /[\p{Script=Han}，。；：、（）]/u.test(withoutNames(text)))).toEqual([])
  })

  it('has nothing Chinese in the names of the catalogues but proper names', () => {
    expect([...catalogueNames.values()].filter((name) => han.test(withoutNames(name)))).toEqual([])
  })

  it('speaks English when asked to, and Chinese again', () => {
    speak('en')
    expect(t('nav.patents')).toBe('Patents')
    expect(textOf('error.file_not_found', { path: 'a.xlsx' })).toBe('The file “a.xlsx” was not found. Check its place and name')
    expect(named('起草单位')).toBe('Drafting units')
    speak('zh-CN')
    expect(t('nav.patents')).toBe('专利')
    expect(named('起草单位')).toBe('起草单位')
  })

  it('says one row and two rows', () => {
    speak('en')
    expect(t('imports.commit', { count: 1 })).toBe('Commit 1 row')
    expect(t('imports.commit', { count: '2,101' })).toBe('Commit 2,101 rows')
  })

  it('leaves what stands in files Chinese', () => {
    speak('en')
    expect(t('report.reporter', { office: '青岛市市场监督管理局' })).toBe('填报单位：青岛市市场监督管理局（盖章）')
    expect(t('collection.fileName', { kind: '标准' })).toBe('填报模板_标准.xlsx')
  })

  it('leaves a word that no catalogue has as it is', () => {
    speak('en')
    expect(named('青岛某某有限公司')).toBe('青岛某某有限公司')
  })
})

describe('a sentence kept in Chinese', () => {
  afterEach(() => speak('zh-CN'))

  it('is told again in English with what was in it', () => {
    const kept = t('error.unknown_value', { value: '发明人', expected: '发明、外观设计' })
    const bare = textOf('error.bad_date')
    speak('en')
    expect(retell('error.unknown_value', kept)).toBe('“发明人” is not one of the values allowed. Write: 发明、外观设计')
    expect(retell('error.bad_date', bare)).toBe('is not a date. Write it like 2021-12-05')
    expect(retell('error.bad_date', '别的话')).toBe('别的话')
  })
})
