import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cliHere, jsonHere, readyParsers } from '../support/faults/cliHere'
import { importSample, readExpected, sampleClock } from '../support/registers/sampleImport'
import { tempRegister } from '../support/registers/tempRegister'

const register = tempRegister()
const clock = ['--register', register.path, '--today', '2022-01-17', '--operator', '王芳']

interface Listed { total: number; rows: Record<string, unknown>[] }

async function list(kind: string, ...options: string[]): Promise<Listed> {
  const { code, answer } = await jsonHere(['list', kind, ...options, ...clock])
  expect(code, JSON.stringify(answer)).toBe(0)
  return answer as Listed
}

/** The samples up to the pilots. Everything in this process: what one of its own adds is proved in frame.test.ts and samples.test.ts. */
beforeAll(async () => {
  await readyParsers()
  const store = register.open()
  for (const { file } of readExpected().importOrder.filter(({ step }) => step <= 23)) {
    expect((await importSample(store, file)).ok, file).toBe(true)
  }
  await store.close()
})

afterAll(() => register[Symbol.dispose]())

describe('list', () => {
  it('filters by English values and Chinese labels, several fields at once', async () => {
    const english = await list('standards', '--filter', 'kind=national', '--filter', 'publishedOn=2021')
    expect(english.total).toBeGreaterThan(50)
    expect(await list('standards', '--filter', 'kind=国家标准', '--filter', 'year=2021')).toEqual(english)
    expect(english.rows.every(({ kind, publishedOn }) => kind === 'national' && String(publishedOn).startsWith('2021'))).toBe(true)
  })

  it('means any of several values', async () => {
    const either = await list('standards', '--filter', 'kind=group,enterprise')
    expect(either.total).toBe((await list('standards', '--filter', 'kind=group')).total + (await list('standards', '--filter', 'kind=enterprise')).total)
  })

  it('knows districts by name, code and alias, and units where they were on the day', async () => {
    const byName = await list('units', '--filter', 'district=黄岛区')
    expect(await list('units', '--filter', 'district=370211')).toEqual(byName)
    expect(await list('units', '--filter', 'district=西海岸新区')).toEqual(byName)
    expect(byName.rows.every(({ district }) => district === '黄岛区')).toBe(true)
    const moved = (await list('units', '--filter', 'movedOn=2000-01-01..', '--limit', '1')).rows[0]
    const before = await jsonHere(['list', 'units', '--filter', `uscc=${String(moved?.['uscc'])}`, '--register', register.path, '--today', '2000-01-01'])
    expect((before.answer as Listed).rows[0]?.['district']).not.toBe(moved?.['district'])
  })

  it('sorts Chinese text by pinyin and leaves empty fields last either way', async () => {
    const { rows } = await list('units', '--sort', 'name', '--fields', 'name')
    const names = rows.map(({ name }) => String(name))
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh-CN').compare))
    const ended = await list('patents', '--sort', 'lapsedOn:desc', '--fields', 'lapsedOn')
    const dates = ended.rows.map(({ lapsedOn }) => lapsedOn)
    const known = dates.filter((date) => date !== null)
    expect(dates.slice(0, known.length)).toEqual(known.map(String).toSorted().toReversed())
  })

  it('searches any two characters, and numbers without their punctuation', async () => {
    const found = await list('standards', '--search', '热泵')
    expect(found.total).toBeGreaterThan(0)
    expect(found.rows.every(({ title }) => String(title).includes('热泵'))).toBe(true)
    const [standard] = found.rows
    const bare = String(standard?.['standardNo']).replaceAll(/[^A-Za-z0-9]/g, '')
    expect((await list('standards', '--search', bare)).rows).toContainEqual(standard)
  })

  it('finds a standard by one of its drafting units', async () => {
    const found = await list('standards', '--search', '烟台屿宸水产有限公司', '--limit', '3')
    expect(found.rows.every(({ draftingUnits }) => (draftingUnits as string[]).includes('烟台屿宸水产有限公司'))).toBe(true)
    expect(found.total).toBeGreaterThan(0)
  })

  it('pages by offset and limit within the same total', async () => {
    const all = await list('patents', '--sort', 'filedOn', '--sort', 'applicationNumber')
    const page = await list('patents', '--sort', 'filedOn', '--sort', 'applicationNumber', '--offset', '100', '--limit', '20')
    expect(page).toEqual({ total: all.total, rows: all.rows.slice(100, 120) })
    expect(await list('patents', '--offset', '100000')).toEqual({ total: all.total, rows: [] })
  })

  it('prints a table with labels for people', async () => {
    const { code, stdout } = await cliHere(['list', 'standards', '--limit', '2', '--fields', 'standardNo,kind', ...clock])
    expect(code).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^标准编号 +标准类别$/)
    expect(lines).toHaveLength(5)
  })

  it('refuses an unknown field and value with exit code 2', async () => {
    for (const option of [['--filter', 'colour=red'], ['--filter', 'kind=red'], ['--filter', 'kind'], ['--sort', 'colour'], ['--sort', 'title:up'], ['--fields', 'colour']]) {
      expect(await jsonHere(['list', 'standards', ...option, ...clock])).toMatchObject({ code: 2, answer: { error: { code: 'usage_bad_value' } } })
    }
  })
})

describe('get', () => {
  it('shows one record with its rows of files and its history', async () => {
    const { answer } = await jsonHere(['get', 'standards', 'GB/T 28317-2021', ...clock])
    expect(answer).toMatchObject({ key: 'GB/T 28317-2021', parties: { length: 26 }, sources: { length: 3 } })
    expect(await jsonHere(['get', 'standards', 'GB/T 0-1900', ...clock])).toMatchObject({ code: 1, answer: { error: { code: 'unknown_record' } } })
  })
})

describe('batches', () => {
  it('lists what was imported, newest first', async () => {
    const { answer } = await jsonHere(['batches', ...clock])
    const found = answer as { batch: number; file: string; operator: string; state: string }[]
    expect(found).toHaveLength(23)
    expect(found[0]).toMatchObject({ batch: 23, operator: sampleClock.operator, state: 'active', rows: { read: 24 } })
  })
})

describe('export', () => {
  it('imports again as all same', async () => {
    const out = join(register.folder, '标准.xlsx')
    const exported = await jsonHere(['export', 'standards', '--out', out, ...clock])
    const { total } = await list('standards', '--limit', '0')
    expect(exported).toEqual({ code: 0, answer: { rows: total, file: out } })
    const { answer } = await jsonHere(['import', out, ...clock])
    expect(answer).toMatchObject({ kind: 'standards', rows: { read: total, new: 0, changed: 0, same: total, review: 0, rejected: 0 } })
  })

  it('writes only what was asked for', async () => {
    const out = join(register.folder, 'part.csv')
    const { answer } = await jsonHere(['export', 'standards', '--filter', 'kind=group', '--fields', 'title', '--limit', '3', '--out', out, ...clock])
    expect(answer).toEqual({ rows: 3, file: out })
    expect(await jsonHere(['export', 'standards', '--fields', 'status', '--out', out, ...clock])).toMatchObject({ code: 2 })
  })

  it('refuses another kind of file and leaves nothing where it cannot write', async () => {
    expect(await jsonHere(['export', 'standards', '--out', join(register.folder, 'x.pdf'), ...clock])).toMatchObject({ code: 2, answer: { error: { code: 'usage_bad_value' } } })
    const nowhere = join(register.folder, 'missing/x.csv')
    expect(await jsonHere(['export', 'standards', '--out', nowhere, ...clock])).toMatchObject({ code: 1 })
    expect(existsSync(nowhere)).toBe(false)
  })
})
