import type { DistrictReport } from '../../../shared/bridge/periods'
import { addDays, dayNumberOf } from '../../../shared/domain/dates/calendar'
import { parsePeriod, previousYear, windowOf, type DayWindow, type Period } from '../../../shared/domain/dates/periods'
import type { RegisterStore, StoredBatch, StoredSource } from '../../store/registerStore'
import { isInWindow, packDate } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'
import { noRows } from '../import/answer'
import { keptRowsOfTable } from '../import/keptCounts'
import { periodOf } from '../import/figures/titlePeriod'
import { readTitleFacts } from '../import/table/titleFacts'
import { localDate } from '../localDate'

export interface ReportSources {
  columns: RegisterColumns
  store: { batches: Pick<RegisterStore['batches'], 'list'>; evidence: Pick<RegisterStore['evidence'], 'sources'> }
}

/** How the districts stand with their standards of a period; `hasReporters`: any list ever told who reported. */
export interface DistrictReports { hasReporters: boolean; districts: DistrictReport[] }

/** A table of standards that a district sent. */
interface SentList { batch: StoredBatch; refused: number; waiting: number }

/**
 * Who has sent its standards of a period, and what of it went back: every district of the city in the order of its code, by
 * the 报送区市 that lists brought. A list belongs to the period that its title or file names; one that names none to the
 * period in which it came, or the one just before.
 */
export async function districtReports({ columns, store }: ReportSources, period: Period): Promise<DistrictReports> {
  const reported = await reportedStandards(columns)
  const lists = await sentLists(store, windowOf(period, 'calendar'))
  const [now, before] = [reported.within(period), reported.within(previousYear(period))]
  return {
    hasReporters: reported.isTold,
    districts: columns.city.districts.map(({ code, name }) => {
      const records = now.get(code)?.length ?? 0
      const sent = lists.get(code) ?? []
      const [refused, waiting] = [sum(sent, ({ refused: rows }) => rows), sum(sent, ({ waiting: rows }) => rows)]
      const newest = sent.at(-1)?.batch
      return {
        code, district: name, records, before: before.get(code)?.length ?? 0, refused, waiting, lists: sent.length,
        newest: newest ? { batch: newest.id, file: newest.fileName, at: newest.at } : null,
        state: refused > 0 ? 'returned' : waiting > 0 ? 'waiting' : records > 0 || sent.length > 0 ? 'received' : 'missing',
      }
    }),
  }
}

/** Ids of the standards of a period that a district reported, ascending. */
export async function standardsReportedBy(columns: RegisterColumns, district: string, period: Period): Promise<Int32Array> {
  return Int32Array.from((await reportedStandards(columns)).within(period).get(district) ?? [])
}

interface ReportedStandards {
  isTold: boolean
  /** Ids by the code of the district that reported them. */
  within(period: Period): ReadonlyMap<string, readonly number[]>
}

async function reportedStandards(columns: RegisterColumns): Promise<ReportedStandards> {
  const column = await columns.stored('standard').values('reportedDistrict', 'plain')
  if ('starts' in column) throw new RangeError('a standard has one reporting district')
  const { ids, publishedOn, count } = await columns.standards()
  return {
    isTold: column.values.length > 0,
    within(period) {
      const { from, to } = windowOf(period, 'calendar')
      const days = { from: packDate(from), to: packDate(to) }
      const found = new Map<string, number[]>()
      for (let row = 0; row < count; row++) {
        const code = column.values[column.ranks[row] ?? column.values.length]
        if (code === undefined || code === '' || !isInWindow(publishedOn[row] ?? 0, days)) continue
        const known = found.get(String(code))
        if (known) known.push(ids[row] ?? 0)
        else found.set(String(code), [ids[row] ?? 0])
      }
      return found
    },
  }
}

/** Tables of standards of the period by the district that sent them, oldest first. */
async function sentLists(store: ReportSources['store'], days: DayWindow): Promise<Map<string, SentList[]>> {
  const batches = (await store.batches.list()).filter(({ state }) => state === 'active')
  const byId = new Map(batches.map((batch) => [batch.id, batch]))
  // What a correction brought back stands with the correction: there its rows are judged anew.
  const corrected = new Set(batches.map(({ summary }) => summary['corrects']))
  const lists = new Map<string, SentList[]>()
  for (const source of [...(await store.evidence.sources()).values()].toSorted((a, b) => a.batch - b.batch)) {
    const batch = byId.get(source.batch)
    const code = source.context['reporterDistrict']
    if (batch === undefined || source.kind !== 'standard' || typeof code !== 'string' || !isOf(days, source, batch)) continue
    const { rejected: refused, review: waiting } = corrected.has(batch.id) ? noRows() : keptRowsOfTable(batch, source.position)
    lists.set(code, [...(lists.get(code) ?? []), { batch, refused, waiting }])
  }
  return lists
}

function isOf(days: DayWindow, { sheet, context }: StoredSource, { fileName, at }: StoredBatch): boolean {
  const title = typeof context['title'] === 'string' ? context['title'] : ''
  const facts = readTitleFacts([{ row: 1, cells: [title] }], sheet, fileName)
  const named = facts.year === null ? null : parsePeriod(periodOf({ title: facts }, String(facts.year)))
  if (named?.ok) {
    const own = windowOf(named.value, 'calendar')
    return own.from <= days.to && days.from <= own.to
  }
  const length = dayNumberOf(days.to) - dayNumberOf(days.from) + 1
  const came = localDate(at)
  return came >= days.from && came <= addDays(days.to, length)
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0)
}
