import { describe, expect, it } from 'vitest'
import { checkRegister } from '../../../src/main/store/checkRegister'
import { aBatch, aChangeSet, aPatent, anInsert } from '../../support/registers/changeSets'
import { tempRegister } from '../../support/registers/tempRegister'

const inserts = ['201910000001.1', '201910000002.1', '201910000003.1'].map((applicationNumber, index) => anInsert('patent', aPatent({ applicationNumber }), index + 2))

describe('the kept counts of records', () => {
  it('follow insertions and deletions and are there for a reader at once', async () => {
    using register = tempRegister()
    const store = register.open()
    const reader = register.open('read')
    await store.apply(aChangeSet({ batch: aBatch(), inserts }))
    expect([await reader.records.count('patent'), await reader.records.count('unit')]).toEqual([3, 0])
    const [record] = await store.records.byIds('patent', [2])
    await store.apply(aChangeSet({ kind: 'edit', deletes: [{ kind: 'patent', id: 2, basedOn: record?.digest ?? '', old: record?.values ?? {} }] }))
    expect(await reader.records.count('patent')).toBe(2)
  })

  it('are not moved by a change set that is refused', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts }))
    expect(await store.apply(aChangeSet({ readAt: 7, batch: aBatch(), inserts }))).toMatchObject({ ok: false })
    expect(await store.records.count('patent')).toBe(3)
  })

  it('are compared with the tables by a check', async () => {
    using register = tempRegister()
    const store = register.open()
    store.db.pragma('query_only = OFF')
    store.db.prepare('UPDATE record_count SET count = 5 WHERE kind = 2').run()
    expect(await checkRegister(register.path)).toMatchObject({ ok: true, value: { ok: false, problems: [{ problem: 'count_wrong', kind: 'patent' }] } })
  })
})
