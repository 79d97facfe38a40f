import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getRawHeader } from '@electron/asar'
import { getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { programFolder } from './installedProgram'
import { plannedFuses } from './plannedFuses'

const program = join(programFolder, 'BiaozhiApp.exe')

// What can be told of the Windows program where it does not run.
describe.runIf(existsSync(program))('the unpacked Windows program', () => {
  it('has every fuse blown as planned, read from the program file', async () => {
    expect(await getCurrentFuseWire(program)).toMatchObject(plannedFuses)
  })

  it('starts only with the archive it was packed with: its head’s digest stands in the program file', () => {
    const digest = createHash('sha256').update(getRawHeader(join(programFolder, 'resources/app.asar')).headerString).digest('hex')
    const stated = /\[\{"file":"resources\\\\app\.asar","alg":"SHA256","value":"([0-9a-f]{64})"/u.exec(readFileSync(program).toString('latin1'))?.[1]
    expect(stated).toBe(digest)
  })
})
