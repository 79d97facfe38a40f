import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { cliHere, readyParsers } from '../../../support/faults/cliHere'
import { tempRegister, type TempRegister } from '../../../support/registers/tempRegister'
import { remark, retype } from '../../../support/workbooks/editedWorkbook'
import { writeCsv } from '../../../support/workbooks/tableFiles'

/** Real files through the command line: a list goes out, is edited, and comes back to a register that has moved on. */
let register: TempRegister

beforeAll(readyParsers)

beforeEach(async () => {
  register = tempRegister()
  await importRows('名单.csv', [['GB/T 19001-2021', '质量管理'], ['GB/T 19002-2021', '环境管理'], ['GB/T 19003-2021', '能源管理']])
})

afterEach(() => {
  register[Symbol.dispose]()
})

interface Notice { row: number; column: string; code: string; message: string }
interface Imported { batch: number; rows: { changed: number; same: number }; notices: Notice[] }
interface Listed { rows: { standardNo: string; title: string }[] }

async function run<T>(...words: string[]): Promise<T> {
  const { code, stdout } = await cliHere([...words, '--register', register.path, '--today', '2022-01-17', '--operator', '王芳', '--json'])
  expect([code, stdout]).toEqual([0, expect.any(String)])
  return JSON.parse(stdout) as T
}

const at = (name: string): string => join(register.folder, name)

async function importRows(name: string, rows: string[][]): Promise<Imported> {
  writeCsv(at(name), [['标准编号', '标准名称'], ...rows])
  return run('import', at(name))
}

const setTitle = (number: number, title: string): Promise<unknown> => run('set', 'standards', `GB/T ${19_000 + number}-2021`, `title=${title}`)
const exported = async (name = '导出.xlsx'): Promise<string> => {
  await run('export', 'standards', '--out', at(name))
  return at(name)
}
const titles = async (): Promise<string[]> => (await run<Listed>('list', 'standards', '--fields', 'standardNo,title', '--sort', 'standardNo')).rows.map(({ title }) => title)
const problems = async (): Promise<unknown> => (await run<{ problems: unknown[] }>('check')).problems

describe('what a person types into an export', () => {
  it('is read as in the form of a record: other spellings are taken, what is no value stays out and is named, also after undo and redo', async () => {
    const fields = async (): Promise<unknown> => (await run<{ rows: unknown[] }>('list', 'standards', '--fields', 'ics,ccs,nature,district', '--sort', 'standardNo', '--limit', '1')).rows[0]
    await run('set', 'standards', 'GB/T 19001-2021', 'ics=35.040', 'ccs=A24', 'reportedDistrict=崂山区')
    const file = retype(await exported(), at('改.xlsx'), { '35.040': '7.06', A24: '某类', 推荐性: '不知', 崂山区: '西海岸新区' })
    const { batch, rows, notices } = await run<Imported>('import', file)
    expect(rows).toMatchObject({ changed: 1, same: 2 })
    expect(notices.filter(({ row }) => row === 2).map(({ code, message }) => [code, message])).toEqual([['bad_text_value', '“不知”不能用，没有采用'], ['bad_text_value', '“某类”不能用，没有采用']])
    const edited = { ics: '07.060', ccs: 'A24', nature: 'recommended', district: [] }
    expect(await fields()).toMatchObject(edited)
    await run('undo', String(batch))
    expect(await fields()).toMatchObject({ ics: '35.040' })
    await run('redo', String(batch))
    expect(await fields()).toMatchObject(edited)
    expect(await problems()).toEqual([])
  })
})

describe('two records that are described alike', () => {
  it('are told apart by the key that their export bears, when what describes one of them is edited', async () => {
    writeCsv(at('试点.csv'), [['项目名称', '类型', '级别', '承担单位', '批准年度', '状态'], ...['在建', '通过验收'].map((state) => ['服务业标准化试点', '服务业', '省级', '青岛某某公司', '2021', state])])
    await run('import', at('试点.csv'))
    await run('export', 'pilots', '--out', at('导出.csv'))
    const lines = readFileSync(at('导出.csv'), 'utf8').split('\r\n')
    writeFileSync(at('改.csv'), lines.map((line) => (line.includes('在建') ? line.replace(',2021,', ',2012,') : line)).join('\r\n'))
    expect(await run<Imported>('import', at('改.csv'))).toMatchObject({ rows: { changed: 1, same: 1 } })
    const { rows } = await run<{ rows: unknown[] }>('list', 'pilots', '--fields', 'year,status', '--sort', 'year')
    expect(rows).toEqual([{ year: 2012, status: '在建' }, { year: 2021, status: '通过验收' }])
  })
})

