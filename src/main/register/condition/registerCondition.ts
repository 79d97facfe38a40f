import type { RegisterCondition as ConditionStatus } from '../../../shared/bridge/operations/conditionOperations'
import type { ErrorCode } from '../../../shared/domain/errorCodes'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { InspectionDepth } from '../../store/inspectRegister'
import type { ProblemCode } from '../../store/registerProblem'
import type { Activity } from '../activity'
import { localDate } from '../localDate'
import type { EmitEvent, OpenedRegister } from '../opened/openedRegister'
import { runNamedJob } from '../runJob'
import { unasked } from '../unasked'
import type { Inspection, StartInspection } from './inspectionMessages'

/** Setting that says when the register was last looked at wholly and found sound, epoch milliseconds. */
const checkedAtKey = 'checked_at'
/** As long as nobody has asked for anything, nobody is thought to be at work. */
const idleAfterMs = 5 * 60_000
const checkJob = { jobId: 'check', name: 'job.check', cancel: { call: 'condition.cancel', input: {} } } as const

/** Looks after the soundness of the open register: a glance after every opening, a full check once a day while nobody works. */
export interface RegisterCondition {
  status(): Promise<Result<ConditionStatus>>
  /** Checks everything now, because a person wants it. @returns the status afterwards, job_cancelled */
  run(): Promise<Result<ConditionStatus>>
  /** A person gives the running check up; it is not begun again by itself that day. */
  cancel(): void
  /** The day's full check, where no verified backup has done the same; gives way to the next call of a window. */
  runIfIdle(): Promise<void>
}

/** Why it is looked at; what idleness asked for gives way to the next call of a window. */
type Asker = 'person' | 'opening' | 'idleness'

interface Context {
  register: OpenedRegister
  emit: EmitEvent
  start: StartInspection
  activity: Activity | undefined
  /** When the newest backup was made, all of which are verified. */
  verifiedBackupAt(): Promise<number | null>
  now(): number
  /** After every opening; the first pages come first. */
  glanceAfterMs?: number
}

export function createRegisterCondition({ register, emit, start, activity, verifiedBackupAt, now, glanceAfterMs = 3_000 }: Context): RegisterCondition {
  let running: { inspection: Inspection; depth: InspectionDepth; by: Asker } | null = null
  let checked: { path: string; at: number } | null = null
  let givenUpOn: string | null = null
  let glance: NodeJS.Timeout | undefined

  register.onOpen(() => {
    clearTimeout(glance)
    glance = setTimeout(() => void unasked(() => inspect('glance', 'opening')), glanceAfterMs).unref()
  })
  register.onClose(() => {
    clearTimeout(glance)
    return running?.inspection.stop()
  })
  activity?.onTouch(() => {
    if (running?.by === 'idleness') void running.inspection.stop()
  })

  /** One at a time. */
  async function inspect(depth: InspectionDepth, by: Asker): Promise<Result<ProblemCode | null>> {
    const session = register.session()
    if (!session.ok) return session
    if (running !== null) return fail('job_interrupted')
    const { path } = session.value
    const own = { inspection: start({ path, depth }), depth, by }
    running = own
    const found = await own.inspection.found
    running = null
    if (found.ok && found.value !== null) {
      register.refuseWrites(path, found.value)
      emit('condition.changed', {})
    }
    return found
  }

  async function checkAll(by: Asker): Promise<Result<ProblemCode | null>> {
    const session = register.session()
    if (!session.ok) return session
    const checked = await runNamedJob(emit, checkJob, async (onProgress) => {
      onProgress(0, null)
      const found = await inspect('full', by)
      if (found.ok) await remember(session.value.path, found.value)
      return found.ok ? found : fail(toldAs(found.code))
    })
    emit('condition.changed', {})
    return checked
  }

  /** What is only read keeps no date; another writer may keep it from being written, which matters to nobody. */
  async function remember(path: string, found: ProblemCode | null): Promise<void> {
    checked = { path, at: now() }
    if (found === null) await register.note({ settings: { [checkedAtKey]: String(checked.at) } })
  }

  async function checkedAt(): Promise<number | null> {
    const session = register.session()
    if (!session.ok) return null
    if (checked?.path === session.value.path) return checked.at
    return register.damage() === null ? Number(await session.value.store.info.get(checkedAtKey)) || null : null
  }

  async function status(): Promise<Result<ConditionStatus>> {
    const session = register.session()
    return session.ok ? succeed({ checkedAt: await checkedAt(), problem: register.damage(), isChecking: running?.depth === 'full' }) : session
  }

  async function isDue(): Promise<boolean> {
    const today = localDate(now())
    if (running !== null || givenUpOn === today || !register.session().ok || register.damage() !== null) return false
    if ((await register.status()).sequence === 0) return false
    return [await checkedAt(), await verifiedBackupAt()].every((at) => at === null || localDate(at) !== today)
  }

  return {
    status,
    async run() {
      // A glance under way is over in a moment.
      await running?.inspection.found
      const found = await checkAll('person')
      return found.ok ? status() : found
    },
    cancel() {
      givenUpOn = localDate(now())
      void running?.inspection.stop()
    },
    async runIfIdle() {
      if (activity !== undefined && activity.idleMs() >= idleAfterMs && (await isDue())) await checkAll('idleness')
    },
  }
}

/** A check that was ended has changed nothing and failed nowhere. */
function toldAs(code: ErrorCode): ErrorCode {
  return code === 'job_interrupted' ? 'job_cancelled' : code
}
