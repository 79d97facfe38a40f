import { describe, expect, it, vi } from 'vitest'
import { createHandlers } from '../../../../src/main/register/handlers'
import { createOpenedRegister } from '../../../../src/main/register/opened/openedRegister'
import { startSurvey } from '../../../../src/main/register/units/survey/startSurvey'
import { createSurveyJob } from '../../../../src/main/register/units/survey/surveyJob'
import type { MadeSurvey, StartSurvey } from '../../../../src/main/register/units/survey/surveyMessages'
import { mergeUnits } from '../../../../src/main/register/units/mergeUnits'
import { succeed } from '../../../../src/shared/domain/result'
import { inProcessWriter } from '../../../support/registers/inProcessWriter'
import { codes, today, unitRegister } from '../../../support/registers/unitRegister'

const groups = { of: 'groups', options: { withDoubtful: true, limit: 10 } } as const

/** A survey that is over when the test says so; everything else is real. */
function heldSurveys() {
  const held: { go(): void; tell(share: number): void; isClosed: boolean }[] = []
  const start: StartSurvey = (order, onProgress): MadeSurvey => {
    const survey = startSurvey(order, () => undefined)
    const gate = Promise.withResolvers<void>()
    const own = { go: () => gate.resolve(), tell: onProgress, isClosed: false }
    held.push(own)
    return {
      made: gate.promise.then(() => survey.made), ask: survey.ask,
      close() {
        own.isClosed = true
        survey.close()
      },
    }
  }
  return { held, start }
}

describe('looking for names that are one unit, as a job', () => {
  it('is done once for a state of the register, and anew after a change', async () => {
    using register = await unitRegister()
    const { held, start } = heldSurveys()
    const job = createSurveyJob(vi.fn(), start)
    const first = job.ask(register.session, today, groups)
    const second = job.ask(register.session, today, { of: 'names', request: { text: '', withCandidates: false, limit: 10 } })
    await vi.waitFor(() => expect(held).toHaveLength(1))
    held[0]?.go()
    expect([(await first).ok, (await second).ok, held.length]).toEqual([true, true, 1])
    await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} })
    const third = job.ask(register.session, today, groups)
    await vi.waitFor(() => expect(held).toHaveLength(2))
    held[1]?.go()
    expect(await third).toMatchObject({ ok: true, value: { merged: 1 } })
    expect(held.map(({ isClosed }) => isClosed)).toEqual([true, false])
    job.cancel()
  })

  it('answers at once when it is given up, and can be asked again', async () => {
    using register = await unitRegister()
    const { held, start } = heldSurveys()
    const job = createSurveyJob(vi.fn(), start)
    const waiting = job.ask(register.session, today, groups)
    await vi.waitFor(() => expect(held).toHaveLength(1))
    job.cancel()
    expect(await waiting).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(held[0]?.isClosed).toBe(true)
    const again = job.ask(register.session, today, groups)
    await vi.waitFor(() => expect(held).toHaveLength(2))
    held[1]?.go()
    expect(await again).toMatchObject({ ok: true, value: { total: 2 } })
    job.cancel()
  })

  it('gives whoever waits the newer state when the register changes meanwhile', async () => {
    using register = await unitRegister()
    const { held, start } = heldSurveys()
    const job = createSurveyJob(vi.fn(), start)
    const early = job.ask(register.session, today, groups)
    await vi.waitFor(() => expect(held).toHaveLength(1))
    await mergeUnits(register.services, await register.subjects(), { keep: codes.rongtuo, others: ['青岛嵘拓包装'], from: {} })
    const late = job.ask(register.session, today, groups)
    await vi.waitFor(() => expect(held).toHaveLength(2))
    held[1]?.go()
    expect(await early).toEqual(await late)
    expect(await early).toMatchObject({ ok: true, value: { merged: 1 } })
    job.cancel()
  })

  it.each(['closed', 'opened once more'])('is given up when its register is %s', async (how) => {
    using register = await unitRegister()
    const { held, start } = heldSurveys()
    const opened = createOpenedRegister(vi.fn(), inProcessWriter)
    const handlers = createHandlers({ version: '0.1.0', register: opened, today: () => today, startSurvey: start })
    await opened.open(register.temp.path, false)
    const waiting = handlers['units.clusters'](groups.options)
    await vi.waitFor(() => expect(held).toHaveLength(1))
    await (how === 'closed' ? opened.close() : opened.reload())
    expect(await waiting).toMatchObject({ ok: false, code: 'job_cancelled' })
    expect(held[0]?.isClosed).toBe(true)
    await opened.close()
  })

  it('stands in the status bar while it runs, with how far it is, and no longer', async () => {
    using register = await unitRegister()
    const { held, start } = heldSurveys()
    const emit = vi.fn()
    const job = createSurveyJob(emit, start)
    const units = { jobId: 'units:1', name: 'job.units', cancel: { call: 'units.cancelSearch', input: {} } }
    const waiting = job.ask(register.session, today, groups)
    await vi.waitFor(() => expect(emit).toHaveBeenCalledWith('job.progress', { ...units, done: 0, total: 100 }), { timeout: 5_000 })
    held[0]?.tell(0.5)
    expect(emit).toHaveBeenLastCalledWith('job.progress', { ...units, done: 50, total: 100 })
    held[0]?.go()
    expect((await waiting).ok).toBe(true)
    expect(emit).toHaveBeenLastCalledWith('job.ended', { ...units, code: null })
    job.cancel()
  })

  it('says why the register could not be looked at', async () => {
    using register = await unitRegister()
    const job = createSurveyJob(vi.fn(), startSurvey)
    expect((await job.ask({ ...register.session, path: register.temp.folder }, today, groups)).ok).toBe(false)
    expect(await job.ask(register.session, today, groups)).toMatchObject(succeed({ total: 2 }))
    job.cancel()
  })
})
