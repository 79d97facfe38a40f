import type { FormName } from '../../shared/domain/catalogue/forms'
import type { Indicator } from '../../shared/domain/catalogue/indicators'
import type { Result } from '../../shared/domain/result'
import type { NewReport, RegisterStore } from '../store/registerStore'
import { readPlaces } from './city/registerPlaces'
import { createColumnsOwner, type ColumnsOwner } from './columns/columnsOwner'
import type { RegisterColumns } from './columns/registerColumns'
import { findIndicator } from './indicators/ownIndicators'
import { compareHighValue, type HighValueComparison } from './ranking/compareHighValue'
import type { RankRequest } from './ranking/countingOptions'
import type { RankAnswer } from './ranking/rankAnswer'
import { periodSeries } from './ranking/periodSeries'
import { rankIndicator } from './ranking/rankIndicator'
import { recordsBehind, type RecordsAnswer, type RecordsRequest } from './ranking/recordsBehind'
import type { SeriesAnswer } from './ranking/seriesAnswer'
import { produceReport, type ReportAnswer, type ReportRequest } from './reports/produceReport'
import { statedOffice } from './opened/officeOf'

/** Everything that counts in an open register; its arrays are built when first needed and follow the register. */
export interface Counting {
  /** The indicator of a name, the office's own among them (indicators/ownIndicators.ts). */
  find(name: string): Promise<Result<Indicator>>
  rank(indicator: Indicator, request: RankRequest): Promise<Result<RankAnswer>>
  series(indicator: Indicator, request: RankRequest): Promise<Result<SeriesAnswer>>
  records(indicator: Indicator, request: RecordsRequest): Promise<Result<RecordsAnswer>>
  compareHighValue(asOf: string): Promise<Result<HighValueComparison>>
  /** Writes the form; the caller records `record` with its writing store (`reports.add`). */
  report(form: FormName, request: ReportRequest, by: { operator: string; now: number }): Promise<Result<{ answer: ReportAnswer; record: NewReport }>>
  columns(): Promise<RegisterColumns>
}

/** Counts on a store opened for reading or writing; `columns` are those of a session that has them already. */
export async function createCounting(store: RegisterStore, columns?: ColumnsOwner): Promise<Counting> {
  const { city, resolver } = await readPlaces(store.info)
  const owner = columns ?? createColumnsOwner(store.columns, city)
  return {
    find: async (name) => findIndicator(await owner.current(), name),
    rank: async (indicator, request) => rankIndicator(await owner.current(), indicator, request),
    series: async (indicator, request) => periodSeries(await owner.current(), indicator, request),
    records: async (indicator, request) => recordsBehind(await owner.current(), store.records, resolver, indicator, request),
    compareHighValue: async (asOf) => compareHighValue(await owner.current(), store.records, asOf),
    report: async (form, request, { operator, now }) =>
      produceReport({ columns: await owner.current(), records: store.records, districts: resolver, office: await statedOffice(store.info), operator, now }, form, request),
    columns: () => owner.current(),
  }
}
