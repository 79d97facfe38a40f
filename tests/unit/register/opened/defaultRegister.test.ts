import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultRegisterPath } from '../../../../src/main/register/opened/defaultRegister'

describe('the user’s own register', () => {
  it.each([[undefined], [''], ['data']])('lies at home where XDG_DATA_HOME is %j, whatever folder one stands in', (named) => {
    expect(defaultRegisterPath(named === undefined ? {} : { XDG_DATA_HOME: named }, 'linux')).toBe(join(homedir(), '.local/share/biaozhi/register.bzr'))
  })

  it('lies where XDG_DATA_HOME says, and beside a portable program', () => {
    expect(defaultRegisterPath({ XDG_DATA_HOME: '/srv/data' }, 'linux')).toBe('/srv/data/biaozhi/register.bzr')
    expect(defaultRegisterPath({ XDG_DATA_HOME: '/srv/data', BIAOZHI_DATA_FOLDER: '/stick' }, 'linux')).toBe('/stick/register.bzr')
  })
})
