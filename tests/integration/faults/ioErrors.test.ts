import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectWhole, jobNames, prepareJobs, type CommandJob, type JobScene } from '../../support/faults/commandJobs'
import { faultClock, outcomeOf, startProgram, type StartOptions } from '../../support/faults/realProgram'
import { hasStrace } from '../../support/faults/systemCalls'
import { isLong, lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'

const jobs = isLong ? jobNames : ['importing', 'editing', 'making a backup', 'restoring a backup', 'freezing a report']
const faults = lengthOf('IO_FAULTS', 8)
let scene: JobScene
let folder: string

beforeAll(async () => {
  scene = await prepareJobs(jobs)
  folder = mkdtempSync(join(tmpdir(), 'faults-'))
}, 120_000)
afterAll(() => {
  scene[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

const jobNamed = (name: string): CommandJob => {
  const job = scene.jobs.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job ${name}`)
  return job
}

/** Calls that change files, and how the system refuses each. Reading and opening fail for the register's own files alone. */
const refusals = [
  { calls: 'pwrite64', errors: ['EIO', 'ENOSPC', 'EROFS'] }, { calls: 'fsync,fdatasync', errors: ['EIO', 'ENOSPC'] },
  { calls: 'ftruncate', errors: ['EIO', 'EACCES'] }, { calls: 'rename', errors: ['EIO', 'EACCES', 'EBUSY'] },
  { calls: 'unlink', errors: ['EIO', 'EACCES', 'EBUSY'] }, { calls: 'mkdir', errors: ['ENOSPC', 'EROFS'] },
  { calls: 'copy_file_range,sendfile,writev', errors: ['EIO', 'ENOSPC'] },
  { calls: 'pread64', errors: ['EIO'], isOwn: true }, { calls: 'openat', errors: ['EACCES', 'EMFILE', 'EIO', 'EROFS'], isOwn: true },
] as const

interface Fault {
  calls: string
  error: string
  /** The how many-th such call of a thread fails; with all later ones, or alone. */
  at: number
  lasts: boolean
  isOwn: boolean
}

/** What long runs came upon: too many files open, and a register that can no longer be read in the middle of counting. */
const metBefore: readonly (Fault & { job?: string })[] = [
  { calls: 'openat', error: 'EMFILE', at: 1, lasts: false, isOwn: true },
  { job: 'freezing a report', calls: 'pread64', error: 'EIO', at: 14, lasts: false, isOwn: true },
]

function faultsOf(count: number): (Fault & { job?: string })[] {
  const random = createRandom(20_260_119)
  return Array.from({ length: count }, (_, number) => {
    const { calls, errors, ...more } = refusals[number % refusals.length] ?? refusals[0]
    return { calls, error: random.pick(errors), at: 1 + random.below(random.pick([2, 6, 20])), lasts: random.chance(0.5), isOwn: 'isOwn' in more }
  })
}

/** strace with the fault, for the job's register. */
function under(fault: Fault, register: string, log: string): readonly string[] {
  const own = fault.isOwn ? ['', '-wal', '-shm', '-lock'].flatMap((ending) => ['-P', register + ending]) : []
  return ['strace', '-f', '-qq', '-o', log, ...own, '-e', `trace=${fault.calls}`, '-e', `inject=${fault.calls}:error=${fault.error}:when=${fault.at}${fault.lasts ? '+' : ''}`]
}

describe.skipIf(!hasStrace)('a call of the system that fails (needs strace)', () => {
  it('is answered with what is wrong, leaves the register as before or after, and the job can be done once it works again', async () => {
    const strange: string[] = []
    for (const [number, { job: name = jobs[number % jobs.length] ?? '', ...fault }] of [...metBefore, ...faultsOf(faults)].entries()) {
      const job = jobNamed(name)
      const register = scene.lay(job)
      const log = join(folder, 'calls')
      const outcome = outcomeOf(await startProgram(job.words, { under: under(fault, register, log), env: { UV_USE_IO_URING: '0' } }).ended)
      const said = `${job.name}, ${JSON.stringify(fault)}: ${outcome}`
      if (!/^(?:answered|[a-z_]+)$/u.test(outcome) || outcome === 'unexpected') strange.push(said)
      const isDone = await expectWhole(register, job)
      expect(outcome === 'answered' && !isDone, said).toBe(false)
      if (!isDone) expect(outcomeOf(await startProgram(job.words).ended), said).toBe('answered')
      if (readFileSync(log, 'utf8').includes('(INJECTED)')) recordFigure('ioFaults', 1)
    }
    expect(strange).toEqual([])
  })
})

/** Another user of this computer where this one is root, to whom no permission is refused. */
const somebody: StartOptions = process.getuid?.() === 0 ? { uid: 65_534 } : {}

/** A register of somebody's in a folder where things may be refused. */
function layForSomebody(job: CommandJob): string {
  const register = scene.lay(job)
  const place = dirname(register)
  chmodSync(dirname(place), 0o755)
  if (somebody.uid !== undefined) for (const path of [place, ...readdirSync(place, { recursive: true }).map((name) => join(place, String(name)))]) chownSync(path, somebody.uid, somebody.uid)
  return register
}

async function refusedWhile(job: CommandJob, mode: number, place: (register: string) => string, code: string): Promise<void> {
  const register = layForSomebody(job)
  chmodSync(place(register), mode)
  const end = await startProgram(job.words, somebody).ended
  expect(outcomeOf(end)).toBe(code)
  expect((JSON.parse(end.stdout) as { error: { message: string } }).error.message).toMatch(/^[^{}]*[\u4e00-\u9fff][^{}]*$/u)
  chmodSync(place(register), 0o755)
  expect(await expectWhole(register, job)).toBe(false)
  recordFigure('ioFaults', 1)
}

describe.skipIf(process.platform === 'win32')('a register that may not be written', () => {
  it.each(['importing', 'editing'])('refuses %s in a read-only folder', (name) => refusedWhile(jobNamed(name), 0o555, dirname, 'file_not_writable'))
  it.each(['importing', 'editing'])('refuses %s where the file is read-only', (name) => refusedWhile(jobNamed(name), 0o444, (register) => register, 'file_not_writable'))
  it('is listed and counted in a read-only folder, for somebody who has no right to write there', async () => {
    const register = layForSomebody(jobNamed('editing'))
    for (const words of [['list', 'standards'], ['rank', 'standards', '--period', '2021'], ['check']]) {
      const asked = [...words, '--register', register, ...faultClock]
      const usual = await startProgram(asked, somebody).ended
      chmodSync(dirname(register), 0o555)
      const read = await startProgram(asked, somebody).ended
      chmodSync(dirname(register), 0o755)
      expect(outcomeOf(read), words[0]).toBe('answered')
      expect(read.stdout, words[0]).toBe(usual.stdout)
    }
    recordFigure('ioFaults', 1)
  })
  it('gives its forms in a read-only folder, and stays as it was', async () => {
    const register = layForSomebody(jobNamed('editing'))
    const place = dirname(register)
    const filesIn = (): string[] => readdirSync(place).map((name) => `${name} ${statSync(join(place, name)).size}`)
    const before = [readFileSync(register), ...filesIn()]
    const reports = mkdtempSync(join(tmpdir(), 'reports-'))
    chmodSync(reports, 0o777)
    const produce = async (name: string): Promise<{ file: string; sha256: string }> => {
      const end = await startProgram(['report', 'F2', '--period', '2021', '--out', join(reports, name), '--register', register, ...faultClock], somebody).ended
      expect(outcomeOf(end)).toBe('answered')
      return JSON.parse(end.stdout) as { file: string; sha256: string }
    }
    chmodSync(place, 0o555)
    const read = await produce('F2.xlsx')
    expect([readFileSync(register), ...filesIn()]).toEqual(before)
    chmodSync(place, 0o755)
    const usual = await produce('F2之二.xlsx')
    expect(readFileSync(read.file).length).toBe(readFileSync(usual.file).length)
    rmSync(reports, { recursive: true, force: true })
    recordFigure('ioFaults', 1)
  })
  it('refuses what may not even be read', () => refusedWhile(jobNamed('editing'), 0o000, (register) => register, 'file_not_readable'))

  it('refuses while another program holds the whole file', async () => {
    const job = jobNamed('editing')
    const register = scene.lay(job)
    const holder = new Database(register)
    holder.pragma('locking_mode = EXCLUSIVE')
    holder.exec('BEGIN EXCLUSIVE')
    expect(outcomeOf(await startProgram(job.words).ended)).toBe('register_in_use')
    holder.exec('ROLLBACK')
    holder.close()
    expect(outcomeOf(await startProgram(job.words).ended)).toBe('answered')
    expect(await expectWhole(register, job)).toBe(true)
    recordFigure('ioFaults', 1)
  })
})
