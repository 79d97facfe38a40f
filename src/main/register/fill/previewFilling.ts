import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FillingPreview, FillingRequest } from '../../../shared/bridge/fill'
import type { figureRequest } from '../../../shared/bridge/counting'
import { bindingsSchema } from '../../../shared/domain/filling/bindings'
import { Refusal, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { messageOf } from '../../../shared/text/failureText'
import { t } from '../../../shared/text/t'
import { shownValue } from '../../workbook/forms/formValues'
import { openFormProcess, type FormReading, type OpenForm } from '../../workbook/forms/formClient'
import type { JobWatch } from '../runJob'
import { readPeriod } from '../ranking/countingOptions'
import { officeOf } from '../opened/officeOf'
import type { RegisterSession } from '../opened/session'
import type { z } from 'zod'
import { layBindings, type BoundCell, type BoundList } from './boundCells'
import { createFigureValues, type CountedFigure } from './figureValues'
import { percentHeadings } from './headedUnits'
import { findList, listEdits } from './listEdits'
import { filledText, type TextFacts } from './placeholders'

type ShownCell = FillingPreview['cells'][number]
type Figure = z.output<typeof figureRequest>

/** Records of a list that are shown before it is written. */
const shownRecords = 50

/**
 * What would stand in the bound cells: nothing is written, and a binding that cannot be filled is told beside the others.
 *
 * @param watch  hears of its progress in cells once it takes longer than a person waits without asking
 * @returns usage failures, job_cancelled, what reading the template refuses
 */
export async function previewFilling(session: RegisterSession, request: FillingRequest, today: string, watch: Partial<JobWatch> = {}, openForm: OpenForm = openFormProcess): Promise<Result<FillingPreview>> {
  const period = readPeriod(request.choice.period)
  if (!period.ok) return period
  const bindings = bindingsSchema.parse(request.bindings)
  let form: FormReading | undefined
  const progress = slowProgress(watch)
  try {
    form = await openForm(request.file)
    const laid = layBindings(bindings, form.words)
    const preview: FillingPreview = { cells: [], lists: [], problems: [] }
    if (!laid.ok) return succeed({ ...preview, problems: [{ place: null, text: messageOf(laid) }] })
    const columns = await session.columns.current()
    await columns.directory()
    const figures = createFigureValues(columns, session.places.resolver, request.choice)
    const facts = { period: period.value, asOf: request.choice.asOf ?? null, today, office: await officeOf(session) }
    const countsInPercent = percentHeadings(form)
    const { cells, lists, nameless } = laid.value
    if (nameless !== null) preview.problems.push({ place: null, text: t('fill.noNames', { value: nameless.names }) })
    for (const [index, cell] of cells.entries()) {
      await progress(index, cells.length + lists.length)
      const filled = 'text' in cell ? filledText(cell.text, facts) : await figures.of(cell.figure, cell.region, countsInPercent(cell))
      add(preview, cell, filled, request)
    }
    for (const [index, list] of lists.entries()) {
      await progress(cells.length + index, cells.length + lists.length)
      await addList(preview, session, list, facts)
    }
    return succeed(preview)
  } catch (error) {
    if (error instanceof Refusal) return { ...error.failure, at: { file: request.file, ...error.failure.at } }
    throw error
  } finally {
    form?.close()
  }
}

/** Shorter work needs no bar. */
const quickMs = 1_000
const turnMs = 10

/** Lets others by between two cells, so that a cancel is heard, and tells how far it is where that takes long. */
function slowProgress({ signal, onProgress }: Partial<JobWatch>): (done: number, total: number) => Promise<void> {
  const began = performance.now()
  let turnBegan = began
  return async (done, total) => {
    const now = performance.now()
    if (now - began >= quickMs) onProgress?.(done, total)
    if (now - turnBegan >= turnMs) {
      await nextTurn()
      turnBegan = performance.now()
    }
    if (signal?.aborted) throw new Refusal('job_cancelled')
  }
}

type Filled = string | CountedFigure

function add(preview: FillingPreview, cell: BoundCell, filled: Result<Filled>, { choice }: FillingRequest): void {
  const { sheet, row, column } = cell
  if (!filled.ok) {
    preview.problems.push(problemAt({ sheet, row, column }, filled))
    return
  }
  const { value: counted } = filled
  if (typeof counted === 'string' || 'text' in cell) preview.cells.push({ sheet, row, column, text: shownValue(typeof counted === 'string' ? counted : counted.value), number: null, figure: null })
  else preview.cells.push({ sheet, row, column, text: shown(counted.value), number: numberOf(counted.value), figure: hasRecords(counted.value) ? behind(cell, counted.row, choice) : null })
}

function problemAt(place: { sheet: string; row: number; column: number }, failure: Failure): FillingPreview['problems'][number] {
  return { place, text: messageOf({ ...failure, at: {} }) }
}

/** A blank or a dash opens nothing, and neither does a zero. */
function hasRecords(value: CountedFigure['value']): boolean {
  return (typeof value === 'number' && value !== 0) || (typeof value === 'object' && value !== null && value.share !== 0)
}

function numberOf(value: CountedFigure['value']): number | null {
  if (typeof value === 'object' && value !== null) return value.share
  return typeof value === 'number' ? value : null
}

/** As it looks in the usual format of such a cell: shares and growth are fractions in the file. */
function shown(value: CountedFigure['value']): string {
  return typeof value === 'number' ? value.toLocaleString('zh-CN', { maximumFractionDigits: 6 }) : shownValue(value)
}

function behind({ figure }: Extract<BoundCell, { figure: unknown }>, row: string | null, choice: FillingRequest['choice']): Figure {
  const { leadRule = choice.leadRule } = figure
  return {
    indicator: figure.indicator, row, filters: figure.filters, isYearBefore: figure.measure === 'previous' || figure.measure === 'previousRank',
    choice: { ...choice, ...(leadRule === undefined ? {} : { leadRule }), scope: 'districts' },
  }
}

async function addList(preview: FillingPreview, session: RegisterSession, bound: BoundList, facts: TextFacts): Promise<void> {
  const found = await findList(session, bound, facts)
  if (!found.ok) {
    preview.problems.push(problemAt({ sheet: bound.sheet, row: bound.first, column: 0 }, found))
    return
  }
  const { missing } = found.value
  preview.lists.push({ sheet: bound.sheet, rows: bound.list.rows, count: found.value.found.count, missing })
  const edits = await listEdits(session, { ...found.value, missing: 0 }, bound.first, facts.today)
  preview.cells.push(...edits.filter(({ row }) => row < bound.first + shownRecords).flatMap(({ row, column, value }): ShownCell[] => (value === null ? [] : [{ sheet: bound.sheet, row, column, text: shownValue(value), number: typeof value === 'number' ? value : null, figure: null }])))
}
