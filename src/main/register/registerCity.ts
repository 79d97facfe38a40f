import type { PlaceWords } from '../../shared/domain/catalogue/exportedValues'
import { qingdaoDistricts } from '../../shared/domain/qingdaoDistricts'
import { cityFrom, type City } from './columns/city'
import { districtResolver } from './divisions'
import { otherName } from './lists/placeNames'

/** The city of the register with its districts and reporting zones, as counting and lists need it. */
export function registerCity(): City {
  return cityFrom(qingdaoDistricts)
}

/** The district's name behind a code, name or alias of the city; 其他 stands for itself; null for anything else. */
export function districtNameOf(word: string): string | null {
  if (word === otherName) return otherName
  const found = districtResolver.resolve(word)
  return found.ok && found.kind === 'district' ? found.name : null
}

/** Names of places in exports; only a code of which the name says the same again is written by name. */
export const placeWords: PlaceWords = {
  nameOf: (code) => districtResolver.region(code)?.name ?? null,
  codeOf(name) {
    const found = districtResolver.resolve(name)
    return found.ok ? found.code : null
  },
}
