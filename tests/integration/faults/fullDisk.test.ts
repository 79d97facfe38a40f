import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectWhole, jobNames, prepareJobs, type CommandJob, type JobScene } from '../../support/faults/commandJobs'
import { faultClock, outcomeOf, startProgram } from '../../support/faults/realProgram'
import { isLong, momentsOf, recordFigure } from '../../support/longSuites'
import { hasSmallDisks, smallDisk, type SmallDisk } from '../../support/smallDisk'

const jobs = isLong ? jobNames : ['importing', 'attaching', 'making a backup', 'freezing a report']
let scene: JobScene

beforeAll(async () => { scene = await prepareJobs(jobs) }, 120_000)
afterAll(() => { scene[Symbol.dispose]() })

const jobNamed = (name: string): CommandJob => {
  const job = scene.jobs.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job ${name}`)
  return job
}

/** Puts a folder, with all that is in it, on a disk of its own. */
function onSmallDisk(folder: string, bytes: number): SmallDisk {
  const aside = mkdtempSync(join(tmpdir(), 'aside-'))
  cpSync(folder, aside, { recursive: true })
  const disk = smallDisk(bytes, folder)
  cpSync(aside, folder, { recursive: true })
  rmSync(aside, { recursive: true, force: true })
  return disk
}

/** Bytes that a job leaves on a disk with room; while it works it needs more. */
async function neededBy(job: CommandJob): Promise<number> {
  using disk = onSmallDisk(dirname(scene.lay(job)), 16_000_000)
  const free = (): number => {
    const { bavail, bsize } = statfsSync(disk.folder)
    return bavail * bsize
  }
  const before = free()
  expect(outcomeOf(await startProgram(job.words).ended)).toBe('answered')
  return before - free()
}

describe.skipIf(!hasSmallDisks).each(jobs)('a disk that fills up during %s (needs a file system of its own)', (name) => {
  let needed = 0
  beforeAll(async () => { needed = await neededBy(jobNamed(name)) })

  it.each(momentsOf('DISK_FAULTS', [0, 400], 1_000, 0.5 / jobNames.length))('leaves the change there or not at all, says so, and takes it once there is room (%i thousandths of it were left)', async (thousandths) => {
    const job = jobNamed(name)
    const register = scene.lay(job)
    using disk = onSmallDisk(dirname(register), 16_000_000)
    disk.fill(Math.floor(needed * thousandths / 1_000))
    const end = await startProgram(job.words).ended
    const outcome = outcomeOf(end)
    // The clerk hears how much is left.
    if (outcome !== 'answered') expect((JSON.parse(end.stdout) as { error: { details: object } }).error.details).toHaveProperty('freeMb')
    expect(outcome).toMatch(/^(?:answered|disk_full|backup_no_room)$/u)
    disk.empty()
    const isDone = await expectWhole(register, job)
    if (job.before !== job.after) expect(isDone).toBe(outcome === 'answered')
    if (outcome === 'answered') return
    expect(outcomeOf(await startProgram(job.words).ended)).toBe('answered')
    expect(await expectWhole(register, job)).toBe(true)
    recordFigure('diskFaults', 1)
  })
})

/** What writes a file, with the name of that file; the short form has one of each way of writing. */
const writing: readonly [string, readonly string[]][] = [
  ['清单.xlsx', ['export', 'standards', '--out']], ['清单.csv', ['export', 'standards', '--out']], ['归档', ['archive', '--period', '2021', '--out']],
  ['报表.xlsx', ['report', 'F2', '--period', '2021', '--out']],
  ['报表.pdf', ['report', 'F2', '--period', '2021', '--out']], ['填报.xlsx', ['template', 'standards', '--out']],
  ['交叉.csv', ['crosstab', 'standards', '--rows', 'title', '--columns', 'publishedOn', '--out']], ['历年.xlsx', ['series', 'standards', '--period', '2021', '--out']],
  ['归档.zip', ['archive', '--period', '2021', '--zip', '--out']],
]

describe.skipIf(!hasSmallDisks)('a full disk where a file is to be written (needs a file system of its own)', () => {
  it.each(isLong ? writing : writing.slice(0, 3))('leaves no half of %s there, and what was there before as it was', async (name, words) => {
    const job = jobNamed('freezing a report')
    const register = scene.lay(job)
    expect(outcomeOf(await startProgram(job.words).ended)).toBe('answered')
    using disk = smallDisk(2_000_000)
    const target = join(disk.folder, name)
    const isFolder = !name.includes('.')
    if (!isFolder) writeFileSync(target, 'before')
    const asked = [...words, target, '--register', register, ...faultClock]
    for (const free of [0, 2_000]) {
      disk.fill(free)
      const end = await startProgram(asked).ended
      expect(outcomeOf(end), `${free} left`).toBe('disk_full')
      expect(end.stdout).toMatch(/剩 0 MB/u)
      expect(readdirSync(disk.folder).toSorted()).toEqual(['filler', ...(isFolder ? [] : [name])].toSorted())
      if (!isFolder) expect(readFileSync(target, 'utf8')).toBe('before')
      disk.empty()
      recordFigure('diskFaults', 1)
    }
    expect(outcomeOf(await startProgram(asked).ended)).toBe('answered')
  })

  it('leaves nothing of a register that was to be made there, new or saved from another', async () => {
    const job = jobNamed('importing')
    const register = scene.lay(job)
    using disk = smallDisk(2_000_000)
    for (const free of [0, 8_192, 40_000]) {
      disk.fill(free)
      expect(outcomeOf(await startProgram(['salvage', register, '--out', join(disk.folder, '救出.bzr'), ...faultClock]).ended)).toBe('disk_full')
      expect(outcomeOf(await startProgram(['list', 'standards', '--register', join(disk.folder, '新.bzr'), ...faultClock]).ended)).toBe('disk_full')
      expect(readdirSync(disk.folder).filter((left) => !left.endsWith('-lock'))).toEqual(['filler'])
      disk.empty()
      recordFigure('diskFaults', 2)
    }
  })

  it('says how much room a backup needs with the originals and attachments that are not there yet, before it copies any', async () => {
    const job = jobNamed('attaching')
    const register = scene.lay(job)
    expect(outcomeOf(await startProgram(job.words).ended)).toBe('answered')
    using disk = smallDisk(4_000_000)
    const folder = join(disk.folder, '备份')
    disk.fill(900_000)
    const end = await startProgram(['backup', '--to', folder, '--register', register, ...faultClock]).ended
    expect(JSON.parse(end.stdout)).toMatchObject({ error: { code: 'backup_no_room', details: { path: folder, neededMb: expect.any(Number) } } })
    expect(existsSync(join(folder, `${basename(register, '.bzr')}.files`))).toBe(false)
    recordFigure('diskFaults', 1)
  })
})
