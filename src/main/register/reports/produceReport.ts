import { basename } from 'node:path'
import { indicatorsOf, type FormName } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, isStock, nameOf } from '../../../shared/domain/catalogue/indicators'
import { succeed, type Result } from '../../../shared/domain/result'
import type { NewReport } from '../../store/registerStore'
import type { PrintedFile } from '../../workbook/print/pdfWriter'
import { withReportMark } from './reportMark'
import { refusedByChecks, type CheckResult } from './formChecks'
import { rulesOfForm } from './formNotes'
import { prepareReport, type FormRequest, type FormSetting, type PreparedReport } from './prepareReport'
import { writeReportFile, type WritingWork } from './reportFile'

export interface ReportRequest extends FormRequest {
  /** File to write; its ending says whether it is a workbook or a PDF. */
  out: string
}

/** The answer of `report` (cli.md). */
export interface ReportAnswer {
  form: FormName
  file: string
  sha256: string
  period: string
  asOf: string
  rules: { leadRule: string | null; zones: string; population: string | null; from: string; to: string; district: string | null; names: readonly string[] }
  /** Those that could be made: what is blank proves nothing. */
  checks: CheckResult[]
  /** Indicators of the form without any data, their columns blank; absent where there are none. */
  noData?: { indicator: string; label: string }[]
  /** Of a PDF only: its pages, and what its fonts could not do. */
  pdf?: PrintedFile
}

/** What producing needs beyond the figures. */
export interface ReportSetting extends FormSetting {
  operator: string
  /** Epoch milliseconds. */
  now: number
  work?: WritingWork | undefined
}

/**
 * Produces a form as .xlsx with the sheet 口径说明, or as PDF: fills it, runs its checks, writes it, and says how it can be
 * produced again. Nothing is written when a check fails, unless a reason is given, which is printed.
 *
 * @returns usage failures, population_missing, market_entities_missing, unknown_name, form_check_failed with the failed
 *          checks, no_chinese_font, and what the disk refuses
 */
export async function produceReport(setting: ReportSetting, name: FormName, request: ReportRequest): Promise<Result<{ answer: ReportAnswer; record: NewReport }>> {
  const prepared = await prepareReport(setting, name, request)
  if (!prepared.ok) return prepared
  const { checks, form, summaries, explanation } = prepared.value
  const refused = refusedByChecks(checks, request.reason)
  if (refused) return refused
  const { sheets, mark } = withReportMark([form, ...summaries, explanation])
  const asked = reportAnswer(prepared.value, request, '')
  const written = await writeReportFile(request.out, { sheets, mark, asOf: asked.asOf, createdAt: setting.now }, setting.work)
  if (!written.ok) return written
  const answer = { ...asked, ...written.value }
  return succeed({ answer, record: recordOf(answer, prepared.value, { ...request, mark }, setting) })
}

/** What a produced form answers, without its bytes. */
export function reportAnswer({ name, context, district, checks }: PreparedReport, request: ReportRequest, sha256: string): ReportAnswer {
  const { options, moment, population, form, noData } = context
  return {
    form: name, file: request.out, sha256, period: options.period.name, asOf: indicatorsOf(form).some(isStock) ? moment.asOf : moment.to,
    rules: {
      leadRule: indicatorsOf(form).includes('standards') ? options.leadRule : null, zones: options.zones, population: population?.series ?? null, from: moment.from, to: moment.to,
      district, names: rulesOfForm(context),
    },
    checks,
    ...(noData.length > 0 ? { noData: noData.map((indicator) => ({ indicator: nameOf(indicator), label: indicatorDefinition(indicator).label })) } : {}),
  }
}

/** What was chosen beyond the rules; what was left out is not kept. */
function chosenLook({ totalAt, decimals, yearlyCap, head, paper, lettering, reason, source, scope }: ReportRequest): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ totalAt, decimals, yearlyCap, head, paper, lettering, reason, source, scope }).filter(([, value]) => value !== undefined))
}

function recordOf(answer: ReportAnswer, { table }: PreparedReport, request: ReportRequest & { mark: string }, setting: ReportSetting): NewReport {
  return {
    form: answer.form, period: answer.period, asOf: answer.asOf,
    parameters: { ...answer.rules, file: request.out, mark: request.mark, ...chosenLook(request) },
    values: table.rows.map((row) => row.cells.map(({ value }) => value)),
    fileName: basename(answer.file), sha256: answer.sha256, sequence: setting.columns.sequence, producedAt: setting.now, operator: setting.operator,
  }
}
