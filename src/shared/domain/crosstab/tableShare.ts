/** What a number of a cross table is shown as: itself, or its part of its row, its column or its table. */
export const tableShares = ['none', 'row', 'column', 'table'] as const
export type TableShare = (typeof tableShares)[number]

/** What a number is a part of. */
export interface Wholes { row: number | null; column: number | null; table: number | null }

/**
 * A number's part of the chosen whole, as a fraction. The wholes count a record once, so that parts of a field with several
 * values may come to more than 1.
 *
 * @returns null where there is no number, and where the whole is 0: nothing is no part of nothing
 */
export function partOf(value: number | null, share: Exclude<TableShare, 'none'>, wholes: Wholes): number | null {
  const whole = wholes[share]
  return value === null || whole === null || whole === 0 ? null : value / whole
}
