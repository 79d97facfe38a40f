import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findProgramHome } from '../../../src/main/update/programHome'

const work = mkdtempSync(join(tmpdir(), 'biaozhi-home-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

function program(name: string, ...beside: string[]): string {
  for (const each of ['', ...beside]) mkdirSync(join(work, name, each), { recursive: true })
  return join(work, name, 'BiaozhiApp')
}
const find = (executable: string, more: Partial<Parameters<typeof findProgramHome>[0]> = {}) => findProgramHome({ executable, platform: 'linux', isPackaged: true, localFolder: join(work, 'local'), startedBy: undefined, ...more })

describe('how a program came to its place', () => {
  it('is portable with a data folder beside it, and so is a kept version that runs in its place', () => {
    const executable = program('usb', 'data', 'versions/0.2.0')
    const home = { kind: 'portable', program: executable, versionsFolder: join(work, 'usb/versions'), dataFolder: join(work, 'usb/data') }
    expect(find(executable)).toEqual(home)
    expect(find(join(work, 'usb/versions/0.2.0/BiaozhiApp'), { startedBy: executable })).toEqual(home)
    expect(find(join(work, 'usb/versions/0.2.0/BiaozhiApp'))).toEqual(home)
  })

  it('is unpacked where it can be written, else the system’s, and a source has neither', () => {
    expect(find(program('unpacked'))).toMatchObject({ kind: 'folder', dataFolder: null })
    expect(find('/opt/biaozhi/biaozhi-app')).toMatchObject({ kind: 'system', dataFolder: null })
    expect(find(program('source', 'data'), { isPackaged: false })).toMatchObject({ kind: 'source', versionsFolder: null, dataFolder: null })
  })

  it('is the installer’s on Windows with its uninstaller beside it; versions are kept with the user, never in its folder', () => {
    const executable = program('installed')
    writeFileSync(join(work, 'installed/Uninstall.exe'), '')
    expect(find(executable, { platform: 'win32' })).toEqual({ kind: 'setup', program: executable, versionsFolder: join(work, 'local/versions'), dataFolder: null })
    expect(find(join(work, 'local/versions/0.1.0/BiaozhiApp'), { platform: 'win32', startedBy: executable })).toMatchObject({ kind: 'setup', program: executable })
  })
})
