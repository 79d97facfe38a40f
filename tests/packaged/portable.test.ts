import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseVersion } from '../../src/main/update/keptVersions'
import { programFolder } from './installedProgram'

const work = mkdtempSync(join(tmpdir(), 'biaozhi-portable-'))
const home = join(work, '标知台账 便携')
const run = (...words: string[]) => spawnSync(join(home, 'biaozhi'), words, { encoding: 'utf8', env: { ...process.env, HOME: join(work, 'home'), XDG_CONFIG_HOME: join(work, 'home/.config'), XDG_DATA_HOME: join(work, 'home/.local') } })

beforeAll(() => {
  cpSync(programFolder, home, { recursive: true })
  mkdirSync(join(home, 'data'))
  mkdirSync(join(work, 'home'))
})
afterAll(() => rmSync(work, { recursive: true, force: true }))

describe('a program with a data folder beside it', () => {
  it('keeps register and profile there, and nothing with the user', () => {
    const samples = join(home, 'resources/samples')
    const sample = readdirSync(samples).find((name) => name.startsWith('01')) ?? ''
    const { status, stderr } = run('import', join(samples, sample), '--today', '2022-01-17', '--operator', '王芳')
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(readdirSync(join(home, 'data')).filter((name) => !name.endsWith('-lock')).toSorted()).toEqual(['profile', 'register.bzr', 'register.files'])
    expect(readdirSync(join(work, 'home'))).toEqual([])
  })

  it('runs the version that was chosen in its place, with its words, its output and its exit code', () => {
    const { version } = JSON.parse(readFileSync(join(home, 'build-info.json'), 'utf8')) as { version: string }
    const kept = join(home, 'versions/9.9.9')
    mkdirSync(kept, { recursive: true })
    writeFileSync(join(kept, 'biaozhi-app'), '#!/bin/sh\necho "9.9.9 in the place of $BIAOZHI_PROGRAM: $@"\nexit 7\n', { mode: 0o755 })
    chooseVersion(join(home, 'versions'), '9.9.9', version)
    const { status, stdout } = run('list', 'units')
    expect(status).toBe(7)
    expect(stdout).toContain(`9.9.9 in the place of ${join(home, 'biaozhi-app')}: `)
    expect(stdout).toContain('-- list units')
    chooseVersion(join(home, 'versions'), null, version)
    expect(run('list', 'units').status).toBe(0)
    expect(readdirSync(join(work, 'home'))).toEqual([])
  })
})
