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

/**
 * Where a unit was before it moved (domain.md 4.1: a dated attribute), where the list that tells the move names only the new
 * district: what was known until then. Without it all of the unit's past would go over to the new one.
 */
export class MoveSettling implements Settling {
  private district: string | null = null
  private movedOn = ''
  private previous: string | null = null

  take({ values: { district, movedOn, previousDistrict } }: Statement): Effect {
    if (typeof district !== 'string') return 'none'
    if (typeof movedOn === 'string' && movedOn > this.movedOn) {
      this.previous = this.formerOf(district)
      this.movedOn = movedOn
    }
    if (typeof previousDistrict === 'string' && (typeof movedOn !== 'string' || movedOn === this.movedOn)) this.previous = previousDistrict
    this.district = district
    return 'none'
  }

  settle(values: Values): void {
    if (this.previous !== null && values.district === this.district && values.movedOn === this.movedOn) values.previousDistrict = this.previous
  }

  follow(values: Values, hand: Values): void {
    if (typeof hand.movedOn !== 'string' || typeof hand.district !== 'string' || 'previousDistrict' in hand || hand.movedOn <= this.movedOn) return
    values.previousDistrict = this.formerOf(hand.district) ?? values.previousDistrict ?? null
  }

  private formerOf(district: string): string | null {
    return this.district === district ? null : this.district
  }
}