describe('a title that a person has set before the export', () => {
  it('is set anew by what the person types in the export, goes back with its batch, and holds again when it is set anew', async () => {
    await setTitle(1, '手改名')
    const file = retype(await exported(), at('改.xlsx'), { 手改名: '表里再改' })
    const { batch, rows, notices } = await run<Imported>('import', file)
    expect([rows, notices]).toMatchObject([{ changed: 1, same: 2 }, []])
    expect(await titles()).toEqual(['表里再改', '环境管理', '能源管理'])
    await run('undo', String(batch))
    expect(await titles()).toEqual(['手改名', '环境管理', '能源管理'])
    await run('redo', String(batch))
    expect(await titles()).toEqual(['表里再改', '环境管理', '能源管理'])
    await setTitle(1, '手改名')
    expect(await titles()).toEqual(['手改名', '环境管理', '能源管理'])
    await run('undo-change')
    expect(await titles()).toEqual(['表里再改', '环境管理', '能源管理'])
    expect(await problems()).toEqual([])
  })

  it('stays in a file that says nothing of the state it shows: one of an older program, of another register, a .csv', async () => {
    await setTitle(1, '手改名')
    const file = await exported()
    const unmarked = retype(remark(file, at('无.xlsx'), (xml) => xml.replace(/<property .*<\/property>/u, '')), at('无标记.xlsx'), { 手改名: '表里再改' })
    const foreign = retype(remark(file, at('别.xlsx'), (xml) => xml.replace(/[0-9a-f]{64}/u, 'ab'.repeat(32))), at('别处.xlsx'), { 手改名: '表里再改' })
    for (const path of [unmarked, foreign]) {
      const { rows, notices } = await run<Imported>('import', path, '--dry-run')
      expect([rows, notices]).toMatchObject([{ changed: 0, same: 3 }, [{ row: 2, column: 'B', code: 'value_conflict', message: '与其他来源不一致：这里是“表里再改”，台账里是“手改名”' }]])
    }
  })
})

describe('a title that a person has set after the export', () => {
  it('stays, and the word of the file is named beside it; what nobody typed in the file is no word', async () => {
    const file = await exported()
    await setTitle(1, '后来改的')
    await setTitle(2, '后来也改的')
    expect(await run<Imported>('import', file, '--dry-run')).toMatchObject({ rows: { changed: 0, same: 3 }, notices: [] })
    const { rows, notices } = await run<Imported>('import', retype(file, at('改.xlsx'), { 质量管理: '表里改的', 能源管理: '表里改能源' }))
    expect(rows).toMatchObject({ changed: 1, same: 2 })
    expect(notices).toMatchObject([{ row: 2, column: 'B', code: 'changed_since_export', message: '导出以后在台账里改过：这里是“表里改的”，台账里是“后来改的”，以台账为准' }])
    expect(await titles()).toEqual(['后来改的', '后来也改的', '表里改能源'])
  })

  it('does not keep other fields of the record from being edited in the file', async () => {
    const file = await exported()
    await run('set', 'standards', 'GB/T 19001-2021', 'committee=全国标委会')
    expect(await run<Imported>('import', retype(file, at('改.xlsx'), { 质量管理: '表里改的', 推荐性: '强制性' }))).toMatchObject({ rows: { changed: 3 }, notices: [] })
    expect(await run('get', 'standards', 'GB/T 19001-2021')).toMatchObject({ cells: { title: '表里改的', nature: 'mandatory', committee: '全国标委会' } })
  })
})

describe('an export that was edited', () => {
  it('does not take back what another file has brought since', async () => {
    const file = await exported()
    await importRows('后来.csv', [['GB/T 19001-2021', '质量管理（新）'], ['GB/T 19002-2021', '环境管理（新）']])
    const { rows } = await run<Imported>('import', retype(file, at('改.xlsx'), { 质量管理: '表里改的' }))
    expect(rows).toMatchObject({ changed: 1, same: 2 })
    expect(await titles()).toEqual(['表里改的', '环境管理（新）', '能源管理'])
  })

  it('holds whatever else is said of its record afterwards', async () => {
    await run('import', retype(await exported(), at('改.xlsx'), { 质量管理: '表里改的' }))
    await importRows('后来.csv', [['GB/T 19001-2021', '质量管理（新）']])
    await run('set', 'standards', 'GB/T 19001-2021', 'committee=全国质量管理标委会')
    expect(await titles()).toEqual(['表里改的', '环境管理', '能源管理'])
    expect(await problems()).toEqual([])
  })
})
