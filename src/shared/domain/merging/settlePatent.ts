import type { Values } from '../catalogue/fields'
import type { Effect, Settling } from './settling'
import type { Statement } from './statement'

/**
 * Status and lapse of a patent (domain.md 2.6): of several words on validity the one about the latest day wins, a word
 * without a day counts by import order. 权利恢复: a word "in force" about a day on or after a stated lapse ends that lapse.
 */
export class PatentSettling implements Settling {
  private firstParty: string | null = null
  private status: string | null = null
  private statusDay = ''
  private lapse: string | null = null

  take(statement: Statement): Effect {
    this.note(statement)
    return 'none'
  }

  private note(statement: Statement): void {
    const { _firstParty, statedStatus, lapsedOn, _asOf } = statement.values
    if (typeof _firstParty === 'string') this.firstParty ??= _firstParty
    const day = typeof _asOf === 'string' ? _asOf : ''
    if (typeof lapsedOn === 'string') this.lapse = lapsedOn
    if (typeof statedStatus !== 'string') return
    if (day !== '' && this.statusDay !== '' && day < this.statusDay) return
    if (statedStatus === 'valid' && typeof lapsedOn !== 'string') {
      if (this.lapse !== null && day !== '' && day >= this.lapse) this.lapse = null
      else if (this.lapse !== null) return
    }
    this.status = statedStatus
    if (day !== '') this.statusDay = day
  }

  settle(values: Values): void {
    if (!values.parties && this.firstParty !== null) values.parties = [this.firstParty]
    if (this.status !== null) values.statedStatus = this.status
    if (this.lapse !== null) values.lapsedOn = this.lapse
  }
}
