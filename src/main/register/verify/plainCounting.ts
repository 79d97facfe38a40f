import { addDays, addMonths, addYears, daysInMonth } from '../../../shared/domain/calendar'
import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { CountName } from '../../../shared/domain/catalogue/indicators'

/**
 * What one record counts, asked of the whole record with dates as texts: the same rules as the scans over typed arrays,
 * written a second time without them, so that the two can be held against each other.
 */
export interface PlainQuestion { from: string; to: string; asOf: string }

/** How much a record counts, and the day on which its place is asked; null where it does not count. */
export interface PlainCount { weight: number; day: string }

export interface PlainRule { kind: RecordKind; count(record: Values, question: PlainQuestion): PlainCount | null }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const lists = ['international', 'national', 'national_health', 'industry']

/** The indicators that are counted again; the others are quotients of these or words of few records. */
export const plainRules: Partial<Record<CountName, PlainRule>> = {
  standards: { kind: 'standard', count: (standard, asked) => (lists.includes(text(standard.kind)) ? event(standard.publishedOn, asked, 1) : null) },
  patents_applied: { kind: 'patent', count: (patent, asked) => event(patent.filedOn, asked, 1) },
  patents_granted: { kind: 'patent', count: (patent, asked) => event(patent.grantedOn, asked, 1) },
  inventions_valid: { kind: 'patent', count: (patent, { asOf }) => (isValidInvention(patent, asOf) ? { weight: 1, day: asOf } : null) },
  trademarks_applied: { kind: 'trademark', count: (mark, asked) => event(mark.appliedOn, asked, classesOf(mark)) },
  trademarks_registered: { kind: 'trademark', count: (mark, asked) => event(mark.registeredOn, asked, classesOf(mark)) },
  trademarks_valid: { kind: 'trademark', count: (mark, { asOf }) => (isValidMark(mark, asOf) ? { weight: classesOf(mark), day: asOf } : null) },
  pct: { kind: 'pct', count: (application, asked) => event(application.receivedOn, asked, 1) },
}

/** All that a date can mean must lie in the period. */
function event(date: unknown, { from, to }: PlainQuestion, weight: number): PlainCount | null {
  const day = text(date)
  return day !== '' && firstDay(day) >= from && lastDay(day) <= to ? { weight, day: firstDay(day) } : null
}

function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}` : date
}

function isValidInvention(patent: Values, day: string): boolean {
  const [granted, lapsed, filed] = [text(patent.grantedOn), text(patent.lapsedOn), text(patent.filedOn)]
  if (patent.type !== 'invention' || granted === '' || lastDay(granted) > day) return false
  if (lapsed === '' ? patent.statedStatus === 'invalid' : firstDay(lapsed) <= day) return false
  return filed === '' || addYears(firstDay(filed), 20) > day
}

function isValidMark(mark: Values, day: string): boolean {
  const since = text(mark.registeredOn) || text(mark.termStartOn)
  const stated = text(mark.termEndOn)
  const cancelled = text(mark.cancelledOn)
  if (since === '' || lastDay(since) > day || (cancelled !== '' && firstDay(cancelled) <= day)) return false
  const end = stated === '' ? addDays(addMonths(firstDay(since), 120), -1) : lastDay(stated)
  return day <= end
}

function classesOf(mark: Values): number {
  return Math.max(1, Array.isArray(mark.classes) ? mark.classes.length : 0)
}
