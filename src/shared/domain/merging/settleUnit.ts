import type { Values } from '../catalogue/fields'
import { normaliseName } from '../text'
import type { Statement } from './statement'

/** A later file that still prints a former name does not rename the unit back (domain.md 4, dirt catalogue 15). */
export function settleUnit(values: Values, statements: readonly Statement[]): void {
  const former = new Set((Array.isArray(values.formerNames) ? values.formerNames : []).map((name) => normaliseName(String(name))))
  let name: string | null = null
  for (const statement of statements) {
    const stated = statement.values.name
    if (typeof stated !== 'string' || former.has(normaliseName(stated))) continue
    if (name === null || normaliseName(name) !== normaliseName(stated)) name = stated
  }
  if (name !== null) values.name = name
}
