import type { Values } from '../catalogue/fields'
import type { Effect, Settling } from './settling'
import { standingOf, type Statement } from './statement'

/**
 * 制定/修订 (domain.md 1.4): 修订 when the standard replaces an earlier one, else what the best source says, else 制定
 * where a source with a 代替标准 column is silent. Nothing known stays empty.
 */
export class RevisionSettling implements Settling {
  private stated: string | null = null
  private rank = 0

  take(statement: Statement): Effect {
    const value = statement.values.newOrRevised
    if (typeof value !== 'string' || standingOf(statement) < this.rank) return 'none'
    this.stated = value
    this.rank = standingOf(statement)
    return 'none'
  }

  settle(values: Values): void {
    const { replaces } = values
    if (Array.isArray(replaces) && replaces.length > 0) values.newOrRevised = 'revised'
    else values.newOrRevised = this.stated ?? 'new'
  }

  /** Numbers that a person names or takes out decide as a source's do. */
  follow(values: Values, hand: Values): void {
    if ('replaces' in hand && !('newOrRevised' in hand)) this.settle(values)
  }
}
