import type { Values } from '../catalogue/fields'

/** What a person has said of a record. */
export interface Hand {
  /** Fields as they were set; null empties the field. */
  values: Values
  /** Sequence of the change set that set a field; of one that is not here it is not known, or is the one being made. */
  since: Readonly<Record<string, number>>
}

/** A word of a person that is being said with the change set at hand. */
export function saidNow(values: Values): Hand {
  return { values, since: {} }
}
