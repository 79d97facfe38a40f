import type { HandlersOf } from '../../../shared/bridge/contract'
import type { doctorOperations } from '../../../shared/bridge/operations/doctorOperations'
import { fail, succeed } from '../../../shared/domain/result'
import { countProblems, problemSourcesOf } from '../doctor/problems'
import { writeWorklists } from '../doctor/worklist'
import { operatorOf } from '../opened/operatorOf'
import type { HandlerContext } from './handlerContext'

export function createDoctorHandlers({ register, today }: HandlerContext): HandlersOf<keyof typeof doctorOperations> {
  return {
    'doctor.problems': async () => {
      const session = register.session()
      if (!session.ok) return session
      const counts = await countProblems(await problemSourcesOf(session.value, today()))
      return succeed({ problems: counts.filter(({ count }) => count > 0) })
    },
    'doctor.export': async ({ file }) => {
      const session = register.session()
      if (!session.ok) return session
      if (!/\.(?:xlsx|csv)$/iu.test(file)) return fail('usage_bad_value', undefined, { option: '--out', value: file, expected: '.xlsx、.csv' })
      const creator = await operatorOf(session.value.store.info)
      const written = await writeWorklists(session.value, { problem: null, out: file, today: today(), creator, at: Date.now() })
      return written.ok ? succeed({ file, rows: written.value.reduce((sum, { rows }) => sum + rows, 0) }) : written
    },
  }
}
