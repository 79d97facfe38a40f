import { addDays, addMonths, addYears, daysInMonth } from '../../../shared/domain/dates/calendar'
import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import type { CountName } from '../../../shared/domain/catalogue/indicators'
import { tagsField } from '../../../shared/domain/tags'
import { markEndInWords } from '../../../shared/domain/trademarks/statusWords'
import { highValueCriteria, isMaintainedTenYears, type HighValueCriterion } from '../../../shared/domain/counting/highValue'

/**
 * What one record counts, asked of the whole record with dates as texts: the same rules as the scans over typed arrays,
 * written a second time without them, so that the two can be held against each other.
 */
export interface PlainQuestion { from: string; to: string; asOf: string }

/** How much a record counts, and the day on which its place is asked; null where it does not count. */
export interface PlainCount { weight: number; day: string }

export interface PlainRule {
  kind: RecordKind
  count(record: Values, question: PlainQuestion): PlainCount | null
  /** Records of one award count once, the earliest of them; the winner is told apart by whoever knows the units. */
  isOncePerAward?: true
}

/**
 * What the rules, their filters and the places ask of a record. A field that one of them reads and that is missing here is
 * empty for all records: the recount then differs, loudly.
 */
export const plainFields: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  standard: ['kind', 'publishedOn', 'newOrRevised', 'replaces', 'drafting', tagsField],
  patent: ['type', 'filedOn', 'grantedOn', 'lapsedOn', 'statedStatus', 'strategic', 'overseasFamily', 'pledge', 'award', 'ownerType', 'ownerUscc', 'ownerPlace', 'parties', tagsField],
  trademark: ['classes', 'appliedOn', 'registeredOn', 'termStartOn', 'termEndOn', 'cancelledOn', 'statedStatus', 'owner', 'ownerUscc', 'ownerPlace', tagsField],
  pct: ['receivedOn', 'applicants', 'ownerUscc', 'ownerPlace', tagsField],
  honour: ['honour', 'level', 'session', 'status', 'publishedOn', 'objectNumber', 'recipient', 'uscc', 'district', tagsField],
  pilot: ['pilotType', 'status', 'year', 'name', 'uscc', 'district', tagsField],
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const plainRules: Readonly<Record<CountName, PlainRule>> = {
  standards: { kind: 'standard', count: (standard, asked) => event(standard.publishedOn, asked, 1) },
  patents_applied: { kind: 'patent', count: (patent, asked) => event(patent.filedOn, asked, 1) },
  patents_granted: { kind: 'patent', count: (patent, asked) => event(patent.grantedOn, asked, 1) },
  patents_valid: { kind: 'patent', count: (patent, { asOf }) => stock(isValidPatent(patent, asOf), asOf, 1) },
  inventions_valid: { kind: 'patent', count: (patent, { asOf }) => stock(isValidInvention(patent, asOf), asOf, 1) },
  high_value: { kind: 'patent', count: (patent, { asOf }) => stock(isValidInvention(patent, asOf) && criteriaOf(patent, asOf).length > 0, asOf, 1) },
  trademarks_applied: { kind: 'trademark', count: (mark, asked) => event(mark.appliedOn, asked, classesOf(mark)) },
  trademarks_registered: { kind: 'trademark', count: (mark, asked) => event(mark.registeredOn, asked, classesOf(mark)) },
  trademarks_valid: { kind: 'trademark', count: (mark, { asOf }) => stock(markState(mark, asOf) === 'valid', asOf, classesOf(mark)) },
  trademarks_grace: { kind: 'trademark', count: (mark, { asOf }) => stock(markState(mark, asOf) === 'grace', asOf, classesOf(mark)) },
  pct: { kind: 'pct', count: (application, asked) => event(application.receivedOn, asked, 1) },
  honours: { kind: 'honour', isOncePerAward: true, count: (honour, asked) => (honour.status === '授予' ? event(honour.publishedOn, asked, 1) : null) },
  pilots: { kind: 'pilot', count: (pilot, asked) => event(typeof pilot.year === 'number' ? String(pilot.year) : '', asked, 1) },
}

/** All that a date can mean must lie in the period. */
function event(date: unknown, { from, to }: PlainQuestion, weight: number): PlainCount | null {
  const day = text(date)
  return day !== '' && firstDay(day) >= from && lastDay(day) <= to ? { weight, day: firstDay(day) } : null
}

function stock(isCounted: boolean, day: string, weight: number): PlainCount | null {
  return isCounted ? { weight, day } : null
}

function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? `${date}-${daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)))}` : date
}

function isValidInvention(patent: Values, day: string): boolean {
  return patent.type === 'invention' && isValidPatent(patent, day)
}

/** 20, 10 or 15 years from filing; designs filed before 2021-06-01 keep 10 (domain.md 2.1). */
function isValidPatent(patent: Values, day: string): boolean {
  const [granted, lapsed, filed, type] = [text(patent.grantedOn), text(patent.lapsedOn), text(patent.filedOn), text(patent.type)]
  if (granted === '' || lastDay(granted) > day) return false
  if (lapsed === '' ? patent.statedStatus === 'invalid' : firstDay(lapsed) <= day) return false
  if (filed === '' || type === '') return true
  const years = type === 'invention' ? 20 : type === 'design' && firstDay(filed) >= '2021-06-01' ? 15 : 10
  return addYears(firstDay(filed), years) > day
}

const criterionFields = { strategic: 'strategic', overseas_family: 'overseasFamily', pledge: 'pledge', award: 'award' } as const

/** The criteria that a patent meets on a day: those that were recorded, and its age (domain.md 2.7). */
export function criteriaOf(patent: Values, day: string): HighValueCriterion[] {
  const filed = text(patent.filedOn)
  return highValueCriteria.filter((criterion) =>
    criterion === 'ten_years' ? filed !== '' && isMaintainedTenYears(firstDay(filed), day) : patent[criterionFields[criterion]] === 1)
}

/** In term, in the six months after it, or neither (domain.md 3). */
function markState(mark: Values, day: string): 'valid' | 'grace' | null {
  const stated = text(mark.termEndOn)
  const since = text(mark.registeredOn) || text(mark.termStartOn) || (stated === '' ? '' : addDays(addYears(lastDay(stated), -10), 1))
  const cancelled = text(mark.cancelledOn)
  if (cancelled === '' && markEndInWords(text(mark.statedStatus)) === 'cancelled') return null
  if (since === '' || lastDay(since) > day || (cancelled !== '' && firstDay(cancelled) <= day)) return null
  // A term that began after the registration is that of a renewal.
  const began = [since, text(mark.termStartOn)].filter((date) => date !== '').map(firstDay).toSorted().at(-1) ?? ''
  const end = stated === '' ? addDays(addMonths(began, 120), -1) : lastDay(stated)
  if (day <= end) return 'valid'
  return day <= addMonths(end, 6) ? 'grace' : null
}

function classesOf(mark: Values): number {
  return Math.max(1, Array.isArray(mark.classes) ? mark.classes.length : 0)
}
