import type { Values } from '../catalogue/fields'
import type { Statement } from './statement'

/** Whether a statement leaves fields as they were, adds to them, or does what only settling them tells. */
export type Effect = 'none' | 'grows' | 'unknown'

/** Fields with rules of their own: what statements say of them, one after the other, and what that comes to. */
export interface Settling {
  /** Each statement stands behind those before. @returns what it does to fields that are dear to settle: the others are settled anew each time */
  take(statement: Statement): Effect
  /**
   * Adds its fields to the others, which are complete.
   *
   * @param isLate  what was settled last will do, where settling anew costs as much as all statements
   */
  settle(values: Values, isLate?: boolean): void
  /**
   * What follows from a person's word, which is among the values by now, where she has not said it herself.
   *
   * @param hand  fields set by hand; null in it emptied the field
   */
  follow?(values: Values, hand: Values): void
}
