import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { processTree } from '../support/faults/processTree'
import { ended, programFolder } from './installedProgram'

const work = mkdtempSync(join(tmpdir(), 'biaozhi-sandbox-'))
const isRoot = process.getuid?.() === 0
/** Chromium has no sandbox for root: as root the program is started as nobody. */
const nobody = 65_534
const asNobody = isRoot ? ['setpriv', '--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'] : []
/** Where the system lets an ordinary user have name spaces; else the sandbox needs the installed helper with its set-user bit. */
const isPossible = process.platform === 'linux' && spawnSync(asNobody[0] ?? 'unshare', [...asNobody.slice(1), ...(isRoot ? ['unshare'] : []), '--user', '--pid', '--fork', 'true']).status === 0

interface Cage { words: string; filter: string; mayGain: string; rights: string; hasOwnProcesses: boolean; hasOwnNetwork: boolean; hasOwnUsers: boolean }

/** What the kernel says of a process. */
function cageOf(pid: number): Cage {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const line = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'mu').exec(status)?.[1] ?? ''
  const isOwn = (space: string): boolean => readlinkSync(`/proc/${pid}/ns/${space}`) !== readlinkSync(`/proc/self/ns/${space}`)
  return { words: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '), filter: line('Seccomp'), mayGain: line('NoNewPrivs'), rights: line('CapEff'), hasOwnProcesses: isOwn('pid'), hasOwnNetwork: isOwn('net'), hasOwnUsers: isOwn('user') }
}

describe.runIf(isPossible)('4 of Electron’s security list: the sandbox of the packaged program, started as its user starts it', () => {
  let program: ChildProcess
  const renderers = (): Cage[] => processTree(program.pid ?? 0).pids.flatMap((pid) => {
    try {
      return [cageOf(pid)]
    } catch {
      return [] // has ended since
    }
  }).filter(({ words }) => words.includes('--type=renderer'))

  beforeAll(async () => {
    const [folder, home] = [join(work, 'program'), join(work, 'home')]
    cpSync(programFolder, folder, { recursive: true })
    mkdirSync(home)
    for (const open of [work, home]) chmodSync(open, 0o777)
    const [command, ...words] = [...asNobody, join(folder, 'biaozhi-app'), '--disable-gpu', `--user-data-dir=${join(home, 'profile')}`]
    const { XAUTHORITY: _authority, ...env } = process.env
    program = spawn(command, words, { stdio: 'ignore', env: { ...env, ...screenFor(home), HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home } })
    await vi.waitUntil(() => renderers().length > 0, { timeout: 60_000 })
  })
  afterAll(async () => {
    await ended(program, 'SIGKILL')
    rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  })

  it('holds every window: system calls filtered, no rights, no network, no sight of other processes', () => {
    const cages = renderers()
    expect(cages).toHaveLength(1)
    for (const { words, ...cage } of cages) {
      expect(cage).toEqual({ filter: '2', mayGain: '1', rights: '0000000000000000', hasOwnProcesses: true, hasOwnNetwork: true, hasOwnUsers: true })
      expect(words).not.toMatch(/--no-sandbox|--disable-web-security|--enable-blink-features|--enable-experimental/u)
    }
  })

  it('needs nothing of the user: the program was not told to go without', () => {
    expect(cageOf(program.pid ?? 0).words).not.toContain('--no-sandbox')
  })
})

/** nobody may not read the starter's key to the screen: it gets a copy. */
function screenFor(home: string): NodeJS.ProcessEnv {
  const key = process.env['XAUTHORITY']
  if (key === undefined) return {}
  const copy = join(home, 'screen-key')
  cpSync(key, copy)
  chmodSync(copy, 0o644)
  return { XAUTHORITY: copy }
}
