import type { HandlersOf } from '../../../shared/bridge/contract'
import type { RecordsBehind } from '../../../shared/bridge/counting'
import type { countingOperations } from '../../../shared/bridge/operations/countingOperations'
import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { standardsReportedBy } from '../freezing/districtReports'
import { outside } from '../columns/places'
import { findIndicator, findIndicators } from '../indicators/ownIndicators'
import { behindFigure, isBehindList, listOfIds, countsBesides, partsBehind, type BehindList } from '../rankTable/behindList'
import { countingChoices } from '../rankTable/countingChoices'
import { describeBehind } from '../rankTable/describeBehind'
import { divisorOfFigure, type NameSources } from '../rankTable/divisors'
import { exportSeries } from '../rankTable/exportSeries'
import { exportTable } from '../rankTable/exportTable'
import { indicatorSeries } from '../rankTable/indicatorSeries'
import { sourceFiles } from '../records/shown/sourceFiles'
import { rankTable } from '../rankTable/rankTable'
import { requestFor, type TableChoice } from '../rankTable/rankRequest'
import { periodTable } from '../rankTable/seriesColumns'
import { readPeriod } from '../ranking/countingOptions'
import { periodSeries } from '../ranking/periodSeries'
import type { SeriesAnswer } from '../ranking/seriesAnswer'
import type { RunLook } from '../doctor/lookJobs'
import { problemList } from '../doctor/problems'
import { problemSourcesOf } from '../doctor/problemSources'
import { lapseEffects, lapseRecords } from '../workbench/lapseEffects'
import { readWorkbench } from '../workbench/workbench'
import { dueRecords, recordsToMend } from '../workbench/worklists'
import { officeOf } from '../opened/officeOf'
import type { RegisterSession } from '../opened/session'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

export function createCountingHandlers({ register, today }: HandlerContext, look: RunLook): HandlersOf<keyof typeof countingOperations> {
  const keep = (list: BehindList, more: Pick<RecordsBehind, 'parts' | 'besides' | 'named' | 'divisor'> = { parts: [], besides: null, named: null, divisor: null }): RecordsBehind =>
    ({ handle: register.results.keep(list), kind: list.kind, count: list.count, sequence: list.sequence, ...more })
  return {
    'counting.indicators': () => inSession(register, async (session) => succeed(await countingChoices(await session.columns.current(), today()))),
    'counting.table': ({ indicators: names, choice }) => inSession(register, async (session) => {
      const columns = await session.columns.current()
      const indicators = await findIndicators(columns, names)
      return indicators.ok ? rankTable(columns, indicators.value, choice, filesOf(session)) : indicators
    }),
    'counting.records': (asked) => inSession(register, async (session) => {
      const columns = await session.columns.current()
      const indicator = await findIndicator(columns, asked.indicator)
      if (!indicator.ok) return indicator
      const request = { ...asked, indicator: indicator.value }
      const found = await behindFigure(columns, request)
      return found.ok ? succeed(keep(found.value, { parts: await partsBehind(columns, request), besides: await countsBesides(columns, request), named: namedBy(indicator.value), divisor: await divisorOfFigure(columns, request, filesOf(session)) })) : found
    }),
    'counting.page': ({ handle, from, to }) => inSession(register, async (session) => {
      const list = register.results.get(handle)
      return list && isBehindList(list) ? succeed({ rows: await describeBehind(session, list, from, to, today()) }) : fail('list_expired')
    }),
    'counting.series': ({ indicator: name, choice, years }) => inSession(register, async (session) => {
      const columns = await session.columns.current()
      const indicator = await findIndicator(columns, name)
      return indicator.ok ? indicatorSeries(columns, indicator.value, choice, years) : indicator
    }),
    'counting.periods': ({ indicator, choice }) => inSession(register, async (session) => {
      const counted = await countPeriods(session, indicator, choice)
      return counted.ok ? succeed(periodTable(counted.value.answer)) : counted
    }),
    'counting.exportPeriods': ({ indicator, choice, file }) => inSession(register, async (session) => {
      const counted = await countPeriods(session, indicator, choice)
      if (!counted.ok) return counted
      return exportSeries(counted.value.indicator, counted.value.answer, { file, office: await officeOf(session), today: today(), at: Date.parse(today()), sequence: counted.value.sequence })
    }),
    'counting.tiles': () => inSession(register, (session) => succeed({ tiles: [...session.places.city.tiles] })),
    'counting.export': ({ indicators: names, choice, file }) => inSession(register, async (session) => {
      const columns = await session.columns.current()
      const indicators = await findIndicators(columns, names)
      if (!indicators.ok) return indicators
      const table = await rankTable(columns, indicators.value, choice, filesOf(session))
      if (!table.ok) return table
      return exportTable(table.value, { file, office: await officeOf(session), today: today(), at: Date.parse(today()) })
    }),
    'counting.workbench': ({ period }) => inSession(register, (session) => readWorkbench(session, period, today())),
    'counting.lapses': (request) => inSession(register, async (session) => succeed(await lapseEffects(await session.columns.current(), request, today()))),
    'counting.worklist': (request) => inSession(register, async (session) => {
      const columns = await session.columns.current()
      if ('lapse' in request) {
        const found = await lapseRecords(columns, request, today())
        return found.ok ? succeed(keep(found.value)) : found
      }
      if ('problem' in request) return look(async (watch) => succeed(keep(await problemList(await problemSourcesOf(session, today()), request.problem, watch))))
      if ('reportedBy' in request) {
        const period = readPeriod(request.period)
        return period.ok ? succeed(keep(await listOfIds(columns, 'standard', await standardsReportedBy(columns, request.reportedBy, period.value), (place) => place !== outside))) : period
      }
      return succeed(keep('due' in request ? await dueRecords(columns, request.due, request.days, today()) : await recordsToMend(columns, session.source, request.attention)))
    }),
  }
}

interface CountedPeriods { indicator: Indicator; answer: SeriesAnswer; sequence: number }

async function countPeriods({ columns: owner }: RegisterSession, name: string, choice: TableChoice): Promise<Result<CountedPeriods>> {
  const columns = await owner.current()
  const indicator = await findIndicator(columns, name)
  if (!indicator.ok) return indicator
  const answer = await periodSeries(columns, indicator.value, requestFor(indicator.value, choice))
  return answer.ok ? succeed({ indicator: indicator.value, answer: answer.value, sequence: columns.sequence }) : answer
}

function namedBy(indicator: Indicator): RecordsBehind['named'] {
  const { label, unit } = indicatorDefinition(indicator)
  return { label, unit }
}

function filesOf({ store }: RegisterSession): NameSources {
  return (kind, keys) => sourceFiles(store, kind, keys)
}
