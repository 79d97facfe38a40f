import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
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

// Windows moves no file that a program has open.
describe.skipIf(process.platform === 'win32')('a register that is moved while it is open', () => {
  it('is written to no more, and no empty one takes its place, until it is back', async () => {
    using register = tempRegister()
    await register.open().close()
    const opened = createOpenedRegister(() => undefined, inProcessWriter)
    await opened.open(register.path, false)
    const away = join(register.folder, '改名.bzr')
    renameSync(register.path, away)
    const moved = { ok: false, code: 'register_unavailable', details: { what: 'moved', path: register.path } }
    expect(await opened.apply(aChangeSet({ batch: aBatch() }))).toMatchObject(moved)
    expect(await opened.note({ settings: { 甲: '乙' } })).toMatchObject(moved)
    expect(() => opened.grow()).toThrow()
    expect(existsSync(register.path)).toBe(false)
    // Another one in its place is not the one that is read.
    copyFileSync(away, register.path)
    expect(await opened.apply(aChangeSet({ batch: aBatch() }))).toMatchObject(moved)
    renameSync(away, register.path)
    expect(await opened.apply(aChangeSet({ batch: aBatch() }))).toMatchObject({ ok: true, value: { sequence: 1 } })
    await opened.close()
  })
})
