import type { PlaceWords } from '../../../shared/domain/catalogue/exportedValues'
import type { DistrictData } from '../../../shared/domain/places/districtData'
import { createDistrictResolver, type DistrictResolver } from '../../../shared/domain/places/districts'
import { qingdaoDistricts } from '../../../shared/domain/places/qingdaoDistricts'
import type { Tile } from '../../../shared/domain/tileMap/placeTiles'
import type { InfoStore } from '../../store/registerStore'
import { cityFrom, type City, type PopulationKind } from '../columns/city'
import { districtResolver, nationalDivisions } from './divisions'
import { otherName } from '../lists/placeNames'
import { proposedData } from './proposedData'
import { applyEdits, parseEdits, type EditedPlaces } from './editedPlaces'
import { parseTiles } from './editedTiles'

/** The city of one register: its divisions, and how names in files and exports are read and written in it. */
export interface RegisterPlaces {
  data: DistrictData
  resolver: DistrictResolver
  city: City
  /** The district's name behind a code, name or alias of the city; 其他 stands for itself; null for anything else. */
  districtNameOf(word: string): string | null
  words: PlaceWords
}

export const defaultCity = qingdaoDistricts.cityCode

/** Keys of register_info that say whose register it is. */
export const placeKeys = { cityCode: 'city_code', places: 'places', populationKind: 'population_kind', tiles: 'district_tiles' } as const

/** Reads the city of a register; Qingdao where it does not say. */
export async function readPlaces(info: InfoStore): Promise<RegisterPlaces> {
  return placesOf(await info.get(placeKeys.cityCode), await info.get(placeKeys.places), await info.get(placeKeys.populationKind), await info.get(placeKeys.tiles))
}

const known = new Map<string, RegisterPlaces>()
const maxKnown = 8

/** The same from the stored values; equal values share one resolver with its cache. */
export function placesOf(cityCode: string | null, editedJson: string | null, population: string | null = null, tilesJson: string | null = null): RegisterPlaces {
  const key = `${cityCode ?? defaultCity} ${population ?? ''} ${tilesJson ?? ''} ${editedJson ?? ''}`
  const found = known.get(key)
  if (found) return found
  const places = buildPlaces(cityCode ?? defaultCity, parseEdits(editedJson), populationKindOf(population), parseTiles(tilesJson))
  if (known.size >= maxKnown) known.clear()
  known.set(key, places)
  return places
}

/** Anything else that stands there is none: the newest population then divides. */
export function populationKindOf(stored: string | null): PopulationKind | null {
  return stored === 'census' || stored === 'yearend' ? stored : null
}

function buildPlaces(cityCode: string, edits: EditedPlaces | null, populationKind: PopulationKind | null, tiles: Tile[] | null): RegisterPlaces {
  const proposed = proposedData(cityCode)
  const named = edits === null ? proposed : applyEdits(proposed, edits)
  const data = tiles === null ? named : { ...named, tiles }
  // Qingdao as it comes needs the country's table only for names from elsewhere.
  const resolver = named === qingdaoDistricts ? districtResolver : createDistrictResolver(named, nationalDivisions())
  const words = wordsOf(resolver)
  return { data, resolver, city: { ...cityFrom(data), populationKind, regionName: words.nameOf }, districtNameOf: (word) => districtName(resolver, word), words }
}

function districtName(resolver: DistrictResolver, word: string): string | null {
  if (word === otherName) return otherName
  const found = resolver.resolve(word)
  return found.ok && found.kind === 'district' ? found.name : null
}

/** Names of places in exports; only a code of which the name says the same again is written by name. */
function wordsOf(resolver: DistrictResolver): PlaceWords {
  return {
    nameOf: (code) => resolver.region(code)?.name ?? null,
    codeOf(name) {
      const found = resolver.resolve(name)
      return found.ok ? found.code : null
    },
  }
}
