import type { Values } from '../catalogue/fields'
import { standingOf, type Statement } from './statement'

/**
 * 制定/修订 (domain.md 1.4): 修订 when the standard replaces an earlier one, else what the best source says, else 制定
 * where a source with a 代替标准 column is silent. Nothing known stays empty.
 */
export function settleStandard(values: Values, statements: readonly Statement[]): void {
  let stated: string | null = null
  let rank = 0
  for (const statement of statements) {
    const value = statement.values.newOrRevised
    if (typeof value === 'string' && standingOf(statement) >= rank) {
      stated = value
      rank = standingOf(statement)
    }
  }
  const replaces = values.replaces
  if (Array.isArray(replaces) && replaces.length > 0) values.newOrRevised = 'revised'
  else if (stated !== null) values.newOrRevised = stated
  else values.newOrRevised = 'new'
}
