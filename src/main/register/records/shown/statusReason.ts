import { kindDefinitions, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { patentTerm } from '../../../../shared/domain/counting/patentTerm'
import { earliestDay } from '../../../../shared/domain/dates/dates'
import { markEndInWords } from '../../../../shared/domain/trademarks/statusWords'
import { termEndingOn, trademarkTerm } from '../../../../shared/domain/trademarks/trademark'
import type { RecordParty } from './recordDetails'

/** Why a computed value is what it is: the key of a text under `why.` and what fills it. */
export interface Reason {
  code: ReasonCode
  values: Record<string, string | number>
}

const reasonCodes = [
  'datesReversed', 'standardAbolished', 'standardUpcoming', 'standardInForce', 'standardNoDates', 'lead', 'part', 'noLocalUnit',
  'patentLapsed', 'patentTermOver', 'patentInForce', 'patentPending',
  'markNotRegistered', 'markCancelled', 'markCancelledUndated', 'markTerm', 'markTermEnd', 'unitMoved', 'unitEnded',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/** The reasons behind a record's computed fields on a day (YYYY-MM-DD), most important first. */
export function reasonsOf(kind: RecordKind, values: Values, parties: readonly RecordParty[], today: string): Reason[] {
  return [...reversedDates(kind, values), ...ownReasons(kind, values, parties, today)]
}

/** Days that follow each other in the life of a record; where one does not, a person has to look. */
const dateOrders: Partial<Record<RecordKind, readonly string[]>> = {
  standard: ['publishedOn', 'effectiveOn', 'abolishedOn'],
  patent: ['filedOn', 'grantedOn', 'lapsedOn'],
  trademark: ['appliedOn', 'registeredOn', 'cancelledOn'],
}

/** A month and a day of that month are in order: only what is certainly earlier is told. */
function reversedDates(kind: RecordKind, values: Values): Reason[] {
  const known = (dateOrders[kind] ?? []).flatMap((field) => {
    const day = dayOf(values[field])
    return day === null ? [] : [{ field, day }]
  })
  return known.slice(1).flatMap(({ field, day }, at): Reason[] => {
    const before = known[at]
    const length = Math.min(day.length, before?.day.length ?? 0)
    if (!before || day.slice(0, length) >= before.day.slice(0, length)) return []
    return [{ code: 'datesReversed', values: { later: labelOf(kind, field), laterDay: day, earlier: labelOf(kind, before.field), earlierDay: before.day } }]
  }).slice(0, 1)
}

function labelOf(kind: RecordKind, name: string): string {
  return kindDefinitions[kind].fields.find((field) => field.name === name)?.label ?? name
}

function ownReasons(kind: RecordKind, values: Values, parties: readonly RecordParty[], today: string): Reason[] {
  switch (kind) {
    case 'standard': return [standardReason(values, today), roleReason(parties)]
    case 'patent': return [patentReason(values, today)]
    case 'trademark': return [trademarkReason(values, today)]
    case 'unit': return unitReasons(values)
    default: return []
  }
}

/** domain.md 1.4. */
function standardReason(values: Values, today: string): Reason {
  const [published, effective, abolished] = [dayOf(values.publishedOn), dayOf(values.effectiveOn), dayOf(values.abolishedOn)]
  if (abolished !== null && earliestDay(abolished) <= today) return { code: 'standardAbolished', values: { day: abolished } }
  if (effective !== null && earliestDay(effective) > today) return { code: 'standardUpcoming', values: { day: effective } }
  const since = effective ?? published
  return since === null ? { code: 'standardNoDates', values: {} } : { code: 'standardInForce', values: { day: since } }
}

/** Under the rule of the first drafting unit (domain.md 1.5). */
function roleReason(parties: readonly RecordParty[]): Reason {
  const first = parties.find(({ isLocal }) => isLocal)
  if (!first) return { code: 'noLocalUnit', values: {} }
  return { code: first.position === 1 ? 'lead' : 'part', values: { position: first.position } }
}

/** domain.md 2.1 and 2.6. */
function patentReason(values: Values, today: string): Reason {
  const [filed, granted, lapsed] = [dayOf(values.filedOn), dayOf(values.grantedOn), dayOf(values.lapsedOn)]
  if (lapsed !== null && earliestDay(lapsed) <= today) return { code: 'patentLapsed', values: { day: lapsed } }
  if (granted === null || earliestDay(granted) > today) return { code: 'patentPending', values: {} }
  const type = values.type === 'design' || values.type === 'utility_model' ? values.type : 'invention'
  const over = filed === null ? null : patentTerm(type, earliestDay(filed)).terminatesOn
  if (over !== null && over <= today) return { code: 'patentTermOver', values: { day: over } }
  return { code: 'patentInForce', values: { granted, over: over ?? '—' } }
}

/** domain.md 3. */
function trademarkReason(values: Values, today: string): Reason {
  const [registered, ends, cancelled] = [dayOf(values.registeredOn) ?? dayOf(values.termStartOn), dayOf(values.termEndOn), dayOf(values.cancelledOn)]
  if (cancelled !== null && earliestDay(cancelled) <= today) return { code: 'markCancelled', values: { day: cancelled } }
  if (cancelled === null && typeof values.statedStatus === 'string' && markEndInWords(values.statedStatus) === 'cancelled') return { code: 'markCancelledUndated', values: { status: values.statedStatus } }
  if (registered === null) {
    if (ends === null) return { code: 'markNotRegistered', values: {} }
    const { termEndOn, graceUntilOn } = termEndingOn(earliestDay(ends))
    return { code: 'markTermEnd', values: { end: termEndOn, grace: graceUntilOn } }
  }
  const begins = [registered, dayOf(values.termStartOn) ?? ''].map((day) => (day === '' ? day : earliestDay(day))).toSorted().at(-1) ?? ''
  const term = ends === null ? trademarkTerm(begins) : termEndingOn(earliestDay(ends))
  return { code: 'markTerm', values: { registered, end: term.termEndOn, grace: term.graceUntilOn } }
}

function unitReasons(values: Values): Reason[] {
  const moved = dayOf(values.movedOn)
  const ended = dayOf(values.endedOn)
  return [
    ...(moved === null ? [] : [{ code: 'unitMoved' as const, values: { day: moved } }]),
    ...(ended === null ? [] : [{ code: 'unitEnded' as const, values: { day: ended } }]),
  ]
}

function dayOf(value: Values[string]): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
