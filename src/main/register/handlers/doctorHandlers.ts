import type { HandlersOf } from '../../../shared/bridge/contract'
import type { doctorOperations } from '../../../shared/bridge/operations/doctorOperations'
import type { ListKind } from '../../../shared/domain/catalogue/listFields'
import { problemFilters, type ProblemName } from '../../../shared/domain/catalogue/problems'
import { fail, succeed } from '../../../shared/domain/result'
import type { RunLook } from '../doctor/lookJobs'
import { countProblems } from '../doctor/problems'
import { problemSourcesOf } from '../doctor/problemSources'
import { writeWorklists } from '../doctor/worklist'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

export function createDoctorHandlers({ register, today }: HandlerContext, look: RunLook): HandlersOf<keyof typeof doctorOperations> {
  return {
    'doctor.problems': () => inSession(register, async (session) => {
      return look(async (watch) => {
        const counts = (await countProblems(await problemSourcesOf(session, today()), watch)).filter(({ count }) => count > 0)
        return succeed({ problems: await Promise.all(counts.map(async (problem) => ({ ...problem, filters: await filtersOf(session, problem, today()) }))) })
      })
    }),
    'doctor.export': ({ file }) => inSession(register, async (session) => {
      if (!/\.(?:xlsx|csv)$/iu.test(file)) return fail('usage_bad_value', undefined, { option: '--out', value: file, expected: '.xlsx、.csv' })
      const creator = await operatorOf(session.store.info)
      const written = await look((watch) => writeWorklists(session, { problem: null, out: file, today: today(), creator, at: Date.now(), watch }))
      return written.ok ? succeed({ file, rows: written.value.reduce((sum, { rows }) => sum + rows, 0) }) : written
    }),
  }
}

/** The conditions of a list that has exactly as many records as the problem. */
async function filtersOf({ lists }: RegisterSession, { problem, kind, count }: { problem: ProblemName; kind: ListKind; count: number }, today: string) {
  const filters = problemFilters(problem)
  if (filters === null) return null
  const found = await lists.find({ kind, search: '', filters, sort: [] }, today)
  return found.ok && found.value.count === count ? filters : null
}
