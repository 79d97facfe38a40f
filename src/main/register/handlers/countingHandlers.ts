import type { HandlersOf } from '../../../shared/bridge/contract'
import type { RecordsBehind } from '../../../shared/bridge/counting'
import type { countingOperations } from '../../../shared/bridge/operations/countingOperations'
import { fail, succeed } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { behindFigure, isBehindList, countsBesides, partsBehind, type BehindList } from '../rankTable/behindList'
import { countingChoices } from '../rankTable/countingChoices'
import { describeBehind } from '../rankTable/describeBehind'
import { exportTable } from '../rankTable/exportTable'
import { indicatorSeries } from '../rankTable/indicatorSeries'
import { rankTable } from '../rankTable/rankTable'
import { problemList } from '../doctor/problems'
import { lapseEffects, lapseRecords } from '../workbench/lapseEffects'
import { readWorkbench } from '../workbench/workbench'
import { dueRecords, recordsToMend } from '../workbench/worklists'
import type { HandlerContext } from './handlerContext'

export function createCountingHandlers({ register, today }: HandlerContext): HandlersOf<keyof typeof countingOperations> {
  const keep = (list: BehindList, more: Pick<RecordsBehind, 'parts' | 'besides'> = { parts: [], besides: null }): RecordsBehind =>
    ({ handle: register.results.keep(list), kind: list.kind, count: list.count, sequence: list.sequence, ...more })
  return {
    'counting.indicators': async () => {
      const session = register.session()
      return session.ok ? succeed(await countingChoices(await session.value.columns.current(), today())) : session
    },
    'counting.table': async ({ indicators, choice }) => {
      const session = register.session()
      return session.ok ? rankTable(await session.value.columns.current(), indicators, choice) : session
    },
    'counting.records': async (request) => {
      const session = register.session()
      if (!session.ok) return session
      const columns = await session.value.columns.current()
      const found = await behindFigure(columns, request)
      return found.ok ? succeed(keep(found.value, { parts: await partsBehind(columns, request), besides: await countsBesides(columns, request) })) : found
    },
    'counting.page': async ({ handle, from, to }) => {
      const session = register.session()
      if (!session.ok) return session
      const list = register.results.get(handle)
      return list && isBehindList(list) ? succeed({ rows: await describeBehind(session.value, list, from, to, today()) }) : fail('list_expired')
    },
    'counting.series': async ({ indicator, choice, years }) => {
      const session = register.session()
      return session.ok ? indicatorSeries(await session.value.columns.current(), indicator, choice, years) : session
    },
    'counting.export': async ({ indicators, choice, file }) => {
      const session = register.session()
      if (!session.ok) return session
      const columns = await session.value.columns.current()
      const table = await rankTable(columns, indicators, choice)
      if (!table.ok) return table
      const office = (await session.value.store.info.get('office_name')) || t('report.office', { city: columns.city.name })
      return exportTable(table.value, { file, office, today: today(), at: Date.parse(today()) })
    },
    'counting.workbench': async ({ period }) => {
      const session = register.session()
      return session.ok ? readWorkbench(session.value, period, today()) : session
    },
    'counting.lapses': async ({ days }) => {
      const session = register.session()
      return session.ok ? succeed(await lapseEffects(await session.value.columns.current(), days, today())) : session
    },
    'counting.worklist': async (request) => {
      const session = register.session()
      if (!session.ok) return session
      const columns = await session.value.columns.current()
      if ('lapse' in request) {
        const found = await lapseRecords(columns, request, today())
        return found.ok ? succeed(keep(found.value)) : found
      }
      if ('problem' in request) return succeed(keep(await problemList({ columns, source: session.value.source, today: today() }, request.problem)))
      return succeed(keep('due' in request ? await dueRecords(columns, request.due, request.days, today()) : await recordsToMend(columns, session.value.source, request.attention)))
    },
  }
}
