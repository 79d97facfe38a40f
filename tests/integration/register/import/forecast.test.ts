import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { registerDesk } from '../../../support/registers/registerDesk'
import { samplesFolder } from '../../../support/registers/sampleImport'

const { register, opened, ask, close } = registerDesk()

async function open(file: string): Promise<number> {
  const { jobs } = await ask('imports.open', { files: [file.includes('/') ? file : join(samplesFolder, file)] })
  return jobs[0]?.job ?? 0
}

/** The forecast of a file, as soon as it is there. */
async function forecastOf(job: number) {
  return vi.waitFor(async () => {
    const { forecast, job: { state } } = await ask('imports.detail', { job })
    if (forecast === null) throw new Error(`no forecast while ${state}`)
    return forecast
  }, { timeout: 15_000, interval: 20 })
}

/** What the commit did, counted before and after it. */
async function effectOf(job: number) {
  await ask('imports.commit', { jobs: [job] })
  return vi.waitFor(async () => {
    const { result, job: { state } } = await ask('imports.detail', { job })
    if (result === null) throw new Error(`still ${state}`)
    return result.effect
  }, { timeout: 15_000, interval: 20 })
}

const sequence = async (): Promise<number> => {
  const session = opened.session()
  return session.ok ? session.value.store.sequence() : -1
}

beforeAll(async () => {
  await opened.open(register.path, true)
})
afterAll(close)

describe('the forecast of a file', () => {
  /** Files whose commit moves a figure, so that equal does not mean nothing. */
  const moving: string[] = []

  it.each([
    '02_人口_两种口径.xlsx', '03_市场主体_2020-2021.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '13_incoPat导出_青岛_20220110.xls',
    '16_共有专利_两区市报送.xlsx', '18_高价值认定要素登记表.xlsx', '20_商标数据_一类一行.csv', '01_单位名录_2021.xlsx', '10_国际团体标准明细表_F1_2019-2021.xlsx', '14_智慧芽导出_20220110.xlsx', '22_质量品牌荣誉汇总_F9.xlsx',
    '23_知识产权试点示范_XML表格.xls', '90_脏数据_标准.xlsx', '91_脏数据_专利.xlsx',
  ])('of %s is what its commit does, and writes nothing', async (file) => {
    const before = await sequence()
    const job = await open(file)
    const forecast = await forecastOf(job)
    expect(await sequence()).toBe(before)
    expect(await effectOf(job)).toEqual(forecast)
    if (forecast.some((effect) => effect.before !== effect.after)) moving.push(file)
    expect((await ask('imports.detail', { job })).forecast).toBeNull()
  })

  it('has told of figures that move, by new records, by changed ones and by units', () => {
    expect(moving).toEqual(expect.arrayContaining(['22_质量品牌荣誉汇总_F9.xlsx', '18_高价值认定要素登记表.xlsx', '01_单位名录_2021.xlsx']))
  })
})
