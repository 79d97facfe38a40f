import { expect, it, vi } from 'vitest'
import { unitOperations } from '../../../../src/shared/bridge/operations/unitOperations'
import { createUnitHandlers } from '../../../../src/main/register/handlers/unitHandlers'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { inProcessWriter } from '../../../support/inProcessWriter'
import { codes, today, unitRegister } from '../../../support/unitRegister'

it('answers the window as the contract says, from the proposal to the undo', async () => {
  using register = await unitRegister()
  await register.store.close()
  const opened = createOpenedRegister(vi.fn(), inProcessWriter)
  await opened.open(register.temp.path, false)
  const units = createUnitHandlers({ version: '0', register: opened, today: () => today })
  const asked = async () => {
    const answer = await units['units.clusters']({ withDoubtful: true, limit: 10 })
    return answer.ok ? unitOperations['units.clusters'].output.parse(answer.value) : answer
  }
  const before = await asked()
  const preview = await units['units.preview']({ refs: [codes.rongtuo, '青岛嵘拓包装'] })
  expect(preview.ok && unitOperations['units.preview'].output.parse(preview.value)).toMatchObject({ standards: 2, lead: 1, twice: 0, trademarks: 1, honours: 1 })
  const merged = await units['units.merge']({ keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} })
  expect(merged).toMatchObject({ ok: true, value: { what: 'merged', unit: '青岛嵘拓包装有限公司', names: ['青岛嵘拓包装'] } })
  const profile = await units['units.profile']({ ref: '青岛嵘拓包装', limit: 1 })
  expect(profile.ok && unitOperations['units.profile'].output.parse(profile.value)).toMatchObject({ code: codes.rongtuo, sections: [{ total: 2, rows: [{}] }, {}, { total: 1 }, {}, {}, {}] })
  expect(await units['units.undo']({ sequence: (merged.ok ? merged.value.sequence : null) ?? 0 })).toMatchObject({ ok: true })
  expect(await asked()).toEqual(before)
  await opened.close()
})
