import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { ColumnSource } from '../../store/columnSource'
import { parseTexts } from '../columns/storedTexts'

/** What a person said of records of a kind that look like one: each set holds numbers of which no two are one record. */
export interface ApartSets {
  isEmpty: boolean
  /** Tells the id of a number; to be called for every record that may stand in a group. */
  meet(id: number, number: string): void
  /** Whether one set holds all of a group. */
  covers(group: readonly number[]): boolean
}

/** Reads what was said; there is a record for each time that somebody said so, never many. */
export async function loadApartSets(source: Pick<ColumnSource, 'scan'>, kind: RecordKind): Promise<ApartSets> {
  const setsOfNumber = new Map<string, number[]>()
  await source.scan('apart_records', ['kind', 'numbers'], (page) => {
    for (const [id, ofKind, numbers] of page) {
      if (ofKind !== kind) continue
      for (const number of parseTexts(numbers)) setsOfNumber.set(number, [...setsOfNumber.get(number) ?? [], Number(id)])
    }
  })
  const setsOf = new Map<number, readonly number[]>()
  return {
    isEmpty: setsOfNumber.size === 0,
    meet(id, number) {
      const sets = setsOfNumber.get(number)
      if (sets !== undefined) setsOf.set(id, sets)
    },
    covers([first = 0, ...others]) {
      return (setsOf.get(first) ?? []).some((set) => others.every((id) => setsOf.get(id)?.includes(set)))
    },
  }
}
