import { writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { createHandlers } from '../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { unasked } from '../../../src/main/register/unasked'
import { Refusal } from '../../../src/shared/domain/result'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { tempRegister } from '../../support/registers/tempRegister'

describe('what nobody asked the register process for', () => {
  let told: MockInstance<typeof console.error>
  beforeEach(() => {
    told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('ends nothing when it ends in a bug, which the log tells; a refusal is none', async () => {
    const bug = new Error('a bug')
    await unasked(() => { throw bug })
    await unasked(async () => Promise.reject(bug))
    await unasked(() => { throw new Refusal('register_unavailable') })
    expect(told.mock.calls).toEqual([[bug], [bug]])
  })

  it('goes on beside a folder of kept files that cannot be read, and a register that cannot be asked', async () => {
    using register = tempRegister()
    await register.open().close()
    writeFileSync(register.path.replace(/\.bzr$/u, '.files'), 'no folder')
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout'] })
    const opened = createOpenedRegister(() => undefined, inProcessWriter)
    const handlers = createHandlers({ version: '0.1.0', register: opened, today: () => '2022-01-17' })
    await opened.open(register.path, false)
    const session = opened.session()
    if (!session.ok) throw new Refusal(session.code)
    // The question that looks for the changes of other programs finds nothing to ask.
    await session.value.close()
    await vi.advanceTimersByTimeAsync(150_000)
    expect(told.mock.calls.map(([error]: unknown[]) => (error as NodeJS.ErrnoException).code)).toContain('ENOTDIR')
    expect(await handlers['app.info']({})).toMatchObject({ ok: true })
    await opened.close()
  })
})
