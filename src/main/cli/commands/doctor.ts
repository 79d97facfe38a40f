import { isTwinProblem, problemNames, twinProblems, type ProblemName, type TwinProblem } from '../../../shared/domain/catalogue/problems'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { takeBackApart, tellRecordsApart } from '../../register/doctor/apartRecords'
import { compareGroups, type ComparedGroups } from '../../register/doctor/compareRecords'
import { countProblems } from '../../register/doctor/problems'
import { problemSourcesOf } from '../../register/doctor/problemSources'
import { twinKind } from '../../register/doctor/twins'
import { problemRows, writeWorklists, type ProblemRows, type WorklistFile } from '../../register/doctor/worklist'
import { findRecord, type FoundRecord } from '../../register/records/findRecord'
import type { WorkWatch } from '../../register/inTurns'
import type { RecordChange } from '../../register/records/recordServices'
import type { RegisterSession } from '../../register/opened/session'
import { badValue } from '../arguments'
import { defineCommand, type Call } from '../command'
import { printCompared } from '../print/printCompared'
import { textTable } from '../textTable'
import { withRecords, type WritingServices } from '../withRecords'
import { withSession } from '../withSession'

const options = {
  problem: { type: 'choice', choices: problemNames }, compare: { type: 'flag' }, apart: { type: 'list' }, together: { type: 'list' },
  offset: { type: 'whole', min: 0 }, limit: { type: 'whole', min: 0 }, out: { type: 'text' },
} as const

type DoctorCall = Call<typeof options>
type Told = Pick<RecordChange, 'what' | 'sequence'> & { numbers: string[] }
type DoctorAnswer =
  | { problems: Awaited<ReturnType<typeof countProblems>>; files?: WorklistFile[] }
  | (Omit<ProblemRows, 'rows'> & { rows: { key: string; title: string; districts: string[] }[]; files?: WorklistFile[] })
  | ComparedGroups
  | Told

/** What people get when they name no limit. */
const shownRows = 50
const shownGroups = 10
const tellEveryMs = 2_000

export const command = defineCommand({
  name: 'doctor',
  arguments: [],
  options,
  run: (call) => (call.options.compare || call.options.apart.length > 0 || call.options.together.length > 0 ? twins(call) : examined(call)),
  print(answer) {
    if ('what' in answer) return tellTold(answer)
    if ('groups' in answer) return printCompared(answer)
    return [printFound(answer), ...(answer.files ?? []).map(({ file, rows }) => t('doctor.written', { rows, file }))].join('\n')
  },
})

function examined(call: DoctorCall): Promise<Result<DoctorAnswer>> {
  return withSession(call, async (session): Promise<Result<DoctorAnswer>> => {
    const answer = await examine(session, call)
    const { problem = null, out } = call.options
    if (out === undefined) return succeed(answer)
    const written = await writeWorklists(session, { problem, out, today: call.global.today, creator: call.global.operator ?? '', at: call.global.now(), watch: watchOf(call) })
    return written.ok ? succeed({ ...answer, files: written.value }) : written
  })
}

async function examine(session: RegisterSession, call: DoctorCall): Promise<Extract<DoctorAnswer, { files?: WorklistFile[] }>> {
  const { problem, offset = 0 } = call.options
  const { today, json } = call.global
  if (problem === undefined) {
    const counts = await countProblems(await problemSourcesOf(session, today), watchOf(call))
    return { problems: counts.filter(({ count }) => count > 0) }
  }
  const limit = call.options.limit ?? (json ? Number.MAX_SAFE_INTEGER - offset : shownRows)
  const found = await problemRows(session, problem, today, offset, offset + limit, watchOf(call))
  return { ...found, rows: found.rows.map(({ key, title, districts }) => ({ key, title, districts })) }
}

/** Says in steps how far looking through all records is, as long as it takes long. */
function watchOf(call: DoctorCall): WorkWatch {
  let [shown, toldAt] = [0, performance.now()]
  return {
    onProgress(share) {
      const percent = Math.floor(share * 100)
      const now = performance.now()
      if (percent <= shown || now - toldAt < tellEveryMs) return
      ;[shown, toldAt] = [percent, now]
      call.progress(t('doctor.progress', { percent }))
    },
  }
}

/** Records that may be one: laid side by side, told apart, or no longer told apart. */
async function twins(call: DoctorCall): Promise<Result<DoctorAnswer>> {
  const { problem, apart, together, offset = 0, limit = shownGroups } = call.options
  if (problem === undefined || !isTwinProblem(problem)) return badValue('--problem', problem ?? '', twinProblems.join('、'))
  if (apart.length > 0) return withRecords(call, (services) => tellApart(services, problem, apart))
  if (together.length > 0) return withRecords(call, (services) => takeBack(services, problem, together))
  return withSession(call, (session) => compareGroups(session, problem, offset, offset + limit, watchOf(call)))
}

async function tellApart(services: WritingServices, problem: TwinProblem, typed: readonly string[]): Promise<Result<Told>> {
  const found = await findAll(services, problem, typed)
  if (!found.ok) return found
  if (found.value.length < 2) return badValue('--apart', typed.join('、'), t('doctor.twoNumbers'))
  const done = await tellRecordsApart(services, twinKind(problem), found.value.map(({ id }) => id))
  return done.ok ? succeed({ what: done.value.what, numbers: found.value.map(({ key }) => key), sequence: done.value.sequence }) : done
}

async function takeBack(services: WritingServices, problem: TwinProblem, numbers: readonly string[]): Promise<Result<Told>> {
  const found = await findAll(services, problem, numbers)
  const keys = found.ok ? found.value.map(({ key }) => key) : [...numbers]
  const done = await takeBackApart(services, twinKind(problem), keys)
  return done.ok ? succeed({ what: done.value.what, numbers: keys, sequence: done.value.sequence }) : done
}

/** The records that the numbers mean, each once. */
async function findAll(services: WritingServices, problem: TwinProblem, typed: readonly string[]): Promise<Result<FoundRecord[]>> {
  const records = new Map<number, FoundRecord>()
  for (const text of typed) {
    const found = await findRecord(services, twinKind(problem), text)
    if (!found.ok) return found
    records.set(found.value.id, found.value)
  }
  return succeed([...records.values()])
}

function tellTold({ what, numbers, sequence }: Told): string {
  if (sequence === null) return t('units.unchanged')
  return `${t(what === 'together' ? 'twins.saidTogether' : 'twins.saidApart', { numbers: numbers.join('、') })}${t('units.undoHint', { sequence })}`
}

function printFound(answer: Extract<DoctorAnswer, { files?: WorklistFile[] }>): string {
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
