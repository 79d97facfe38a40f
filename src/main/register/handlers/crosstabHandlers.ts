import type { HandlersOf, Input } from '../../../shared/bridge/contract'
import type { crosstabOperations } from '../../../shared/bridge/operations/crosstabOperations'
import { indicatorDefinition } from '../../../shared/domain/catalogue/indicators'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { inChinese } from '../../../shared/text/language'
import { t, textOf } from '../../../shared/text/t'
import { cellRecords } from '../crosstab/cellRecords'
import { countedRecords } from '../crosstab/countedRecords'
import { crosstab, type CrosstabRequest } from '../crosstab/crosstab'
import { exportCrosstab } from '../crosstab/exportCrosstab'
import { findIndicator } from '../indicators/ownIndicators'
import { officeOf } from '../opened/officeOf'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import type { CancellableJobs } from '../cancellableJobs'
import type { HandlerContext } from './handlerContext'

type Question = Input<'crosstab.table'>

/** More cells than a window shows with ease; a workbook takes them all. */
const mostShown = 200_000
/** Work that is over sooner is not worth a word in the status bar. */
const toldAfterMs = 1_000

export function createCrosstabHandlers({ register, today }: HandlerContext, jobs: CancellableJobs): HandlersOf<keyof typeof crosstabOperations> {
  async function asked(question: Question): Promise<Result<{ session: RegisterSession; request: CrosstabRequest }>> {
    const session = register.session()
    if (!session.ok) return session
    const among = await countedRecords(session.value, question.query.kind, question)
    return among.ok ? succeed({ session: session.value, request: { ...question, among: among.value } }) : among
  }
  async function tabulated(question: Question) {
    const ready = await asked(question)
    if (!ready.ok) return ready
    const { session, request } = ready.value
    const counted = await jobs.run(textOf(`kind.${question.query.kind}`), ({ signal, onProgress }) => crosstab(session.lists, request, today(), { signal, onProgress: lateProgress(onProgress) }), 'job.crosstab')
    return counted.ok ? succeed({ session, ...counted.value }) : counted
  }
  return {
    'crosstab.table': async (question) => {
      const counted = await tabulated(question)
      if (!counted.ok) return counted
      const { answer, sequence } = counted.value
      const cells = answer.tables.reduce((sum, { rows }) => sum + (rows.length + 1) * (answer.columns.length + 1), 0)
      return cells > mostShown ? fail('table_too_large', undefined, { cells, most: mostShown }) : succeed({ ...answer, sequence })
    },
    'crosstab.records': async ({ question, cell }) => {
      const ready = await asked(question)
      if (!ready.ok) return ready
      const { session, request } = ready.value
      const { sequence } = await session.columns.current()
      const found = await cellRecords(session.lists, request, cell, today(), sequence)
      if (!found.ok) return found
      const { list, query } = found.value
      return succeed({
        handle: register.results.keep(list), kind: list.kind, count: list.count,
        list: query === null ? null : { search: query.search, filters: query.filters.map(({ field, values, match }) => ({ field, values: [...values], ...(match === undefined ? {} : { match }) })) },
      })
    },
    'crosstab.export': async ({ question, share, file }) => {
      const counted = await tabulated(question)
      if (!counted.ok) return counted
      const { session, answer, read, sequence } = counted.value
      const { info } = session.store
      const office = await officeOf(session)
      const written = await exportCrosstab(answer, read, { path: file, creator: await operatorOf(info), at: Date.now(), office, sequence, share, countedBy: await countedByText(session, question.indicator) })
      return written.ok ? succeed({ file }) : written
    },
  }
}

/** Shares of work that takes longer than a moment, as percents. */
function lateProgress(tell: (done: number, total: number) => void): (share: number) => void {
  const beganAt = performance.now()
  return (share) => { if (performance.now() - beganAt > toldAfterMs) tell(Math.floor(share * 100), 100) }
}

async function countedByText({ columns }: RegisterSession, name: string | undefined): Promise<string | undefined> {
  const indicator = name === undefined ? null : await findIndicator(await columns.current(), name)
  return indicator?.ok ? inChinese(() => t('crosstab.countedBy', { name: indicatorDefinition(indicator.value).label })) : undefined
}
