import type { ColumnRow } from './columnSource'

/** Finds a few units among all by what they are called, without reading the others. */
export interface UnitFinder {
  /**
   * Every unit that bears one of the names now, bore it formerly or is also called so, and every unit with one of the codes.
   *
   * @param names   normalised
   * @param fields  names of the unit's fields
   * @returns       rows as {@link ColumnSource.scan} gives them, by id
   */
  called(names: readonly string[], usccs: readonly string[], fields: readonly string[]): Promise<readonly ColumnRow[]>
}
