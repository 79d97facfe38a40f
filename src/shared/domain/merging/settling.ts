import type { Values } from '../catalogue/fields'
import type { Statement } from './statement'

/** Fields with rules of their own: what statements say of them, one after the other, and what that comes to. */
export interface Settling {
  /** Each statement stands behind those before. */
  take(statement: Statement): void
  /** Adds its fields to the others, which are complete. */
  settle(values: Values): void
}
