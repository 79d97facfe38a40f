import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { createCounting, type Counting } from '../../../../src/main/register/counting'
import { verifyFigures } from '../../../../src/main/register/verify/verifyFigures'
import { listField, type ListField } from '../../../../src/shared/domain/catalogue/listFields'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

/** Figures that a count written apart from the program did not confirm, each with the rule that decides. */
const register = tempRegister()
let session: RegisterSession
let counting: Counting

const mark = (registrationNumber: string, dates: Values): Values => ({ registrationNumber, classes: [1], owner: '某人', ownerPlace: '370212', ...dates })

beforeAll(async () => {
  const store = register.open()
  const applied = await store.apply(aChangeSet({
    batch: aBatch({ sources: [aSource()] }),
    inserts: [
      anInsert('trademark', mark('1', { registeredOn: '2005-03-01', termStartOn: '2015-03-01' })),
      anInsert('trademark', mark('2', { registeredOn: '2005-03-01' })),
      anInsert('trademark', mark('3', { termStartOn: '2015-03-01', termEndOn: '2025-02-28' })),
      // Of 市南区: ended by a word alone, in term by its end alone, ended by a day alone.
      ...[{ registeredOn: '2015-03-01', statedStatus: '已注销' }, { termEndOn: '2025-02-28' }, { cancelledOn: '2020-05-01' }, { registeredOn: '2015-03-01', statedStatus: '撤销申请审查中' }]
        .map((values, at) => anInsert('trademark', { ...mark(`4${at}`, values), ownerPlace: '370202' })),
      anInsert('unit', { uscc: '91370100MA00000000', name: '济南某公司', district: '370100' }),
      anInsert('honour', { key: '1', honour: '中国质量奖', level: '提名奖', session: '第四届', recipient: '济南某公司', district: '370200', publishedOn: '2021-05-01', status: '授予' }),
      // 33 inventions after 32 among 77.1234 万: 3.125 % more.
      ...Array.from({ length: 33 }, (_, at) => anInsert('patent', { applicationNumber: `20151${at}`, type: 'invention', parties: ['某人'], ownerPlace: '370214', filedOn: '2015-01-01', grantedOn: at === 32 ? '2021-06-01' : '2019-01-01' })),
      anInsert('population', { key: 'census2020 370214', region: '370214', series: 'census2020', year: 2020, populationWan: 77.1234 }),
    ],
  }))
  if (!applied.ok) throw new Error(applied.code)
  await store.close()
  session = valueOf(openSession(register.path))
  counting = await createCounting(session.store, session.columns)
})
afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

function field(name: string): ListField {
  const found = listField('trademarks', name)
  if (!found) throw new Error(name)
  return found
}

describe('figures that were counted apart', () => {
  it('give a renewed mark whose end is not stated ten years from its present term, in counts, lists and their filters', async () => {
    expect(valueOf(await counting.rank('trademarks_valid', { period: '2021' })).total.value).toBe(4)
    const query = { kind: 'trademarks' as const, search: '', filters: [], sort: [{ field: 'registrationNumber', descending: false }] }
    const list = valueOf(await session.lists.find(query, '2021-12-15'))
    const rows = await session.lists.rows(list, 0, list.count, [field('status')], '2021-12-15')
    const shown = rows.map(({ cells }) => cells['status'])
    expect(shown[0]).toBe(shown[2])
    expect(shown[1]).not.toBe(shown[0])
    const valid = valueOf(await session.lists.find({ ...query, filters: [{ field: 'status', values: [String(shown[0])] }] }, '2021-12-15'))
    expect(valid.count).toBe(4)
  })

  it('hold a mark for ended by a word without a day, and for in force by the end of its term alone', async () => {
    expect(valueOf(await counting.rank('trademarks_valid', { period: '2021' })).rows.find(({ name }) => name === '市南区')?.value).toBe(2)
    const list = valueOf(await session.lists.find({ kind: 'trademarks', search: '', filters: [{ field: 'district', values: ['市南区'] }], sort: [{ field: 'registrationNumber', descending: false }] }, '2021-12-15'))
    const rows = await session.lists.rows(list, 0, list.count, [field('status')], '2021-12-15')
    expect(rows.map(({ cells }) => cells['status'])).toEqual(['cancelled', 'in_term', 'cancelled', 'in_term'])
    const cancelled = valueOf(await session.lists.find({ kind: 'trademarks', search: '', filters: [{ field: 'status', values: ['cancelled'] }], sort: [] }, '2021-12-15'))
    expect(cancelled.count).toBe(2)
  })

  it('keep an award that the city states for itself in row 其他, wherever its winner sits now', async () => {
    const { rows, total } = valueOf(await counting.rank('honours', { period: '2021' }))
    expect(rows.find(({ name }) => name === '其他')?.value).toBe(1)
    expect(total.value).toBe(1)
  })

  it('round the growth of a density from its parts, a half upwards', async () => {
    const { rows } = valueOf(await counting.series('inventions_per_10k', { period: '2021H1', population: 'census2020' }))
    expect(rows.find(({ name }) => name === '城阳区')).toMatchObject({ value: 0.43, prior: 0.41, chain: '3.13%' })
  })

  it('are what the recount of the program says as well', async () => {
    expect(valueOf(await verifyFigures(session.store, await session.columns.current(), '2021')).indicators.filter(({ ok }) => !ok)).toEqual([])
  })
})
