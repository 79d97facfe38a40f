import { cpSync, rmSync, watch } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectWhole, jobNames, prepareJobs, type CommandJob, type JobScene } from '../../support/faults/commandJobs'
import { outcomeOf, startProgram } from '../../support/faults/realProgram'
import { isLong, momentsOf, recordFigure } from '../../support/longSuites'

let scene: JobScene

beforeAll(async () => { scene = await prepareJobs() }, 120_000)
afterAll(() => scene[Symbol.dispose]())

/** Kills the real command some time after it has first touched the register's folder. @returns whether it had answered by then */
async function killAfter(register: string, words: readonly string[], delayMs: number): Promise<boolean> {
  const watching = watch(dirname(register))
  const touched = new Promise<void>((resolve) => { watching.once('change', () => { resolve() }) })
  const { child, ended } = startProgram(words)
  await Promise.race([touched, ended])
  watching.close()
  await Promise.race([wait(delayMs), ended])
  child.kill('SIGKILL')
  const end = await ended
  return /[\]}]\s*$/u.test(end.stdout)
}

/** What a first look may take beside one that nothing had happened before: 5 s where that one takes half a second. */
const mostTimesLonger = 10

/** Milliseconds that a program needs to open the register and answer; in a copy of its folder, so that what is proved afterwards is what the kill left. */
async function startAnew(register: string): Promise<number> {
  const place = `${dirname(register)}-next`
  cpSync(dirname(register), place, { recursive: true })
  try {
    const started = performance.now()
    expect(outcomeOf(await startProgram(['batches', '--register', join(place, basename(register))]).ended)).toBe('answered')
    return performance.now() - started
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function jobNamed(name: string): CommandJob {
  const job = scene.jobs.find((candidate) => candidate.name === name)
  if (!job) throw new Error(`no job ${name}`)
  return job
}

describe.each(jobNames)('the command line killed while %s', (name) => {
  // The short form has another moment for every job.
  it.each(momentsOf('KILLS', [1 + jobNames.indexOf(name) * 11], 400, 0.5 / jobNames.length))('leaves the whole change or none, is opened again as fast as ever, and can do it again (after %i ms)', async (delayMs) => {
    const job = jobNamed(name)
    const register = scene.lay(job)
    const undisturbedMs = await startAnew(register)
    const hasAnswered = await killAfter(register, job.words, delayMs)
    // The computer may be busy with other work: as busy as it was a moment before.
    expect(await startAnew(register)).toBeLessThan(undisturbedMs * mostTimesLonger)
    const isDone = await expectWhole(register, job)
    if (hasAnswered) expect(isDone).toBe(true)
    if (!isDone && isLong) {
      expect(outcomeOf(await startProgram(job.words).ended)).toBe('answered')
      expect(await expectWhole(register, job)).toBe(true)
    }
    recordFigure('kills', 1)
  })
})
