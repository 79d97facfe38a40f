import type { Values } from '../catalogue/fields'
import type { Effect, Settling } from './settling'
import type { Statement } from './statement'

/**
 * Status and lapse of a patent (domain.md 2.6): of several words on validity the one about the latest day wins, in one file
 * the one of the latest event; a word without a day counts by import order. 权利恢复: a word "in force" about a day on or after a
 * stated lapse ends that lapse. In one file a row of the application (公开, 实质审查) takes nothing from what another row says of the patent itself.
 */
export class PatentSettling implements Settling {
  private firstParty: string | null = null
  private status: string | null = null
  /** The day of which the standing word speaks, that of its event, and whose it is. */
  private day = ''
  private on = ''
  private source: number | null = null
  private lapse: string | null = null

  take(statement: Statement): Effect {
    this.note(statement)
    return 'none'
  }

  private note(statement: Statement): void {
    const { _firstParty, statedStatus, lapsedOn, _asOf, _statusOn } = statement.values
    if (typeof _firstParty === 'string') this.firstParty ??= _firstParty
    if (typeof lapsedOn === 'string') this.lapse = lapsedOn
    if (typeof statedStatus !== 'string') return
    const on = textOf(_statusOn)
    const day = textOf(_asOf) || on
    const [source] = statement.order
    if (source === this.source ? this.isBehind(statedStatus, on) : isBefore(day, this.day)) return
    if (statedStatus === 'valid' && typeof lapsedOn !== 'string') {
      if (this.lapse !== null && day !== '' && day >= this.lapse) this.lapse = null
      else if (this.lapse !== null) return
    }
    this.status = statedStatus
    if (on !== '' || source !== this.source) this.on = on
    this.source = source
    if (day !== '') this.day = day
  }

  /** Whether a row says less than an earlier one of its file: of an earlier event, or of the application what is known of the patent. */
  private isBehind(status: string, on: string): boolean {
    return isBefore(on, this.on) || (status === 'pending' && (on === '' || on === this.on))
  }

  settle(values: Values): void {
    if (!values.parties && this.firstParty !== null) values.parties = [this.firstParty]
    if (this.status !== null) values.statedStatus = this.status
    if (this.lapse !== null) values.lapsedOn = this.lapse
  }
}

function textOf(day: string | null | undefined): string {
  return day ?? ''
}

/** Whether one day is before the other, where both are known. */
function isBefore(day: string, other: string): boolean {
  return day !== '' && other !== '' && day < other
}
