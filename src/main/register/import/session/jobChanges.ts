import type { z } from 'zod'
import type { answerRequest, correctionRequest, keepRequest, settingsRequest, sheetSettingsRequest } from '../../../../shared/bridge/imports'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { ImportSession } from '../importSession'
import type { MapEntry } from '../mapFile'
import { keepKey } from '../keepKey'
import { currentFields, headerRowsOf, withColumn } from './columnChoices'
import type { ImportJob } from './importJob'

/** A file of so many rows is judged again after every answer; a longer one when the last question is answered. */
const quicklyJudged = 20_000

/**
 * Takes the clerk's word on one question, or on all alike.
 *
 * @returns bad_date for a text that is none where a date is asked for; invalid_answer when there is no such question
 */
export function answerQuestions(imports: ImportSession, job: ImportJob, { group, questionId, answer }: z.output<typeof answerRequest>): Result<{ answered: number }> {
  if (answer !== null && 'text' in answer && job.reading?.questions.refuses(group, answer.text)) return fail('bad_date', undefined, { value: answer.text })
  const settled = job.reading?.questions.settle(group, questionId, answer, job.answers) ?? []
  if (settled.length === 0) return fail('invalid_answer', undefined, { value: answer === null ? '' : 'text' in answer ? answer.text : answer.choice + 1 })
  for (const [question, value] of settled) job.answers.set(question, value)
  job.taught.push(job.reading?.questions.teaching(group, settled, answer) ?? [])
  job.answered.push(settled.map(([question]) => question))
  judgeWithAnswers(imports, job)
  return succeed({ answered: settled.length })
}

/** Takes the last answer back; @returns how many questions are open again */
export function takeBackAnswer(imports: ImportSession, job: ImportJob): number {
  const last = job.answered.pop() ?? []
  job.taught.pop()
  for (const given of last) {
    job.answers.delete(given)
    job.kept.delete(given)
  }
  for (const [row, corrections] of job.corrections) {
    const kept = corrections.filter(({ questionId }) => !last.includes(questionId))
    if (kept.length === 0) job.corrections.delete(row)
    else job.corrections.set(row, kept)
  }
  if (last.length > 0) imports.judge(job)
  return last.length
}

/**
 * Takes a text in place of the cell that keeps a row out; it is judged like any other. The file stays as it is, and the
 * batch keeps what was written in place of what.
 *
 * @returns invalid_answer when nothing is wrong with the row
 */
export function correctCell(imports: ImportSession, job: ImportJob, { index, text }: z.output<typeof correctionRequest>): Result<Record<never, never>> {
  const wrong = job.reading?.ledger.wrongCell(index)
  if (!wrong) return fail('invalid_answer', undefined, { value: text })
  const { sheet, row, cell, questionId, value } = wrong
  const key = correctionKey(sheet, row)
  const others = (job.corrections.get(key) ?? []).filter((known) => known.questionId !== questionId)
  const before = job.corrections.get(key)?.find((known) => known.questionId === questionId)
  job.corrections.set(key, [...others, { questionId, cell, from: before?.from ?? value, to: text }])
  job.answers.set(questionId, text)
  job.answered.push([questionId])
  job.taught.push([])
  imports.judge(job)
  return succeed({})
}

/**
 * Keeps a field as the register has it, against what a row says, or all rows of its sheet.
 *
 * @returns invalid_answer when the row does not change the field
 */
export function keepField(imports: ImportSession, job: ImportJob, { index, field, isForAll }: z.output<typeof keepRequest>): Result<Record<never, never>> {
  const row = job.reading?.ledger.row(index, job.reading.sheetName)
  const change = row?.changes.find((candidate) => candidate.field === field && candidate.canKeep)
  if (!row || !change) return fail('invalid_answer', undefined, { value: field })
  const number = isForAll ? null : row.row
  const key = keepKey(row.sheetName, number, field)
  job.kept.set(key, { sheet: row.sheet, row: number, label: change.label, from: change.from, to: change.to })
  job.taught.push([])
  job.answered.push([key])
  imports.judge(job)
  return succeed({})
}

/** Names a row of a file for the clerk's corrections. */
export function correctionKey(sheet: number, row: number): string {
  return `${sheet}|${row}`
}

function judgeWithAnswers(imports: ImportSession, job: ImportJob): void {
  const open = job.reading?.questions.open(job.answers) ?? 0
  if (open === 0 || (job.reading?.ledger.length ?? 0) <= quicklyJudged) imports.judge(job)
  else imports.renew(job)
}

/** The clerk's word about the whole file; another kind takes back what was said of its sheets. */
export function setFile(imports: ImportSession, job: ImportJob, { kind, district, statusDate }: z.output<typeof settingsRequest>): Result<Record<never, never>> {
  if (kind !== undefined) {
    job.settings.kind = kind
    job.settings.sheets.clear()
  }
  if (district !== undefined) job.settings.district = district
  if (statusDate !== undefined) job.settings.statusDate = statusDate
  imports.judge(job)
  return succeed({})
}

/** The clerk's word about one sheet; a new header or kind makes the columns be recognised anew. */
export function setSheet(imports: ImportSession, job: ImportJob, request: z.output<typeof sheetSettingsRequest>): Result<Record<never, never>> {
  const { sheet, kind, headerRows, column, isIncluded } = request
  const { sheets, included } = job.settings
  const info = job.reading?.workbook?.sheets[sheet]
  if (!info) return fail('unknown_sheet', undefined, { value: sheet + 1 })
  let entry: MapEntry = { ...sheets.get(sheet) }
  if (kind !== undefined) entry = changed(entry, { kind: kind ?? undefined, fields: undefined })
  if (headerRows !== undefined) entry = changed(entry, { headerRows: headerRows ?? undefined, fields: undefined })
  if (column) entry = withField(job, sheet, entry, column)
  // Hidden sheets are read where the clerk says so, or the file corrects one that had them.
  if (isIncluded === true || (isIncluded === false && (info.state === 'visible' || job.reading?.sheets.has(sheet)))) entry = changed(entry, { skip: isIncluded ? undefined : true })
  if (isIncluded === true && info.state !== 'visible') included.add(sheet)
  if (isIncluded === false) included.delete(sheet)
  if (Object.keys(entry).length === 0) sheets.delete(sheet)
  else sheets.set(sheet, entry)
  imports.judge(job)
  return succeed({})
}

function withField(job: ImportJob, sheet: number, entry: MapEntry, { column, field }: { column: string; field: string | null }): MapEntry {
  const memory = job.reading?.sheets.get(sheet)
  const kind = entry.kind ?? memory?.context?.kind ?? job.settings.kind
  if (!memory || !kind) return entry
  return { ...entry, kind, headerRows: headerRowsOf(memory, entry), fields: withColumn(currentFields(memory, entry, kind), column, field) }
}

/** The entry with some words taken back (undefined) and others said. */
function changed(entry: MapEntry, words: { [K in keyof MapEntry]?: MapEntry[K] | undefined }): MapEntry {
  return Object.fromEntries(Object.entries({ ...entry, ...words }).filter(([, value]) => value !== undefined))
}
