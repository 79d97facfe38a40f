import { afterAll, describe, expect, it } from 'vitest'
import { placesOf } from '../../../../src/main/register/city/registerPlaces'
import { createColumnsOwner } from '../../../../src/main/register/columns/columnsOwner'
import { verifyFigures } from '../../../../src/main/register/verify/verifyFigures'
import type { Values } from '../../../../src/shared/domain/catalogue/fields'
import { aBatch, aChangeSet, anInsert, aSource } from '../../../support/registers/changeSets'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const register = tempRegister()
afterAll(() => register[Symbol.dispose]())

const invention = (applicationNumber: string): Values => ({ applicationNumber, type: 'invention', parties: ['某公司'], ownerPlace: '370212', filedOn: '2015-01-01', grantedOn: '2018-01-01' })

describe('a recount', () => {
  it('goes by the records as they are stored, and tells every row where the fast answer is another', async () => {
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [anInsert('patent', invention('201510123456.7'))] }))
    const stale = await createColumnsOwner(store.columns, placesOf(null, null).city).current()
    await stale.patents()
    expect(valueOf(await verifyFigures(store, stale, '2021')).ok).toBe(true)
    await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [anInsert('patent', invention('201510765432.1'))] }))
    const verified = valueOf(await verifyFigures(store, stale, '2021'))
    expect(verified.ok).toBe(false)
    expect(verified.indicators.find(({ indicator }) => indicator === 'inventions_valid')?.differences).toEqual([{ row: '崂山区', fast: 1, plain: 2 }, { row: '全市', fast: 1, plain: 2 }])
  })
})
