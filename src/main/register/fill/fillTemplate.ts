import { extname, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { columnLetters } from '../../../shared/domain/columnLetters'
import { fail, Refusal, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { openFormProcess, type FormReading, type OpenForm } from '../../workbook/forms/formClient'
import { shiftedRow, type RowGrowth } from '../../workbook/forms/rowGrowth'
import type { CellEdit } from '../../workbook/forms/formValues'
import type { SheetWords } from '../../workbook/forms/formWords'
import type { JobWatch } from '../runJob'
import { readPeriod, type RankRequest } from '../ranking/countingOptions'
import { officeOf } from '../opened/officeOf'
import type { RegisterSession } from '../opened/session'
import type { Bindings, Fingerprint } from '../../../shared/domain/filling/bindings'
import { layBindings, type BoundCell, type BoundList, type BoundTemplate } from './boundCells'
import { createFigureValues, type FigureValues } from './figureValues'
import { percentHeadings, type PercentHeadings } from './headedUnits'
import { fingerprintOf, type TemplateDifference } from './fingerprint'
import { nearest, readKept, type KeptTemplate } from './keptTemplates'
import { findList, listEdits, type FoundListBlock } from './listEdits'
import { filledText, type TextFacts } from './placeholders'

export interface FillRequest extends Pick<RankRequest, 'period' | 'asOf' | 'leadRule' | 'zones' | 'population'> {
  /** The received .xlsx or .xlsm. */
  template: string
  /** Absent: those kept for this template. */
  bindings?: Bindings | undefined
  out: string
  today: string
  /** Who may give it up, and hears how many cells are counted. */
  watch?: JobWatch | undefined
}

/** The answer of `fill` (cli.md). */
export interface FillAnswer {
  file: string
  period: string
  /** Cells that were filled, by sheet. */
  cells: Record<string, number>
}

/**
 * Fills a received form: figures by indicator and region, texts, lists; nothing else in the file changes.
 *
 * @returns the answer, and the bindings with the template's fingerprint to keep for the next period;
 *          usage failures, invalid_bindings, unknown_sheet, unknown_name, template_changed, template_cell_taken,
 *          template_block_full, what counting refuses, what reading the template and writing the file refuse
 */
export async function fillTemplate(session: RegisterSession, request: FillRequest, openForm: OpenForm = openFormProcess): Promise<Result<{ answer: FillAnswer; kept: KeptTemplate }>> {
  const period = readPeriod(request.period)
  if (!period.ok) return period
  const extension = extname(request.template).toLowerCase()
  // No file of another kind can be filled: opening it says so.
  const keepsKind = extname(request.out).toLowerCase() === extension || !formKinds.has(extension)
  if (resolve(request.out) === resolve(request.template) || !keepsKind) {
    return fail('usage_bad_value', undefined, { option: '--out', value: request.out, expected: t('fill.expectedOut', { extension }) })
  }
  let form: FormReading | undefined
  try {
    form = await openForm(request.template)
    const bound = await bindingsFor(session, request, form.words)
    if (!bound.ok) return bound
    const facts = { period: period.value, asOf: request.asOf ?? null, today: request.today, office: await officeOf(session) }
    const lists = await findLists(session, form, bound.value.laid, facts)
    if (!lists.ok) return lists
    const countsInPercent = percentHeadings(form)
    const edits = await editsOf(session, request, bound.value.laid, lists.value, { ...facts, countsInPercent })
    if (!edits.ok) return edits
    const written = await form.fill(edits.value, request.out, { growths: lists.value.growths, signal: request.watch?.signal })
    if (!written.ok) return written
    const cells = Object.fromEntries([...edits.value].map(([sheet, filled]) => [sheet, filled.length]))
    return succeed({ answer: { file: request.out, period: period.value.name, cells }, kept: bound.value.kept })
  } catch (error) {
    if (error instanceof Refusal) return { ...error.failure, at: { file: request.template, ...error.failure.at } }
    throw error
  } finally {
    form?.close()
  }
}

/** Workbooks and templates of workbooks, without and with macros. */
const formKinds: ReadonlySet<string> = new Set(['.xlsx', '.xlsm', '.xltx', '.xltm'])

interface ChosenBindings { laid: BoundTemplate; kept: KeptTemplate }

/** The bindings of the request, or those that were kept for this form when it still looks the same. */
async function bindingsFor(session: RegisterSession, { bindings }: FillRequest, words: ReadonlyMap<string, SheetWords>): Promise<Result<ChosenBindings>> {
  const fingerprintFor = (candidate: Bindings): Fingerprint | null => {
    const laid = layBindings(candidate, words)
    return laid.ok ? fingerprintOf(words, laid.value.isFilled) : null
  }
  const known = bindings === undefined ? nearest(await readKept(session.store.info), [...words.keys()], fingerprintFor) : null
  const chosen = bindings ?? known?.bindings
  if (chosen === undefined) return fail('usage_missing_argument', undefined, { value: '--bindings', command: 'fill' })
  const laid = layBindings(chosen, words)
  if (!laid.ok) return laid
  const template = fingerprintOf(words, laid.value.isFilled)
  const differences = known?.differences ?? []
  if (differences.length > 0) return fail('template_changed', undefined, { count: differences.length, shown: inWords(differences), differences: differences.slice(0, listedDifferences) })
  const { nameless } = laid.value
  if (nameless !== null) return fail('invalid_bindings', { sheet: nameless.sheet }, { reason: t('fill.noNames', { value: nameless.names }) })
  return succeed({ laid: laid.value, kept: { template, bindings: chosen } })
}

const listedDifferences = 50
const shownDifferences = 5

function inWords(differences: readonly TemplateDifference[]): string {
  return differences.slice(0, shownDifferences).map(({ sheet, cell, before, now }) => t('fill.difference', { place: cell === null ? sheet : `${sheet}!${cell}`, before: before ?? t('fill.nothing'), now: now ?? t('fill.nothing') })).join('；')
}

interface FoundLists { blocks: readonly FoundListBlock[]; growths: readonly RowGrowth[] }

/**
 * The lists with the rows that their blocks must grow by: before the last one, so that what covers the block covers them;
 * below a block's only one.
 */
async function findLists(session: RegisterSession, form: FormReading, { lists }: BoundTemplate, facts: TextFacts): Promise<Result<FoundLists>> {
  const blocks: FoundListBlock[] = []
  for (const bound of lists) {
    const block = await findList(session, bound, facts)
    if (!block.ok) return block
    blocks.push(block.value)
  }
  // Lists side by side share their rows: the longest says how many are put in, and the others leave some empty.
  const beside = Map.groupBy(blocks, ({ bound: { sheet, last } }) => `${last}\n${sheet}`)
  const grown = [...beside.values()].flatMap((sharing) => {
    const missing = Math.max(...sharing.map((block) => block.missing))
    const isOneRow = sharing.some(({ bound: { first, last } }) => first === last)
    return sharing.map((block) => ({ ...block, missing, isOneRow }))
  })
  const growths: RowGrowth[] = []
  for (const { bound: { sheet, first, last }, missing, found, isOneRow } of grown) {
    if (missing === 0) continue
    const growth: RowGrowth = isOneRow ? { sheet, from: last + 1, by: missing, stretches: true } : { sheet, from: last, by: missing }
    const fits = found.count <= mostListRows && !isWithinAnother({ sheet, last }, lists) && (await form.canGrow(growth))
    if (!fits) return fail('template_block_full', { sheet, row: first }, { rows: last - first + 1, records: found.count })
    if (!growths.some((known) => known.sheet === sheet && known.from === growth.from)) growths.push(growth)
  }
  return succeed({ blocks: grown, growths })
}

/** Rows put in between those of a list that ends elsewhere would leave a hole in it. */
function isWithinAnother({ sheet, last }: Pick<BoundList, 'sheet' | 'last'>, lists: readonly BoundList[]): boolean {
  return lists.some((other) => other.sheet === sheet && other.first <= last && other.last > last)
}

/** A form is read by people; whoever wants more takes an export. */
const mostListRows = 10_000

/** What cells are filled by, beside the register. */
type FormFacts = TextFacts & { countsInPercent: PercentHeadings }

async function editsOf(session: RegisterSession, request: FillRequest, { cells }: BoundTemplate, { blocks, growths }: FoundLists, facts: FormFacts): Promise<Result<Map<string, CellEdit[]>>> {
  const { period, asOf, leadRule, zones, population } = request
  const columns = await session.columns.current()
  await columns.directory()
  const figures = createFigureValues(columns, session.places.resolver, { period, asOf, leadRule, zones, population })
  const edits = new Map<string, CellEdit[]>()
  const rowOf = (sheet: string, row: number): number => shiftedRow(row, growths.filter((growth) => growth.sheet === sheet))
  const add = (sheet: string, edit: CellEdit): void => {
    const known = edits.get(sheet)
    if (known) known.push(edit)
    else edits.set(sheet, [edit])
  }
  for (const [done, cell] of cells.entries()) {
    if (await isGivenUp(request.watch, done, cells.length)) return fail('job_cancelled')
    const { sheet, column } = cell
    const row = rowOf(sheet, cell.row)
    const value = await valueOf(cell, figures, facts)
    if (!value.ok) return { ...value, at: { sheet, row: cell.row, column: columnLetters(column) } }
    add(sheet, { row, column, value: value.value })
  }
  for (const block of blocks) {
    const { sheet, first } = block.bound
    for (const edit of await listEdits(session, block, rowOf(sheet, first), request.today)) add(sheet, edit)
  }
  return succeed(edits)
}

/** Between two indicators others are let by, and cancelling is heard. */
async function isGivenUp(watch: JobWatch | undefined, done: number, total: number): Promise<boolean> {
  if (!watch || done % cellsBetweenTurns !== 0) return false
  watch.onProgress(done, total)
  await setImmediate()
  return watch.signal.aborted
}

const cellsBetweenTurns = 8

async function valueOf(cell: BoundCell, figures: FigureValues, facts: FormFacts): Promise<Result<CellEdit['value']>> {
  if ('text' in cell) return filledText(cell.text, facts)
  const counted = await figures.of(cell.figure, cell.region, facts.countsInPercent(cell))
  return counted.ok ? succeed(counted.value.value) : counted
}
