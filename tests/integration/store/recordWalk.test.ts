import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'
import type { RecordFields } from '../../../src/main/store/registerStore'
import { aBatch, aChangeSet, anInsert, aSource } from '../../support/registers/changeSets'
import { tempRegister } from '../../support/registers/tempRegister'

/** A walk through all records of a kind, beside the records as they are read one by one; more of them than one page holds. */
const register = tempRegister()
const store = register.open()
const patents = 1_201

beforeAll(async () => {
  const patent = (at: number): Values => ({
    applicationNumber: `2015${String(10_000_000 + at)}.0`, title: `装置${at}`, parties: [`甲公司${at % 7}`, `乙公司${at}`].slice(at % 3 === 0 ? 1 : 0), filedOn: '2015-03-02',
    ...(at % 5 === 0 ? { tags: ['重点'], strategic: 1 } : {}),
  })
  const standard: Values = { standardNo: 'GB/T 1-2021', publishedOn: '2021-02', drafting: [[1, '甲公司1'], [4, '丁公司']], replaces: ['GB/T 1-2009'] }
  const mark: Values = { registrationNumber: '9023455', owner: '甲公司1', classes: [9, 39] }
  const applied = await store.apply(aChangeSet({
    batch: aBatch({ sources: [aSource()] }),
    inserts: [...Array.from({ length: patents }, (_, at) => anInsert('patent', patent(at))), anInsert('standard', standard), anInsert('trademark', mark)],
  }))
  if (!applied.ok) throw new Error(applied.code)
})
afterAll(() => register[Symbol.dispose]())

async function walked(kind: RecordKind, fields: readonly string[], firstNameOnly = false): Promise<RecordFields[]> {
  const found: RecordFields[] = []
  await store.records.walk(kind, { fields, firstNameOnly }, (page) => { found.push(...page) })
  return found
}

describe('a walk through the records', () => {
  it.each([
    ['patent', ['applicationNumber', 'parties', 'filedOn', 'strategic', 'tags']], ['standard', ['publishedOn', 'drafting', 'replaces']], ['trademark', ['owner', 'classes']],
  ] as const)('brings of every %s the fields that were asked for, in the order of the ids', async (kind, fields) => {
    const all = await store.records.all(kind)
    const expected = all.map(({ id, values }) => ({ id, values: Object.fromEntries(Object.entries(values).filter(([field]) => (fields as readonly string[]).includes(field))) }))
    expect(await walked(kind, fields)).toEqual(expected)
  })

  it('brings only the first name where no more is asked for', async () => {
    const found = await walked('patent', ['parties'], true)
    expect(found).toHaveLength(patents)
    expect(found.slice(0, 3).map(({ values }) => values)).toEqual([{ parties: ['乙公司0'] }, { parties: ['甲公司1'] }, { parties: ['甲公司2'] }])
    expect((await walked('standard', ['drafting'], true))[0]?.values).toEqual({ drafting: [[1, '甲公司1']] })
  })
})
