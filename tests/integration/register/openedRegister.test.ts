import { describe, expect, it } from 'vitest'
import { createOpenedRegister } from '../../../src/main/register/opened/openedRegister'
import { aBatch, aChangeSet } from '../../support/registers/changeSets'
import { inProcessWriter } from '../../support/registers/inProcessWriter'
import { tempRegister } from '../../support/registers/tempRegister'

describe('a register that is closed while it is written to', () => {
  it('answers what the writer has stored', async () => {
    using register = tempRegister()
    await register.open().close()
    const opened = createOpenedRegister(() => undefined, {
      ...inProcessWriter,
      async apply(path, changes, options) {
        const applied = await inProcessWriter.apply(path, changes, options)
        await opened.close()
        return applied
      },
    })
    expect(await opened.open(register.path, false)).toMatchObject({ ok: true })
    expect(await opened.apply(aChangeSet({ batch: aBatch() }))).toMatchObject({ ok: true, value: { sequence: 1 } })
    expect(opened.session()).toMatchObject({ ok: false, code: 'register_unavailable' })
  })
})
