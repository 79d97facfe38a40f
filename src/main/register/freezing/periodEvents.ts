import { z } from 'zod'
import { periodEvent, type PeriodEvent } from '../../../shared/bridge/periods'
import type { InfoStore } from '../../store/registerStore'

/** Who reviewed, handed in and archived a period, and when: a log beside the records, only ever added to. */
export const periodEventsKey = 'period_events'

const kept = z.record(z.string(), z.array(periodEvent)).catch({})

export async function readPeriodEvents(info: Pick<InfoStore, 'get'>): Promise<Record<string, PeriodEvent[]>> {
  const json = await info.get(periodEventsKey)
  try {
    return kept.parse(JSON.parse(json ?? '{}'))
  } catch {
    return {}
  }
}

/** What to store so that the period has one event more. */
export async function withPeriodEvent(info: Pick<InfoStore, 'get'>, period: string, event: PeriodEvent): Promise<Record<string, string>> {
  const events = await readPeriodEvents(info)
  return { [periodEventsKey]: JSON.stringify({ ...events, [period]: [...(events[period] ?? []), event] }) }
}

/** The last word on the review: null where it was never made, or withdrawn. */
export function reviewOf(events: readonly PeriodEvent[]): PeriodEvent | null {
  const last = events.findLast(({ what }) => what === 'reviewed' || what === 'review_withdrawn')
  return last?.what === 'reviewed' ? last : null
}
