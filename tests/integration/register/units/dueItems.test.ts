import { join } from 'node:path'
import { expect, it } from 'vitest'
import { dueItems, reviewYearsKey } from '../../../../src/main/register/reminders/dueItems'
import { writeDueItems } from '../../../../src/main/register/reminders/writeDueItems'
import { noteRecord } from '../../../../src/main/register/records/edit/noteRecord'
import { readFile } from '../../../support/workbooks/readWorkbookFile'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../../support/registers/changeSets'
import { today, unitRegister } from '../../../support/registers/unitRegister'

const year = 365

it('lists what falls due, earliest first: terms, renewals, grace, reviews and notes', async () => {
  using register = await unitRegister()
  const owner = '青岛嵘拓包装有限公司'
  await register.store.apply(aChangeSet({
    batch: aBatch({ sources: [aSource()] }),
    inserts: [
      anInsert('patent', aPatent({ applicationNumber: '2002101234567', parties: [owner], filedOn: '2002-03-01', grantedOn: '2004-01-01' }), 2),
      anInsert('trademark', { registrationNumber: '7000001', name: '甲', classes: [1], owner, registeredOn: '2012-02-21' }, 3),
      anInsert('trademark', { registrationNumber: '7000002', name: '乙', classes: [1], owner, registeredOn: '2011-12-01' }, 4),
      anInsert('trademark', { registrationNumber: '7000003', name: '丙', classes: [1], owner, registeredOn: '2021-12-01' }, 5),
      anInsert('standard', { standardNo: 'GB/T 9-2017', title: '五年前的', kind: 'national', publishedOn: '2017-05-01', drafting: [[1, owner]] }, 6),
      anInsert('standard', { standardNo: 'GB/T 8-2017', title: '别处的', kind: 'national', publishedOn: '2017-05-01', drafting: [[1, '上海甲厂']] }, 7),
      anInsert('standard', { standardNo: 'GB/T 7-2017', title: '废止的', kind: 'national', publishedOn: '2017-05-01', abolishedOn: '2020-01-01', drafting: [[1, owner]] }, 8),
    ],
  }))
  await noteRecord(register.services, 'unit', 1, '问一下新地址', '2022-01-10')
  const { items, until, reviewYears } = await dueItems(register.session, { days: year }, today)
  expect({ until, reviewYears }).toEqual({ until: '2023-01-17', reviewYears: 5 })
  expect(items.map(({ kind, key, day }) => [kind, key, day])).toEqual([
    ['note', '913702004957962652', '2022-01-17'], ['mark_renewal', '7000001', '2022-02-20'], ['mark_renewal', '1234567', '2022-02-28'],
    ['patent_term', '2002101234567', '2022-03-01'], ['standard_review', 'GB/T 9-2017', '2022-05-01'], ['mark_grace', '7000002', '2022-05-30'],
  ])
  expect(items.find(({ key }) => key === '7000001')).toMatchObject({ title: '甲', about: owner, districts: ['黄岛区'] })
  await register.store.info.set(reviewYearsKey, '3')
  expect((await dueItems(register.session, { days: year }, today)).items.some(({ key }) => key === 'GB/T 9-2017')).toBe(false)
  await register.store.info.set(reviewYearsKey, '4')
  const past = await dueItems(register.session, { days: year, isPast: true }, today)
  expect({ from: past.from, until: past.until }).toEqual({ from: '2021-01-17', until: today })
  expect(past.items.map(({ kind, key, day }) => [kind, key, day])).toEqual([['standard_review', 'GB/T 9-2017', '2021-05-01'], ['mark_renewal', '7000002', '2021-11-30'], ['note', '913702004957962652', '2022-01-10']])
  const file = join(register.temp.folder, '到期.xlsx')
  expect(await writeDueItems(file, items, '王芳', 0)).toMatchObject({ ok: true, value: { rows: 6 } })
  const { sheets } = await readFile(file)
  expect(sheets[0]?.rows[2]?.cells.slice(1, 4)).toEqual(['商标续展', '黄岛区', '7000001'])
})
