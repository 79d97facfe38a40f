import { problemNames, type ProblemName } from '../../../shared/domain/catalogue/problems'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { countProblems, problemSourcesOf } from '../../register/doctor/problems'
import { problemRows, writeWorklists, type ProblemRows, type WorklistFile } from '../../register/doctor/worklist'
import type { RegisterSession } from '../../register/opened/session'
import { defineCommand, type Call } from '../command'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

const options = { problem: { type: 'choice', choices: problemNames }, offset: { type: 'whole', min: 0 }, limit: { type: 'whole', min: 0 }, out: { type: 'text' } } as const

type DoctorAnswer =
  | { problems: Awaited<ReturnType<typeof countProblems>>; files?: WorklistFile[] }
  | (Omit<ProblemRows, 'rows'> & { rows: { key: string; title: string; districts: string[] }[]; files?: WorklistFile[] })

/** What people get when they name no limit. */
const shownRows = 50

export const command = defineCommand({
  name: 'doctor',
  arguments: [],
  options,
  run: (call) => withSession(call, async (session): Promise<Result<DoctorAnswer>> => {
    const answer = await examine(session, call)
    const { problem = null, out } = call.options
    if (out === undefined) return succeed(answer)
    const written = await writeWorklists(session, { problem, out, today: call.global.today, creator: call.global.operator ?? '', at: call.global.now() })
    return written.ok ? succeed({ ...answer, files: written.value }) : written
  }),
  print: (answer) => [printFound(answer), ...(answer.files ?? []).map(({ file, rows }) => t('doctor.written', { rows, file }))].join('\n'),
})

async function examine(session: RegisterSession, call: Call<typeof options>): Promise<DoctorAnswer> {
  const { problem, offset = 0 } = call.options
  const { today, json } = call.global
  if (problem === undefined) {
    const counts = await countProblems(await problemSourcesOf(session, today))
    return { problems: counts.filter(({ count }) => count > 0) }
  }
  const limit = call.options.limit ?? (json ? Number.MAX_SAFE_INTEGER - offset : shownRows)
  const found = await problemRows(session, problem, today, offset, offset + limit)
  return { ...found, rows: found.rows.map(({ key, title, districts }) => ({ key, title, districts })) }
}

function printFound(answer: DoctorAnswer): string {
  if ('problems' in answer) {
    if (answer.problems.length === 0) return t('doctor.fine')
    const rows = answer.problems.map(({ problem, count }) => [count, nameOf(problem), problem])
    return textTable([t('doctor.count'), t('doctor.problem'), t('doctor.name')], rows)
  }
  const rows = answer.rows.map(({ key, title, districts }) => [key, title, districts])
  return `${nameOf(answer.problem)}\n${textTable([t('doctor.key'), t('doctor.title'), t('doctor.district')], rows)}\n${t('cli.totalShown', { total: answer.total, shown: rows.length })}`
}

function nameOf(problem: ProblemName): string {
  return t(`doctor.${problem}`)
}
