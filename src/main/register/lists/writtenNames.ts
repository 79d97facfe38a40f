import { normaliseName } from '../../../shared/domain/text'

/** Distinct values of a field of names, put together where only the writing differs: （集团） and (集团) are one name. */
export interface WrittenNames {
  /** One writing of each name, in the order of the field. */
  values: readonly (string | number)[]
  /** Place among these of every rank; the last entry is that of the records without a value. */
  placeOf: Int32Array
}

const known = new WeakMap<readonly (string | number)[], WrittenNames>()

/** @param values  of a column, which stays as it is: the answer is kept beside it */
export function writtenNames(values: readonly (string | number)[]): WrittenNames {
  const found = known.get(values) ?? groupNames(values)
  known.set(values, found)
  return found
}

/** Of several writings the shortest is shown, the first of equals. */
function groupNames(values: readonly (string | number)[]): WrittenNames {
  const places = new Map<string, number>()
  const shown: string[] = []
  const placeOf = new Int32Array(values.length + 1)
  values.forEach((value, rank) => {
    const written = String(value)
    const key = normaliseName(written)
    const place = places.get(key) ?? shown.length
    places.set(key, place)
    if (written.length < (shown[place]?.length ?? Number.POSITIVE_INFINITY)) shown[place] = written
    placeOf[rank] = place
  })
  placeOf[values.length] = shown.length
  return { values: shown, placeOf }
}
