import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FormName } from '../../../shared/domain/catalogue/forms'
import type { IndicatorName } from '../../../shared/domain/catalogue/indicators'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { ImportAnswer } from '../../register/import/answer'
import type { RankAnswer } from '../../register/ranking/rankAnswer'
import type { ReportAnswer } from '../../register/reports/produceReport'
import { t } from '../../../shared/text/t'
import { defineCommand, type Call, type GlobalOptions } from '../command'
import { printDemo } from '../print/printDemo'
import { sampleFiles } from '../../register/import/sampleFiles'
import { importCommand } from './import'
import { rank } from './rank'
import { report } from './report'

export interface DemoAnswer {
  /** Where the register was made; it stays there to be looked at. */
  register: string
  imports: ImportAnswer[]
  rankings: RankAnswer[]
  reports: ReportAnswer[]
}

/** The year that the samples report. */
const period = '2021'

/** What the bureau's leader asks for first, as far as the samples have it: there is no PCT list among them. */
const leadersIndicators: readonly IndicatorName[] = ['standards', 'national_participation', 'inventions_per_10k', 'high_value_per_10k', 'trademarks_valid', 'trademarks_per_100_entities']

const formsToWrite: readonly { form: FormName; district?: string }[] = [{ form: 'F1', district: '崂山区' }, { form: 'F2' }, { form: 'F4' }, { form: 'F6' }, { form: 'F7' }]

type DemoCall = Call<{ out: { type: 'text'; required: true } }>

/** The main job with the bundled samples, done by the commands that a clerk would type one after the other. */
export const demo = defineCommand({
  name: 'demo',
  arguments: [],
  options: { out: { type: 'text', required: true } },
  async run(call): Promise<Result<DemoAnswer>> {
    const folder = resolve(call.options.out)
    const ready = makeFolder(folder)
    if (!ready.ok) return ready
    const { today, files } = sampleFiles()
    const register = join(mkdtempSync(join(tmpdir(), 'biaozhi-')), 'demo.bzr')
    const within = { ...call, global: { ...call.global, ...clockAt(today), register } }
    const imports = await importAll(files, within)
    if (!imports.ok) return imports
    const rankings = await inTurn(leadersIndicators, (indicator) => rankBy(indicator, within))
    if (!rankings.ok) return rankings
    const reports = await writeForms(folder, within)
    return reports.ok ? succeed({ register, imports: imports.value, rankings: rankings.value, reports: reports.value }) : reports
  },
  print: printDemo,
})

function clockAt(today: string): Pick<GlobalOptions, 'today' | 'now'> {
  return { today, now: () => Date.parse(`${today}T09:00:00+08:00`) }
}

function importAll(files: readonly string[], call: DemoCall): Promise<Result<ImportAnswer[]>> {
  call.progress(t('demo.importing', { files: files.length }))
  return inTurn(files, (file) => importCommand.run({ ...call, arguments: [file], options: noImportOptions }))
}

const noImportOptions = {
  as: undefined, sheet: undefined, district: undefined, 'status-date': undefined, map: undefined, answers: undefined, 'password-fd': undefined, 'dry-run': false, rejects: undefined,
}

function rankBy(indicator: IndicatorName, call: DemoCall): Promise<Result<RankAnswer>> {
  return rank.run({ ...call, arguments: [indicator], options: { ...noCountingOptions, period, filter: [], source: undefined, scope: undefined } })
}

const noCountingOptions = { 'as-of': undefined, 'lead-rule': undefined, zones: undefined, population: undefined }
const noReportOptions = {
  ...noCountingOptions, source: undefined, scope: undefined, total: undefined, paper: undefined, lettering: undefined, decimals: undefined, head: [], 'yearly-cap': undefined, reason: undefined,
}

/** Thirty files are not imported for a folder that cannot be. */
function makeFolder(folder: string): Result<null> {
  try {
    mkdirSync(folder, { recursive: true })
    return succeed(null)
  } catch {
    return fail('file_not_writable', undefined, { path: folder })
  }
}

function writeForms(folder: string, call: DemoCall): Promise<Result<ReportAnswer[]>> {
  return inTurn(formsToWrite, ({ form, district }) => {
    const out = join(folder, `${[form, district, period].filter((part) => part !== undefined).join('_')}.xlsx`)
    return report.run({ ...call, arguments: [form], options: { ...noReportOptions, period, district, out } })
  })
}

/** One after the other, up to the first refusal. */
async function inTurn<I, A>(items: readonly I[], work: (item: I) => Promise<Result<A>>): Promise<Result<A[]>> {
  const answers: A[] = []
  for (const item of items) {
    const answer = await work(item)
    if (!answer.ok) return answer
    answers.push(answer.value)
  }
  return succeed(answers)
}
