import { describe, expect, it } from 'vitest'
import type { ChangeSet } from '../../../src/main/store/changeSet'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../../support/registers/changeSets'
import { tempRegister } from '../../support/registers/tempRegister'

const keys = ['A', 'B', 'C', 'D', 'E', 'F']
const patents = (from: number, to: number) => keys.slice(from, to).map((key, at) => anInsert('patent', aPatent({ applicationNumber: key }), at + 2))
const confirming = (ids: number[], parts: Partial<ChangeSet> = {}) => aChangeSet({
  batch: aBatch(), evidence: ids.map((id, at) => ({ kind: 'patent' as const, id, source: -1, row: at + 2, diff: null })), ...parts,
})

/** What a register says, without its journal and its batches: what must be equal when a file was never imported. */
function saidBy(store: SqliteStore): unknown[][] {
  return ['SELECT * FROM patent', 'SELECT * FROM party', 'SELECT * FROM evidence', 'SELECT id FROM patent_search_docsize',
    "SELECT rowid FROM patent_search('电梯')", 'SELECT evidence_sum FROM source WHERE evidence_sum <> 0'].map((text) => store.db.prepare(text).raw().all())
}

async function undo(store: SqliteStore, batch: number) {
  const reach = await store.evidence.reachOfBatch(batch)
  return store.apply(aChangeSet({
    kind: 'undo_batch', undoes: batch, readAt: await store.sequence(), removes: [...reach.only].map(([kind, ids]) => ({ kind, ids })),
  }))
}

describe('the reach of a batch', () => {
  it('tells records that only it supports from those that others support as well', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: patents(0, 3) }))
    await store.apply(confirming([1, 2], { inserts: patents(3, 5) }))
    expect(await store.evidence.reachOfBatch(1)).toEqual({ only: new Map([['patent', [3]]]), kept: new Map([['patent', [1, 2]]]), doubtful: new Map() })
    expect(await store.evidence.reachOfBatch(2)).toEqual({ only: new Map([['patent', [4, 5]]]), kept: new Map([['patent', [1, 2]]]), doubtful: new Map() })
  })

  it('doubts records whose other rows differ, state fewer fields, or are a person’s word alone', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: patents(0, 4), handEdits: [{ kind: 'patent', id: -3, values: { title: '手工' } }] }))
    await store.apply(confirming([], { batch: aBatch({ sources: [aSource({ states: ['applicationNumber'] })] }), evidence: [{ kind: 'patent', id: 1, source: -1, row: 2, diff: null }] }))
    await store.apply(confirming([], { evidence: [{ kind: 'patent', id: 2, source: -1, row: 2, diff: { title: '别名' } }] }))
    expect(await store.evidence.reachOfBatch(1)).toEqual({ only: new Map([['patent', [4]]]), kept: new Map(), doubtful: new Map([['patent', [1, 2, 3]]]) })
  })

  it('keeps the kinds of one batch apart', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [...patents(0, 1), anInsert('unit', { uscc: '91' })] }))
    expect((await store.evidence.reachOfBatch(1)).only).toEqual(new Map([['unit', [1]], ['patent', [1]]]))
  })
})

describe('undoing a batch by set', () => {
  it('leaves what a register says that never saw the file', async () => {
    using register = tempRegister()
    using other = tempRegister()
    const store = register.open()
    const never = other.open()
    for (const each of [store, never]) await each.apply(aChangeSet({ batch: aBatch(), inserts: patents(0, 3) }))
    await store.apply(confirming([1, 3], { inserts: patents(3, 6) }))
    expect(await undo(store, 2)).toMatchObject({ ok: true })
    expect(saidBy(store)).toEqual(saidBy(never))
    expect(await store.batches.get(2)).toMatchObject({ state: 'undone', undoneAt: expect.any(Number) })
  })

  it('refuses an unknown batch and one that is undone already', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: patents(0, 1) }))
    await undo(store, 1)
    expect(await undo(store, 1)).toMatchObject({ ok: false, code: 'batch_already_undone' })
    expect(await undo(store, 7)).toMatchObject({ ok: false, code: 'unknown_batch' })
  })

  it('refuses to delete a record that another batch has confirmed since', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: patents(0, 2) }))
    await store.apply(confirming([2]))
    const digests = await store.records.byIds('patent', [1, 2])
    const before = saidBy(store)
    const refused = await store.apply(aChangeSet({
      kind: 'undo_batch', undoes: 1, deletes: digests.map(({ id, digest }) => ({ kind: 'patent', id, basedOn: digest, old: null })),
    }))
    expect(refused).toMatchObject({ ok: false, code: 'register_changed', details: { kind: 'patent', id: 2 } })
    expect([saidBy(store), (await store.batches.get(1))?.state]).toEqual([before, 'active'])
  })
})
