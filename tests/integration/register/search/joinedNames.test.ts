import { describe, expect, it } from 'vitest'
import { createRecord } from '../../../../src/main/register/records/edit/createRecord'
import { findEverywhere } from '../../../../src/main/register/search/findEverywhere'
import { mergeUnits } from '../../../../src/main/register/units/mergeUnits'
import { splitUnit } from '../../../../src/main/register/units/splitUnit'
import { codes, today, unitRegister, type UnitRegister } from '../../../support/registers/unitRegister'
import { valueOf } from '../../../support/valueOf'

const university = '91370200MAC2W6RE8T'

async function unitsFound({ session }: UnitRegister, text: string) {
  const found = valueOf(await findEverywhere(session.hits, { text, kinds: ['units'], limit: 10 }))
  return found.flatMap(({ hits }) => hits.map(({ key, others }) => ({ key: key.text, others: others.map((other) => `${other.label} ${other.text}`) })))
}

async function merge({ services, subjects }: UnitRegister, keep: string, other: string): Promise<void> {
  expect(await mergeUnits(services, await subjects(), { keep, others: [other], from: {} })).toMatchObject({ ok: true })
}

describe('a unit is found', () => {
  it('under its former name, and under a name that was merged into it', async () => {
    using register = await unitRegister()
    expect(await unitsFound(register, '嵘拓纸业')).toEqual([{ key: codes.rongtuo, others: ['曾用名 青岛嵘拓纸业有限公司'] }])
    await merge(register, codes.rongtuo, '青岛市嵘拓包装有限责任公司')
    expect(await unitsFound(register, '市嵘拓')).toEqual([{ key: codes.rongtuo, others: ['别名 青岛市嵘拓包装有限责任公司'] }])
  })

  it('under the name of a unit that was merged into it, which is still there itself', async () => {
    using register = await unitRegister()
    await merge(register, codes.rongtuo, codes.rongtuoOld)
    const found = await unitsFound(register, '包装材料厂')
    expect(found).toContainEqual({ key: codes.rongtuo, others: ['别名 青岛嵘拓包装材料厂'] })
    expect(found.map(({ key }) => key).toSorted()).toEqual([codes.rongtuo, codes.rongtuoOld].toSorted())
  })

  it('under the code of a unit that was merged into it, in its list as well', async () => {
    using register = await unitRegister()
    await merge(register, codes.rongtuo, codes.rongtuoOld)
    for (const text of [codes.rongtuoOld, codes.rongtuoOld.toLowerCase().slice(4)]) {
      expect(await unitsFound(register, text)).toContainEqual({ key: codes.rongtuo, others: [`统一社会信用代码 ${codes.rongtuoOld}`] })
      expect(await register.session.lists.find({ kind: 'units', search: text, filters: [], sort: [] }, today)).toMatchObject({ ok: true, value: { count: 1 } })
    }
  })

  it('under a name that was joined to its name before it was in the directory, in its list as well, and no longer once that is split', async () => {
    using register = await unitRegister()
    await merge(register, '中国海洋大学', '中国海大')
    expect(await unitsFound(register, '中国海大')).toEqual([])
    expect(await createRecord(register.services, 'unit', { uscc: university, name: '中国海洋大学' })).toMatchObject({ ok: true })
    const named = [{ key: university, others: ['别名 中国海大'] }]
    expect(await unitsFound(register, '中国海大')).toEqual(named)
    expect(await unitsFound(register, 'zghd')).toEqual(named)
    expect(await unitsFound(register, '中国海大 海洋大学')).toEqual(named)
    expect(await register.session.lists.find({ kind: 'units', search: '中国海大', filters: [], sort: [] }, today)).toMatchObject({ ok: true, value: { count: 1 } })
    expect(await splitUnit(register.services, await register.subjects(), '中国海大')).toMatchObject({ ok: true })
    expect(await unitsFound(register, '中国海大')).toEqual([])
  })
})
