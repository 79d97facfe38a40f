import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractFile, listPackage, statFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, describe, expect, it } from 'vitest'
import type { BillOfMaterials } from '../../scripts/packaging/notices.mjs'
import { processTree } from '../support/faults/processTree'
import { biaozhi, ended, programFolder } from './installedProgram'
import { fuseOn, plannedFuses } from './plannedFuses'
import { makeTwin } from './twinProgram'

const work = mkdtempSync(join(tmpdir(), 'biaozhi-fuses-'))
afterAll(() => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))

const program = join(programFolder, 'biaozhi-app')
const archive = join(programFolder, 'resources/app.asar')

describe('16 of Electron’s security list: a current Electron', () => {
  it('is named by the package, with whether it is the official one, and is no older than it says', () => {
    const info = JSON.parse(readFileSync(join(programFolder, 'build-info.json'), 'utf8')) as { electron: string; isElectronOfficial: boolean }
    const { version: wanted } = JSON.parse(readFileSync(join(import.meta.dirname, '../../node_modules/electron/package.json'), 'utf8')) as { version: string }
    expect(readFileSync(join(programFolder, 'version'), 'utf8').trim().replace(/^v/u, '')).toBe(info.electron)
    expect(info.isElectronOfficial).toBe(info.electron === wanted)
  })
})

describe('19 of Electron’s security list: the fuses', () => {
  it('are every one blown as planned, read from the program file', async () => {
    expect(await getCurrentFuseWire(program)).toMatchObject(plannedFuses)
  })

  it('are the same in the twin that tests look into, but for inspecting', async () => {
    const [own, twin] = [await getCurrentFuseWire(program), await getCurrentFuseWire(await makeTwin(join(work, 'twin')))]
    expect(twin).toEqual({ ...own, [FuseV1Options.EnableNodeCliInspectArguments]: fuseOn })
  })

  it('run nobody else’s code by the environment', () => {
    const planted = join(work, 'planted')
    const script = join(work, 'planted.cjs')
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(planted)}, '')`)
    const { code, stdout } = biaozhi(['--help'], { env: { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require=${script}` } })
    expect({ code, isHelp: stdout.includes('用法: biaozhi <') }).toEqual({ code: 0, isHelp: true })
    expect(existsSync(planted)).toBe(false)
  })

  it('take no program from a folder beside the archive', () => {
    const twin = join(work, 'twin')
    const planted = join(work, 'planted-app')
    mkdirSync(join(twin, 'resources/app'), { recursive: true })
    writeFileSync(join(twin, 'resources/app/package.json'), JSON.stringify({ name: 'app', version: '9.9.9', main: 'index.js' }))
    writeFileSync(join(twin, 'resources/app/index.js'), `require('node:fs').writeFileSync(${JSON.stringify(planted)}, '')`)
    const { code, stdout } = biaozhi(['--version'], { folder: twin })
    expect({ code, isOther: stdout.includes('9.9.9') }).toEqual({ code: 0, isOther: false })
    expect(existsSync(planted)).toBe(false)
  })

  it.runIf(process.platform === 'linux')('let nobody look into the running program: it waits on no port, asked to be inspected or not', async () => {
    const profile = join(work, 'profile')
    const child = spawn(program, ['--inspect=0', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`], { stdio: 'ignore' })
    try {
      const tree = () => processTree(child.pid ?? 0)
      await expect.poll(() => tree().commandLines.filter((words) => words.includes('--type=renderer')).length, { timeout: 60_000 }).toBe(1)
      expect(tree().listeners).toEqual([])
    } finally {
      await ended(child, 'SIGKILL')
    }
  })
})

describe('what the archive holds', () => {
  const names = listPackage(archive, { isPack: false }).map((name) => name.slice(1))
  const code = names.filter((name) => /^out\/(?:main|preload)\/.*\.c?js$/u.test(name)).map((name) => ({ name, text: extractFile(archive, name).toString('utf8') }))

  it('opens no address outside the program: 15 of Electron’s security list', () => {
    expect(code.length).toBeGreaterThan(50)
    expect(code.filter(({ text }) => text.includes('openExternal')).map(({ name }) => name)).toEqual([])
    expect(code.filter(({ text }) => text.includes('openPath(')).map(({ text }) => text.match(/openPath\(/gu)?.length)).toEqual([2])
  })

  it('is named in the bill of materials, every package with its version', () => {
    const packages = names.filter((name) => /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/u.test(name)).map((name) => JSON.parse(extractFile(archive, name).toString('utf8')) as { name: string; version: string })
    const { components } = JSON.parse(readFileSync(join(programFolder, 'sbom.cdx.json'), 'utf8')) as BillOfMaterials
    const named = new Set(components.map(({ name, version }) => `${name} ${version}`))
    expect(packages.length).toBeGreaterThan(20)
    expect(packages.map(({ name, version }) => `${name} ${version}`).filter((each) => !named.has(each))).toEqual([])
  })

  it('is as it was packed: every file has the digest that the archive’s head states', () => {
    const digests = names.map((name) => [name, statFile(archive, name)] as const).flatMap(([name, entry]) => ('integrity' in entry ? [{ name, stated: entry.integrity.hash }] : []))
    expect(digests.length).toBeGreaterThan(100)
    expect(digests.filter(({ name, stated }) => createHash('sha256').update(extractFile(archive, name)).digest('hex') !== stated)).toEqual([])
  })
})
