import { describe, expect, it } from 'vitest'
import { kindDefinitions, recordKinds, type FieldDefinition, type FieldValue, type Values } from '../../../src/shared/domain/catalogue/fields'
import { checkRegister } from '../../../src/main/store/checkRegister'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import { aBatch, aChangeSet, anInsert, aPatent } from '../../support/registers/changeSets'
import { valueOf } from '../../support/valueOf'
import { tempRegister } from '../../support/registers/tempRegister'

const firstKey = '201910123456X'

async function patent(store: SqliteStore, key = firstKey) {
  const record = (await store.records.byKeys('patent', [key])).get(key)
  if (!record) throw new Error(`no patent ${key}`)
  return record
}

/** Everything a change set can alter, as plain rows. */
function contentOf(store: SqliteStore): Record<string, unknown[]> {
  const tables = ['patent', 'party', 'name', 'evidence', 'journal', 'change_set', 'batch', 'source', 'row_verdict', 'hand_edit', 'patent_search_docsize']
  return Object.fromEntries(tables.map((table) => [table, store.db.prepare(`SELECT * FROM ${table}`).all()]))
}

function exampleOf({ name, type }: FieldDefinition): FieldValue {
  switch (type) {
    case 'text': return `${name}的值`
    case 'name': return `${name}有限公司`
    case 'date': return '2021-03'
    case 'integer': return 2 ** 40
    case 'real': return 48.6643
    case 'flag': return 1
    case 'texts': return ['甲', '乙']
    case 'integers': return [9, 35]
    case 'names': return ['甲公司', '乙公司', '甲公司']
    case 'positions': return [[1, '甲公司'], [4, '乙公司']]
  }
}

describe('applying a change set', () => {
  it('gives back by key exactly what was inserted', async () => {
    using register = tempRegister()
    const store = register.open()
    const applied = await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    expect(applied).toEqual({ ok: true, value: { sequence: 1, batch: 1, firstIds: { patent: 1 } } })
    const found = await store.records.byKeys('patent', [firstKey, 'unknown'])
    expect([...found.values()]).toEqual([{ kind: 'patent', id: 1, digest: expect.stringMatching(/^[0-9a-f]{16}$/), values: aPatent() }])
  })

  it.each(recordKinds)('keeps every field of a %s', async (kind) => {
    using register = tempRegister()
    const store = register.open()
    const values: Values = Object.fromEntries(kindDefinitions[kind].fields.map((field) => [field.name, exampleOf(field)]))
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert(kind, values)] }))
    expect((await store.records.all(kind)).map((record) => record.values)).toEqual([values])
  })

  it('gives consecutive ids to the inserts of each kind and their evidence to the right record', async () => {
    using register = tempRegister()
    const store = register.open()
    const applied = await store.apply(aChangeSet({
      batch: aBatch(),
      inserts: [
        anInsert('patent', aPatent({ applicationNumber: '1' }), 2), anInsert('unit', { uscc: '91' }, 3),
        anInsert('patent', aPatent({ applicationNumber: '2' }), 4), anInsert('unit', { uscc: '92' }, 5),
      ],
    }))
    expect(applied).toMatchObject({ ok: true, value: { firstIds: { patent: 1, unit: 1 } } })
    const rows = async (kind: 'patent' | 'unit') => [...(await store.evidence.ofRecords(kind, [1, 2])).values()].flat().map(({ row }) => row)
    expect([await rows('patent'), await rows('unit')]).toEqual([[2, 4], [3, 5]])
  })

  it('refuses a change set built on a record that has changed since, and leaves nothing of it', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    const before = contentOf(store)
    const { id } = await patent(store)
    const refused = await store.apply(aChangeSet({
      batch: aBatch(),
      inserts: [anInsert('patent', aPatent({ applicationNumber: '2', parties: ['新名称公司'] }))],
      updates: [{ kind: 'patent', id, basedOn: '0'.repeat(16), values: aPatent({ title: '改' }), old: { title: '一种电梯制动装置' } }],
    }))
    expect(refused).toMatchObject({ ok: false, code: 'register_changed', details: { kind: 'patent', id } })
    expect(contentOf(store)).toEqual(before)
  })

  it('refuses a new record whose key is in the register already', async () => {
    using register = tempRegister()
    const store = register.open()
    const insertion = aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] })
    await store.apply(insertion)
    expect(await store.apply(insertion)).toMatchObject({ ok: false, code: 'register_changed' })
    expect(await store.records.count('patent')).toBe(1)
  })

  it('refuses a change set computed at another sequence', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ inserts: [], batch: aBatch() }))
    expect(await store.apply(aChangeSet({ readAt: 0 }))).toMatchObject({ ok: false, code: 'register_changed' })
    expect(await store.apply(aChangeSet({ readAt: 1 }))).toMatchObject({ ok: true })
  })

  it('writes names anew after a refused change set had added them', async () => {
    using register = tempRegister()
    const store = register.open()
    const inserts = [anInsert('patent', aPatent({ parties: ['青岛新公司'] }))]
    await store.apply(aChangeSet({ batch: aBatch(), inserts, readAt: 99 }))
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [...inserts, ...inserts] }))
    await store.apply(aChangeSet({ batch: aBatch(), inserts }))
    expect((await patent(store)).values.parties).toEqual(['青岛新公司'])
  })

  it('cancels in the middle without a trace', async () => {
    using register = tempRegister()
    const store = register.open()
    const inserts = Array.from({ length: 2_500 }, (_, at) => anInsert('patent', aPatent({ applicationNumber: `${at}` }), at + 2))
    const progress: number[] = []
    const watch = { isCancelled: () => progress.length === 2, onProgress: (done: number) => { progress.push(done) } }
    expect(await store.apply(aChangeSet({ batch: aBatch(), inserts }), watch)).toEqual({ ok: false, code: 'job_cancelled' })
    expect([progress, await store.sequence(), await store.records.count('patent')]).toEqual([[1_000, 2_000], 0, 0])
  })

  it('keeps the last of what one file row is said to state, however many rows come at once', async () => {
    using register = tempRegister()
    const store = register.open()
    const evidence = Array.from({ length: 100 }, (_, at) => ({ source: 0, row: 2 + (at % 90), diff: at < 90 ? null : { title: `第${at}` } }))
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [{ kind: 'patent', values: aPatent(), evidence }] }))
    const more = Array.from({ length: 60 }, (_, at) => ({ kind: 'patent' as const, id: 1, source: 1, row: 81 + at, diff: { title: '新名' } }))
    await store.apply(aChangeSet({ evidence: more }))
    const stored = (await store.evidence.ofRecords('patent', [1])).get(1) ?? []
    const titles = stored.map(({ row, diff }) => [row, diff?.title ?? null])
    expect(titles).toEqual(Array.from({ length: 139 }, (_, at) => [at + 2, at < 10 ? `第${at + 90}` : at < 79 ? null : '新名']))
    const report = await checkRegister(register.path)
    expect(report.ok && report.value.problems.filter(({ problem }) => problem !== 'original_missing')).toEqual([])
  })

  it('replaces an evidence row and never gives an id twice', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    await store.apply(aChangeSet({ evidence: [{ kind: 'patent', id: 1, source: 1, row: 2, diff: { title: '旧名', type: null } }] }))
    expect((await store.evidence.ofRecords('patent', [1])).get(1)).toEqual([{ source: 1, row: 2, diff: { title: '旧名', type: null } }])
    const { digest } = await patent(store)
    await store.apply(aChangeSet({ kind: 'edit', deletes: [{ kind: 'patent', id: 1, basedOn: digest, old: aPatent() }] }))
    expect(await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))).toMatchObject({ value: { firstIds: { patent: 2 } } })
  })

  it('keeps what a person set until it is withdrawn', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ kind: 'edit', inserts: [{ kind: 'unit', values: { uscc: '91' }, evidence: [] }], handEdits: [{ kind: 'unit', id: -1, values: { uscc: '91' } }] }))
    expect(await store.evidence.handEdits('unit', [1, 2])).toEqual(new Map([[1, { values: { uscc: '91' }, since: { uscc: 1 } }]]))
    await store.apply(aChangeSet({ kind: 'edit', handEdits: [{ kind: 'unit', id: 1, values: { uscc: '91', name: '甲厂' }, since: { uscc: 1 } }] }))
    expect((await store.evidence.handEdits('unit', [1])).get(1)).toEqual({ values: { uscc: '91', name: '甲厂' }, since: { uscc: 1, name: 2 } })
    expect(valueOf(await checkRegister(register.path)).problems).toEqual([])
    await store.apply(aChangeSet({ kind: 'edit', handEdits: [{ kind: 'unit', id: 1, values: null }] }))
    expect(await store.evidence.handEdits('unit', [1])).toEqual(new Map())
  })
})

