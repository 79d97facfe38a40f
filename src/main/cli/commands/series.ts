import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { createCounting } from '../../register/counting'
import { officeOf } from '../../register/opened/officeOf'
import type { RegisterSession } from '../../register/opened/session'
import { exportSeries } from '../../register/rankTable/exportSeries'
import { columnsOf, valueOf } from '../../register/rankTable/seriesColumns'
import { noDataText } from '../../register/ranking/noDataText'
import type { SeriesAnswer } from '../../register/ranking/seriesAnswer'
import { defineCommand, type Call } from '../command'
import { countingOptions, requestOf } from '../countingOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

const options = { ...countingOptions, filter: { type: 'list' }, out: { type: 'text' } } as const

/** What people see needs the indicator's label, which is no part of the answer. */
const countedBy = new WeakMap<SeriesAnswer, Indicator>()

export const series = defineCommand({
  name: 'series',
  arguments: [{ name: 'indicator' }],
  options,
  run: (call) => withSession(call, (session) => count(session, call)),
  print(answer, call) {
    if (call.options.out !== undefined) return t('series.written', { file: call.options.out })
    const columns = columnsOf(answer)
    const indicator = countedBy.get(answer)
    const label = indicator ? indicatorDefinition(indicator).label : answer.indicator
    const header = [t('rank.region'), ...columns.map(({ name }) => name)]
    const rows = [...answer.rows, answer.total].map((row) => [row.name, ...columns.map(({ part }) => valueOf(part, row))])
    const days = columns.flatMap(({ name, days }) => (days === null ? [] : [t('series.counted', { name, days })]))
    return [t('series.heading', { label, unit: answer.unit, period: answer.period }), textTable(header, rows), ...(indicator ? noDataText(indicator, answer) : []), ...days].join('\n')
  },
})

async function count(session: RegisterSession, call: Call<typeof options>): Promise<Result<SeriesAnswer>> {
  const counting = await createCounting(session.store)
  const indicator = await counting.find(call.arguments[0] ?? '')
  if (!indicator.ok) return indicator
  const answer = await counting.series(indicator.value, requestOf(call.options))
  if (!answer.ok) return answer
  countedBy.set(answer.value, indicator.value)
  if (call.options.out === undefined) return answer
  const office = await officeOf(session)
  const { sequence } = await counting.columns()
  const written = await exportSeries(indicator.value, answer.value, { file: call.options.out, office, today: call.global.today, at: call.global.now(), sequence })
  return written.ok ? succeed(answer.value) : written
}
