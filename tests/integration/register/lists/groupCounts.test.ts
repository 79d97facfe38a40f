import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countGroups } from '../../../../src/main/register/lists/counts/groupCounts'
import { openSession, type RegisterSession } from '../../../../src/main/register/opened/session'
import { listDefinitions, type ListKind } from '../../../../src/shared/domain/catalogue/listFields'
import { fillRandomly } from '../../../support/registers/fillRandomly'
import { tempRegister } from '../../../support/registers/tempRegister'
import { valueOf } from '../../../support/valueOf'

const today = '2021-12-31'
const register = tempRegister()
let session: RegisterSession

beforeAll(async () => {
  const store = register.open()
  await fillRandomly(store, 23, 800)
  session = valueOf(openSession(register.path))
})

afterAll(async () => {
  await session.close()
  register[Symbol.dispose]()
})

const queryOf = (kind: ListKind, filters: { field: string; values: string[] }[] = []) => ({ kind, search: '', filters, sort: [] })

async function groups(kind: ListKind, by: string[]) {
  return valueOf(await countGroups(session.lists, { query: queryOf(kind), by }, today))
}

async function listed(kind: ListKind, filters: { field: string; values: string[] }[]): Promise<number> {
  const found = valueOf(await session.lists.find(queryOf(kind, filters), today))
  return found.count
}

describe('the groups of a list', () => {
  it.each([
    ['standards', ['kind', 'year']], ['standards', ['year', 'systems']], ['patents', ['type', 'status']], ['patents', ['criteria', 'ownerType']], ['patents', ['year', 'district']],
    ['trademarks', ['status', 'year']], ['units', ['district', 'unitType']], ['honours', ['level', 'year']],
  ] as const)('of %s by %j have as many records as the list that a line opens', async (kind, [first, second]) => {
    const { total, groups: found } = await groups(kind, [first, second])
    expect(found.length).toBeGreaterThan(1)
    expect(total).toBe(await listed(kind, []))
    for (const { value, count, parts } of found) {
      expect(await listed(kind, [{ field: first, values: [value] }]), `${first}=${value}`).toBe(count)
      for (const part of parts.slice(0, 5)) expect(await listed(kind, [{ field: first, values: [value] }, { field: second, values: [part.value] }]), `${value} ${part.value}`).toBe(part.count)
    }
  })

  it('of a field with one value a record add up to the list', async () => {
    const { total, groups: found } = await groups('patents', ['type'])
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  })

  it('stand as people look for them: districts by code, years newest first, others most frequent first, none last', async () => {
    const districts = (await groups('patents', ['district'])).groups.map(({ value }) => value).filter((value) => value !== '')
    const codes = session.places.city.districts.map(({ name }) => name)
    expect(districts.filter((name) => codes.includes(name))).toEqual(codes.filter((name) => districts.includes(name)))
    const years = (await groups('patents', ['year'])).groups.map(({ value }) => value).filter((value) => value !== '')
    expect(years).toEqual(years.toSorted().toReversed())
    const owners = (await groups('trademarks', ['owner'])).groups
    expect(owners.map(({ count }) => count)).toEqual(owners.map(({ count }) => count).toSorted((a, b) => b - a))
  })

  it('are refused for a field there is not', async () => {
    expect(await countGroups(session.lists, { query: queryOf('patents'), by: ['nothing'] }, today)).toMatchObject({ ok: false, code: 'usage_bad_value' })
    expect(listDefinitions.patents.fields.some(({ name }) => name === 'nothing')).toBe(false)
  })
})
