import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectWhole, jobNames, prepareJobs, type CommandJob, type JobScene } from '../../support/faults/commandJobs'
import { outcomeOf, startProgram } from '../../support/faults/realProgram'
import { recordDisk, recordingOptions, type RecordedDisk } from '../../support/faults/recordedDisk'
import { hasStrace } from '../../support/faults/systemCalls'
import { isLong, lengthOf, recordFigure } from '../../support/longSuites'
import { createRandom } from '../../support/registers/randomRecords'

const jobs = isLong ? jobNames : ['importing', 'attaching']
const states = Math.ceil(lengthOf('POWER_LOSSES', 10) / jobs.length)
let scene: JobScene
let folder: string

beforeAll(async () => {
  if (!hasStrace) return
  scene = await prepareJobs(jobs)
  folder = mkdtempSync(join(tmpdir(), 'recorded-'))
}, 120_000)
afterAll(() => {
  if (!hasStrace) return
  scene[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the job once under strace, which writes down all that it does to its files. */
async function record(job: CommandJob, register: string): Promise<RecordedDisk> {
  const log = join(folder, 'calls')
  // One way of writing only: what goes round the usual calls could not be seen.
  const end = await startProgram(job.words, { under: ['strace', ...recordingOptions, '-o', log], env: { UV_USE_IO_URING: '0' } }).ended
  expect(outcomeOf(end)).toBe('answered')
  return recordDisk(readFileSync(log, 'latin1'), dirname(register), job.start)
}

describe.skipIf(!hasStrace)('power lost at any moment (needs strace)', () => {
  it.each(jobs)('of %s leaves the whole change or none, and all of what was answered', async (name) => {
    const job = scene.jobs.find((candidate) => candidate.name === name)
    if (!job) throw new Error(`no job ${name}`)
    const register = scene.lay(job)
    const disk = await record(job, register)
    expect(disk.answeredAt).not.toBeNull()
    const random = createRandom(20_260_118)
    for (let state = 0; state < states; state++) {
      // Each fifth just when it has answered: nothing may hang on what comes after that.
      const moment = state % 5 === 4 ? disk.answeredAt ?? 0 : 1 + random.below(disk.length)
      disk.lay(moment, random)
      const isDone = await expectWhole(register, job)
      if (moment >= (disk.answeredAt ?? 0)) expect(isDone, `after ${moment} of ${disk.length}`).toBe(true)
      recordFigure('powerLosses', 1)
    }
  })
})
