import type { Values } from '../catalogue/fields'
import { normaliseName } from '../text'
import type { Effect, Settling } from './settling'
import type { Statement } from './statement'

/** A later file that still prints a former name does not rename the unit back (domain.md 4, dirt catalogue 15). */
export class NameSettling implements Settling {
  /** In the order of the statements; one that only repeats the name before it says nothing. */
  private readonly stated: string[] = []

  take({ values: { name } }: Statement): Effect {
    if (typeof name === 'string' && name !== this.stated.at(-1)) this.stated.push(name)
    return 'none'
  }

  settle(values: Values): void {
    const former = new Set((Array.isArray(values.formerNames) ? values.formerNames : []).map((name) => normaliseName(String(name))))
    let name: string | null = null
    for (const stated of this.stated) {
      if (former.has(normaliseName(stated))) continue
      if (name === null || normaliseName(name) !== normaliseName(stated)) name = stated
    }
    if (name !== null) values.name = name
  }
}