describe('the journal', () => {
  it('walks a record back to its first state, each step with its digest', async () => {
    using register = tempRegister()
    const store = register.open()
    await store.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    const states = [await patent(store)]
    const changes: Values[] = [{ title: '第二个名称' }, { parties: ['青岛大学'], strategic: null }, { title: null, lapsedOn: '2024-01' }]
    for (const change of changes) {
      const current = await patent(store)
      const old = Object.fromEntries(Object.keys(change).map((field) => [field, current.values[field] ?? null]))
      await store.apply(aChangeSet({ updates: [{ kind: 'patent', id: 1, basedOn: current.digest, values: { ...current.values, ...change }, old }] }))
      states.push(await patent(store))
    }
    const entries = store.db.prepare<[], { old: string; digest: string }>('SELECT old, lower(hex(digest_before)) AS digest FROM journal ORDER BY change_set DESC').all()
    let values = states.at(-1)?.values ?? {}
    const walked = entries.map(({ old, digest }) => {
      values = Object.fromEntries(Object.entries({ ...values, ...(JSON.parse(old) as Values) }).filter(([, value]) => value !== null))
      return { digest, values }
    })
    expect(walked).toEqual(states.slice(0, -1).reverse().map(({ digest, values: state }) => ({ digest, values: state })))
  })
})

describe('a second connection', () => {
  it('sees a change set once it is committed', async () => {
    using register = tempRegister()
    const writer = register.open()
    const reader = register.open('read')
    expect(await reader.records.count('patent')).toBe(0)
    await writer.apply(aChangeSet({ batch: aBatch(), inserts: [anInsert('patent', aPatent())] }))
    expect([await reader.sequence(), (await patent(reader)).values]).toEqual([1, aPatent()])
  })

  it('opened for reading cannot write', async () => {
    using register = tempRegister()
    register.open()
    const reader = register.open('read')
    expect(await reader.apply(aChangeSet())).toMatchObject({ ok: false, code: 'file_not_writable' })
    expect(() => reader.db.prepare("INSERT INTO name (text) VALUES ('x')").run()).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
  })
})
