import type { Job } from '../../../../shared/bridge/jobs'
import { fail, type Result } from '../../../../shared/domain/result'
import type { EmitEvent } from '../../opened/openedRegister'
import type { RegisterSession } from '../../opened/session'
import type { MadeSurvey, StartSurvey, SurveyAnswer, SurveyQuestion } from './surveyMessages'

/** The survey of the open register as a job of the status bar, made once for each state of the register. */
export interface SurveyJob {
  /** @returns job_cancelled when it was given up meanwhile */
  ask<Q extends SurveyQuestion>(session: RegisterSession, today: string, question: Q): Promise<Result<SurveyAnswer<Q>>>
  /** Gives a running survey up: everybody who waits is answered at once. */
  cancel(): void
}

interface Kept {
  session: RegisterSession
  sequence: number
  today: string
  survey: MadeSurvey
  /** Aborted when it is given up or a newer one takes its place. */
  end: AbortController
  /** What whoever waits for it goes on with. */
  made: PromiseWithResolvers<Result<Kept>>
}

/** What is over sooner is not shown. */
const shownAfterMs = 300

export function createSurveyJob(emit: EmitEvent, start: StartSurvey): SurveyJob {
  let kept: Kept | null = null
  let jobs = 0

  function begin(session: RegisterSession, sequence: number, today: string): Kept {
    const end = new AbortController()
    const bar = statusBar(emit, { jobId: `units:${++jobs}`, name: 'job.units', cancel: { call: 'units.cancelSearch', input: {} } }, end.signal)
    const own: Kept = { session, sequence, today, end, made: Promise.withResolvers(), survey: start({ path: session.path, today }, bar.tell) }
    end.signal.addEventListener('abort', () => own.survey.close(), { once: true })
    const over = (result: Result<Kept>): void => {
      bar.end()
      own.made.resolve(result)
      if (!result.ok && kept === own) kept = null
    }
    own.survey.made.then((made) => over(made.ok ? { ok: true, value: own } : made), (error: unknown) => {
      console.error(error)
      over(fail('unexpected'))
    })
    return own
  }

  return {
    async ask(session, today, question) {
      const sequence = await session.store.sequence()
      if (kept === null || kept.session !== session || kept.sequence !== sequence || kept.today !== today) {
        const before = kept
        kept = begin(session, sequence, today)
        // Whoever still waits for an older state of the register gets the newer one.
        before?.made.resolve(kept.made.promise)
        before?.end.abort()
      }
      const made = await kept.made.promise
      return made.ok ? made.value.survey.ask(question) : made
    },
    cancel() {
      kept?.made.resolve(fail('job_cancelled'))
      kept?.end.abort()
      kept = null
    },
  }
}

/** Shows the work in the status bar until it is over or given up. */
function statusBar(emit: EmitEvent, job: Job, signal: AbortSignal): { tell(share: number): void; end(): void } {
  let share = 0
  let isShown = false
  const show = (): void => emit('job.progress', { ...job, done: Math.round(share * 100), total: 100 })
  const begin = setTimeout(() => {
    isShown = true
    show()
  }, shownAfterMs)
  const end = (): void => {
    clearTimeout(begin)
    if (isShown) emit('job.ended', { ...job, code: null })
    isShown = false
  }
  signal.addEventListener('abort', end, { once: true })
  return {
    end,
    tell(reached) {
      share = reached
      if (isShown) show()
    },
  }
}
