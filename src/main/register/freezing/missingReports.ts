import { windowOf, previousYear, type Period } from '../../../shared/domain/dates/periods'
import { isInWindow, packDate } from '../columns/packedDate'
import type { RegisterColumns } from '../columns/registerColumns'

/** Districts from which standards are missing, and how many they reported for the year before. */
export interface MissingReports { hasReporters: boolean; missing: { district: string; before: number }[] }

/**
 * What is missing from whom: a district that reported standards of the same period one year earlier, and none of this one,
 * by the 报送区市 that its lists brought.
 */
export async function missingReports(columns: RegisterColumns, period: Period): Promise<MissingReports> {
  const column = await columns.stored('standard').values('reportedDistrict', 'plain')
  if ('starts' in column) throw new RangeError('a standard has one reporting district')
  const { publishedOn, count } = await columns.standards()
  const [now, before] = [windowIn(period), windowIn(previousYear(period))]
  const reported = new Map<string, { now: number; before: number }>()
  for (let row = 0; row < count; row++) {
    const code = column.values[column.ranks[row] ?? column.values.length]
    if (code === undefined) continue
    const known = reported.get(String(code)) ?? { now: 0, before: 0 }
    if (isInWindow(publishedOn[row] ?? 0, now)) known.now++
    if (isInWindow(publishedOn[row] ?? 0, before)) known.before++
    reported.set(String(code), known)
  }
  const missing = columns.city.districts.flatMap(({ code, name }) => {
    const found = reported.get(code)
    return found && found.now === 0 && found.before > 0 ? [{ district: name, before: found.before }] : []
  })
  return { hasReporters: reported.size > 0, missing }
}

function windowIn(period: Period) {
  const { from, to } = windowOf(period, 'calendar')
  return { from: packDate(from), to: packDate(to) }
}
