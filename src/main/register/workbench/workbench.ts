import { attentionKinds, dueKinds, type Workbench } from '../../../shared/bridge/workbench'
import { addDays } from '../../../shared/domain/dates/calendar'
import { keyOf } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, listKinds, listNameOf } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import type { StoredBatch } from '../../store/registerStore'
import { keptRows, waitingBatches } from '../import/keptCounts'
import { readOptions, readPeriod } from '../ranking/countingOptions'
import { evaluate } from '../ranking/figures'
import { periodTitle } from '../reports/periodTexts'
import type { RegisterSession } from '../opened/session'
import { holdsSamples } from './holdsSamples'
import { workbenchFigures } from './leaderFigures'
import { dueRecords, dueSteps, recordsToMend } from './worklists'

const shownImports = 5
const shownQuestions = 12
const shownNotes = 20

/**
 * The first page: the leader's figures of a period, the last imports, what waits for an answer, and what falls due.
 *
 * @returns usage failures of the period
 */
export async function readWorkbench(session: RegisterSession, period: string, today: string): Promise<Result<Workbench>> {
  const read = readPeriod(period)
  if (!read.ok) return read
  const columns = await session.columns.current()
  const batches = await session.store.batches.list()
  const waiting = waitingBatches(batches).map(({ batch, rows }) => ({ ...fileOf(batch), rows }))
  return succeed({
    period: read.value.name, periodText: periodTitle(read.value), today,
    counts: await countsOf(session),
    population: await seriesOf(session, period),
    figures: await workbenchFigures(columns, period),
    imports: batches.slice(0, shownImports).map((batch) => ({ ...fileOf(batch), state: batch.state, rows: rowsOf(batch) })),
    importCount: batches.length,
    questions: waiting.slice(0, shownQuestions),
    questionCount: waiting.reduce((sum, { rows }) => sum + rows, 0),
    due: await dueOf(session, today),
    notes: await notesOf(session),
    attention: await attentionOf(session),
    hasSamples: await holdsSamples(batches),
  })
}

function fileOf({ id, fileName, at }: StoredBatch) {
  return { batch: id, file: fileName, at }
}

function rowsOf(batch: StoredBatch): Workbench['imports'][number]['rows'] {
  const { new: added, changed, same, review, rejected } = keptRows(batch)
  return { new: added, changed, same, review, rejected }
}

async function countsOf({ store }: RegisterSession): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const kind of listKinds) counts[kind] = await store.records.count(listDefinitions[kind].record)
  return counts
}

async function seriesOf(session: RegisterSession, period: string): Promise<string | null> {
  const options = readOptions('high_value_per_10k', { period })
  const figures = options.ok ? await evaluate(await session.columns.current(), 'high_value_per_10k', options.value) : options
  return figures.ok ? figures.value.series : null
}

async function dueOf(session: RegisterSession, today: string): Promise<Workbench['due']> {
  const columns = await session.columns.current()
  const due: Workbench['due'] = []
  for (const kind of dueKinds) {
    const within: Workbench['due'][number]['within'] = []
    for (const days of dueSteps) within.push({ days, until: addDays(today, days), count: (await dueRecords(columns, kind, days, today)).count })
    due.push({ kind, within })
  }
  return due
}

async function attentionOf(session: RegisterSession): Promise<Workbench['attention']> {
  const columns = await session.columns.current()
  const found: Workbench['attention'] = []
  for (const kind of attentionKinds) found.push({ kind, count: (await recordsToMend(columns, session.source, kind)).count })
  return found
}

async function notesOf({ notes, store }: RegisterSession): Promise<Workbench['notes']> {
  const found: Workbench['notes'] = []
  for (const { kind, id, text, followUpOn } of await notes.list(shownNotes)) {
    const [record] = await store.records.byIds(kind, [id])
    if (record) found.push({ kind: listNameOf[kind], id, key: keyOf(record), text, followUpOn })
  }
  return found
}
