import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { registerDesk } from '../../../support/registers/registerDesk'
import { samplesFolder } from '../../../support/registers/sampleImport'

const { register, opened, ask, settled, close } = registerDesk()
const patient = { timeout: 20_000, interval: 20 }

/** Files that speak about the same standards: a district's, the national list, one with faults, and the units and people of all. */
const files = ['01_单位名录_2021.xlsx', '02_人口_两种口径.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '90_脏数据_标准.xlsx']

async function open(names: readonly string[]): Promise<number[]> {
  const { jobs } = await ask('imports.open', { files: names.map((name) => join(samplesFolder, name)) })
  return jobs.map(({ job }) => job)
}

const forecastOf = (count: number) => vi.waitFor(async () => {
  const { forecast } = await ask('imports.forecast', {})
  if (forecast?.files !== count) throw new Error(`forecast of ${forecast?.files ?? 'no'} files`)
  return forecast
}, patient)

beforeAll(async () => {
  await opened.open(register.path, true)
})
afterAll(close)

it('tells of all files together what their commits do one after the other, and writes nothing', async () => {
  const jobs = await open(files)
  const { effect, leftOut } = await forecastOf(files.length)
  expect(leftOut).toBe(0)
  expect((await ask('register.status', {})).sequence).toBe(0)
  for (const job of jobs) {
    await settled(job)
    await ask('imports.commit', { jobs: [job] })
    await vi.waitFor(async () => { expect((await settled(job)).state).toBe('done') }, patient)
  }
  // 2021 is the year that most rows of the national list report; its commit counted that year after the others.
  const last = (await ask('imports.detail', { job: jobs.at(-1) ?? 0 })).result?.effect ?? []
  expect(new Set(last.map(({ period }) => period))).toEqual(new Set(effect.map(({ period }) => period)))
  expect(Object.fromEntries(effect.map(({ indicator, after }) => [indicator, after]))).toEqual(Object.fromEntries(last.map(({ indicator, after }) => [indicator, after])))
  const standards = effect.find(({ indicator }) => indicator === 'standards')
  expect([standards?.before, (standards?.after ?? 0) > 20, (standards?.regions.length ?? 0) > 3]).toEqual([null, true, true])
  await ask('imports.close', { jobs })
})

it('is of the files that are ready, and of none when only one is left', async () => {
  const jobs = await open(['10_国际团体标准明细表_F1_2019-2021.xlsx', '09_行业地方标准清单_2019-2021.xlsx', '06_城阳区_2021年度标准制修订调查表.xlsx'])
  await forecastOf(3)
  await ask('imports.close', { jobs: [jobs[0]] })
  await forecastOf(2)
  await ask('imports.setFile', { job: jobs[1], kind: 'trademarks' })
  await vi.waitFor(async () => { expect((await settled(jobs[1] ?? 0)).state).toBe('refused') }, patient)
  await vi.waitFor(async () => { expect((await ask('imports.forecast', {})).forecast).toBeNull() }, patient)
  await ask('imports.setFile', { job: jobs[1], kind: null })
  await forecastOf(2)
  await ask('imports.close', { jobs: [jobs[1]] })
  await vi.waitFor(async () => { expect((await ask('imports.forecast', {})).forecast).toBeNull() }, patient)
})
