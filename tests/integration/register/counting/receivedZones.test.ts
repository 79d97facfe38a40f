import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const register = tempRegister()
let store: ReturnType<typeof register.open>
let counting: Counting

const received = (region: string, value: number): Values => ({ key: `${region}|pct|2021`, region, indicator: 'pct', period: '2021', heading: 'PCT申请量', value, unit: '件' })

beforeAll(async () => {
  store = register.open()
  const figures = [received('370202', 301), received('370214', 141), received('青岛高新区', 241), received('其中：蓝谷', 200), received('370200', 683)]
  valueOf(await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: figures.map((figure) => anInsert('indicator', figure)) })))
  counting = await createCounting(store)
})
afterAll(async () => {
  await store.close()
  register[Symbol.dispose]()
})

describe('a received ranking of districts that has a row for a zone', () => {
  it('is shown with that row behind the districts, ranked among them', async () => {
    const { rows, total } = valueOf(await counting.rank('pct', { period: '2021', source: 'received' }))
    expect(rows.find(({ name }) => name === '青岛高新区')).toMatchObject({ code: null, name: '青岛高新区', level: 'zone', value: 241, rank: 2 })
    expect(rows.find(({ code }) => code === '370214')).toMatchObject({ value: 141, rank: 3 })
    expect(total.value).toBe(683)
  })

  it('shows a zone that is a part of its host in nobody’s rank', async () => {
    const { rows } = valueOf(await counting.rank('pct', { period: '2021', source: 'received' }))
    expect(rows.find(({ name }) => name === '蓝谷')).toMatchObject({ code: null, level: 'zone', value: 200, rank: null })
    expect(valueOf(await counting.records('pct', { period: '2021', source: 'received', district: '蓝谷' })).total).toBe(1)
  })

  it('gives the record behind the figure of the zone by any name of it', async () => {
    const { total, rows } = valueOf(await counting.records('pct', { period: '2021', source: 'received', district: '高新区' }))
    expect([total, rows[0]?.['region']]).toEqual([1, '青岛高新区'])
  })
})
