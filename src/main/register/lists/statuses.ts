import { termEndingOn, type TrademarkState } from '../../../shared/domain/trademarks/trademark'
import type { StandardState } from '../../../shared/domain/counting/standardState'
import { hasHappenedBy, noDate, packDate, plusYears, unpackDate } from '../columns/packedDate'
import { criterionBits, patentTypes } from '../columns/patentColumns'

/** Statuses on a day (packed, like all dates here), for a column and for a single record alike. */

/** domain.md 1.4. */
export function standardStatusOn(publishedOn: number, effectiveOn: number, abolishedOn: number, day: number): StandardState {
  if (hasHappenedBy(abolishedOn, day)) return 'abolished'
  if (effectiveOn !== noDate && effectiveOn > day && (publishedOn === noDate || publishedOn <= day)) return 'upcoming'
  return 'in_force'
}

export type PatentStatus = 'valid' | 'invalid' | 'pending'

/** `endsOn` is the first day no longer in force (patentColumns.ts). */
export function patentStatusOn(grantedOn: number, endsOn: number, day: number): PatentStatus {
  if (day >= endsOn) return 'invalid'
  return hasHappenedBy(grantedOn, day) ? 'valid' : 'pending'
}

/**
 * Criteria of domain.md 2.7 that hold on a day. ten_years counts from filing, strictly more than ten years, and only of
 * inventions: what a source states of another patent is shown, but nothing is computed for it.
 */
export function criteriaOnDay({ type, bits, filedOn }: { type: number; bits: number; filedOn: number }, day: number): string[] {
  const isOld = type === patentTypes.invention && filedOn !== noDate && day > plusYears(filedOn, 10)
  return [
    ...(bits & criterionBits.strategic ? ['strategic'] : []), ...(bits & criterionBits.overseas_family ? ['overseas_family'] : []),
    ...(isOld ? ['ten_years'] : []), ...(bits & criterionBits.pledge ? ['pledge'] : []), ...(bits & criterionBits.award ? ['award'] : []),
  ]
}

export interface PackedTerm {
  registeredOn: number
  /** First day after the term, and after the grace. */
  termOverOn: number
  graceOverOn: number
  cancelledOn: number
}

/** domain.md 3; the same as `trademarkStateOn` over texts. */
export function trademarkStatusOn({ registeredOn, termOverOn, graceOverOn, cancelledOn }: PackedTerm, day: number): TrademarkState {
  if (day >= cancelledOn) return 'cancelled'
  if (registeredOn === noDate || day < registeredOn) return 'not_registered'
  if (day >= graceOverOn) return 'expired'
  if (day >= termOverOn) return 'grace'
  return day >= renewalFrom(termOverOn) ? 'renewal_window' : 'in_term'
}

const renewals = new Map<number, number>()

/** First day of the renewal window; some thousand days occur, so each is computed once. */
function renewalFrom(termOverOn: number): number {
  let day = renewals.get(termOverOn)
  if (day === undefined) {
    day = packDate(termEndingOn(unpackDate(dayBefore(termOverOn)) ?? '').renewalFromOn)
    renewals.set(termOverOn, day)
  }
  return day
}

function dayBefore(packed: number): number {
  if (packed % 100 > 1) return packed - 1
  const date = new Date(Date.UTC(Math.floor(packed / 10_000), Math.floor(packed / 100) % 100 - 1, packed % 100 - 1))
  return packDate(date.toISOString())
}
