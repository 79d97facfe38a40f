import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonHere } from '../support/faults/cliHere'
import { aBatch, aChangeSet, anInsert, aPatent, aSource } from '../support/registers/changeSets'
import { tempRegister } from '../support/registers/tempRegister'

const register = tempRegister()
const key = '201611021124.3'

beforeAll(async () => {
  const store = register.open()
  await store.apply(aChangeSet({ batch: aBatch({ sources: [aSource()] }), inserts: [anInsert('patent', aPatent({ applicationNumber: key, title: '甲' }))] }))
  await store.close()
})
afterAll(() => register[Symbol.dispose]())

function json(...words: string[]) {
  return jsonHere([...words, '--register', register.path])
}

describe('restore --to of a deleted record', () => {
  it('leaves it deleted when the state is refused, and brings it back to one that it had', async () => {
    const set = await json('set', 'patents', key, 'title=乙')
    const deleted = await json('delete', 'patents', key)
    const { sequence } = deleted.answer as { sequence: number }
    for (const refused of [sequence, sequence + 50]) {
      expect(await json('restore', 'patents', key, '--to', String(refused))).toMatchObject({ code: 1, answer: { error: { code: 'unknown_state' } } })
      expect(await json('history', 'patents', key)).toMatchObject({ answer: { isDeleted: true } })
    }
    const before = (set.answer as { sequence: number }).sequence - 1
    expect(await json('restore', 'patents', key, '--to', String(before))).toMatchObject({ code: 0 })
    expect(await json('get', 'patents', key)).toMatchObject({ answer: { cells: { title: '甲' } } })
  })
})
