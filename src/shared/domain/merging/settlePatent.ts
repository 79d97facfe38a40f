import type { Values } from '../catalogue/fields'
import type { Statement } from './statement'

/**
 * Status and lapse of a patent (domain.md 2.6): of several words on validity the one about the latest day wins, a word
 * without a day counts by import order. 权利恢复: a word "in force" about a day on or after a stated lapse ends that lapse.
 */
export function settlePatent(values: Values, statements: readonly Statement[]): void {
  if (!values.parties) {
    const first = statements.map((statement) => statement.values._firstParty).find((name) => typeof name === 'string')
    if (typeof first === 'string') values.parties = [first]
  }
  let status: string | null = null
  let statusDay = ''
  let lapse: string | null = null
  for (const statement of statements) {
    const { statedStatus, lapsedOn, _asOf } = statement.values
    const day = typeof _asOf === 'string' ? _asOf : ''
    if (typeof lapsedOn === 'string') lapse = lapsedOn
    if (typeof statedStatus !== 'string') continue
    if (day !== '' && statusDay !== '' && day < statusDay) continue
    if (statedStatus === 'valid' && typeof lapsedOn !== 'string') {
      if (lapse !== null && day !== '' && day >= lapse) lapse = null
      else if (lapse !== null) continue
    }
    status = statedStatus
    if (day !== '') statusDay = day
  }
  if (status !== null) values.statedStatus = status
  if (lapse !== null) values.lapsedOn = lapse
}
