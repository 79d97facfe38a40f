import { join } from 'node:path'
import { z } from 'zod'
import { formDefinition, formNames, type FormName } from '../../../shared/domain/catalogue/forms'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { FrozenReport } from '../../store/frozenStore'
import type { RegisterStore } from '../../store/registerStore'
import type { FormSheet, TextSheet } from '../../workbook/write/form/formWriter'
import { readPeriod } from '../ranking/countingOptions'
import { refusedByChecks } from '../reports/formChecks'
import { prepareReport, type FormRequest, type FormSetting, type PreparedReport } from '../reports/prepareReport'
import { reportAnswer } from '../reports/produceReport'
import { reportFileName } from '../reports/reportFileName'
import { ownVersions } from '../reports/tables/ownForm'
import { writeReportFile, type WritingWork, type WrittenReport } from '../reports/reportFile'
import { withReportMark } from '../reports/reportMark'
import { dropFolder, temporaryFolder } from '../../store/temporaryFolders'
import { closingChecks } from './closingChecks'
import { numbersBehind, type NumbersBehind } from './numbersBehind'

/** What a frozen form keeps beside its values. */
export interface FrozenContent {
  sheets: (FormSheet | TextSheet)[]
  numbers: NumbersBehind[]
}

export interface FreezeSetting extends FormSetting {
  store: RegisterStore
  operator: string
  /** Epoch milliseconds. */
  now: number
  /** YYYY-MM-DD, for the file's name. */
  today: string
}

/** What `freeze` answers for one form (cli.md). */
export interface FrozenAnswer {
  form: string
  period: string
  version: number
  sha256: string
  sequence: number
  fileName: string
}

/**
 * Closes a period for one form: keeps its cells, rules, population and the records behind each number. Later edits change
 * nothing in it.
 *
 * @returns period_frozen while an earlier version is not reopened, form_check_failed, and what prepareReport refuses
 */
export async function freezeForm(setting: FreezeSetting, name: FormName, request: FormRequest): Promise<Result<FrozenAnswer>> {
  const period = readPeriod(request.period)
  if (!period.ok) return period
  const before = await versionsOf(setting.store, name, period.value.name)
  if (before[0] && before[0].reopened === null) return frozenAlready(name, period.value.name)
  const prepared = await prepareReport(setting, name, request, closingChecks(setting.today))
  if (!prepared.ok) return prepared
  const { checks } = prepared.value
  const refused = refusedByChecks(checks, request.reason)
  if (refused) return refused
  const { content, mark } = await contentOf(setting, prepared.value)
  const { context, table } = prepared.value
  const kept = await setting.store.frozen.add({
    form: name, period: context.options.period.name, request: { ...asked(request, checks.some(({ ok }) => !ok)), ...ownVersions(context.form) }, rules: { ...reportAnswer(prepared.value, { ...request, out: '' }, ''), mark },
    values: table.rows.map(({ cells }) => cells.map(({ value }) => value)), content,
    fileName: reportFileName({ place: prepared.value.district ?? setting.columns.city.name, form: context.form, period: context.options.period, today: setting.today, version: (before[0]?.version ?? 0) + 1 }),
    sha256: await checksumOf(content, setting.now), sequence: setting.columns.sequence, frozenAt: setting.now, operator: setting.operator,
    reason: before[0]?.reopened?.reason ?? null,
  })
  return succeed(answerOf(kept))
}

/** A reason that no check needed is no part of how the form was asked for: without it the same form is meant. */
function asked({ reason, ...request }: FormRequest, isNeeded: boolean): FormRequest {
  return isNeeded ? { ...request, reason } : request
}

function frozenAlready(name: FormName, period: string) {
  return fail('period_frozen', undefined, { form: formDefinition(name).label, period })
}

async function contentOf(setting: FreezeSetting, { context, form, summaries, explanation, district }: PreparedReport): Promise<{ content: FrozenContent; mark: string }> {
  const { sheets, mark } = withReportMark([form, ...summaries, explanation])
  return { mark, content: { sheets, numbers: await numbersBehind(setting, context.form, context.options, district) } }
}

export function answerOf({ form, period, version, sha256, sequence, fileName }: FrozenReport): FrozenAnswer {
  return { form, period, version, sha256, sequence, fileName }
}

/** Checksum of the file that these sheets make: the same sheets and the same moment give the same bytes. */
async function checksumOf(content: FrozenContent, frozenAt: number): Promise<string> {
  const folder = temporaryFolder('freeze')
  try {
    const written = await writeReportFile(join(folder, 'form.xlsx'), { sheets: content.sheets, createdAt: frozenAt, asOf: '', mark: '' })
    if (!written.ok) throw new Error(written.code)
    return written.value.sha256
  } finally {
    dropFolder(folder)
  }
}

/** Versions of a form of a period, newest first. */
export async function versionsOf(store: Pick<RegisterStore, 'frozen'>, form: string, period: string): Promise<FrozenReport[]> {
  return (await store.frozen.list()).filter((report) => report.form === form && report.period === period)
}

/**
 * The version that stands for a period: the newest one, reopened or not.
 *
 * @returns not_frozen, usage failures of the period
 */
export async function frozenVersion(store: Pick<RegisterStore, 'frozen'>, name: FormName, period: string | undefined, version?: number): Promise<Result<FrozenReport>> {
  const read = readPeriod(period)
  if (!read.ok) return read
  const found = (await versionsOf(store, name, read.value.name)).find((report) => version === undefined || report.version === version)
  return found ? succeed(found) : fail('not_frozen', undefined, { form: formDefinition(name).label, period: read.value.name })
}

/** Writes the file of a frozen form again, to the byte: the workbook, or where the path ends in .pdf its PDF. */
export async function writeFrozen(store: Pick<RegisterStore, 'frozen'>, report: FrozenReport, path: string, work?: WritingWork): Promise<Result<WrittenReport>> {
  const { sheets } = await readContent(store, report)
  const { asOf, mark = '' } = keptRules.parse(report.rules)
  return writeReportFile(path, { sheets, createdAt: report.frozenAt, asOf, mark }, work)
}

const keptRules = z.looseObject({ asOf: z.string(), mark: z.string().optional() })

const keptContent = z.custom<FrozenContent>((value) => typeof value === 'object' && value !== null && 'sheets' in value && 'numbers' in value)

/** What a frozen form keeps besides its row. @throws where it was written by something else than this program */
export async function readContent(store: Pick<RegisterStore, 'frozen'>, report: FrozenReport): Promise<FrozenContent> {
  return keptContent.parse(await store.frozen.content(report.id))
}

/** Every form of the catalogue, or the one named; the office's own table only by its name. */
export function formsNamed(name: string): FormName[] {
  return formNames.filter((form) => (name === 'all' ? form !== 'own' : form === name))
}
