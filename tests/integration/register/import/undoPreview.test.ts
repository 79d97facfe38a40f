import { expect, it } from 'vitest'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { previewUndo } from '../../../../src/main/register/import/session/batchDesk'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'

it('an undo is previewed with what the records are called, not by their numbers alone', async () => {
  using register = tempRegister()
  const store = register.open()
  await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
  const preview = await previewUndo({ store, places: placesOf(null, null) }, 1, { at: 1_700_000_000_000, operator: '王芳' })
  expect(preview).toMatchObject({ ok: true, value: { removed: 1, removedKeys: [{ kind: 'patent', key: '201910123456X', title: '一种电梯制动装置' }] } })
})

it('figures are named by their place and what they count, not by their keys', async () => {
  using register = tempRegister()
  const store = register.open()
  await store.apply(aChangeSet({ batch: aBatch(), inserts: [
    anInsert('population', { key: '370202|yearend2021', region: '370202', series: 'yearend2021', year: 2021, populationWan: 49.2 }),
    anInsert('market_entities', { key: '370212|2021', region: '370212', year: 2021, entities: 81_000 }),
    anInsert('indicator', { key: '370200|PCT|2021', region: '370200', indicator: 'PCT申请量', period: '2021', value: 1 }),
  ] }))
  const preview = await previewUndo({ store, places: placesOf(null, null) }, 1, { at: 1_700_000_000_000, operator: '王芳' })
  expect(preview.ok && preview.value.removedKeys.map(({ title }) => title)).toEqual(['市南区 2021年年末常住人口', '崂山区 2021年市场主体', '青岛市 PCT申请量 2021'])
})
