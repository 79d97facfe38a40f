import { describe, expect, it } from 'vitest'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/changeSets'
import { tempRegister } from '../../support/tempRegister'

describe('applying a change set', () => {
  it('gives back by key exactly what was inserted', async () => {
    using register = tempRegister()
    const store = register.open()
    const applied = await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    expect(applied).toEqual({ ok: true, value: { sequence: 1, batch: 1, firstIds: { patent: 1 } } })
    const found = await store.records.byKeys('patent', ['201910123456X', 'unknown'])
    expect([...found.values()]).toEqual([{ kind: 'patent', id: 1, digest: expect.stringMatching(/^[0-9a-f]{16}$/), values: aPatent() }])
  })
})
