import type { DistrictSetting, PlaceSettings, RegisterSettings, SettingsChange, ZoneSetting } from '../../../shared/bridge/operations/settingsOperations'
import type { DistrictData } from '../../../shared/domain/places/districtData'
import { sourcePolicyKey, storedPolicy, wholePolicy } from '../../../shared/domain/merging/sourcePolicy'
import { backupKeysFrom, passwordSetAt, storedBackupKeys } from '../backup/encryption/backupKeys'
import { backupFolderKey, secondFolderKey } from '../backup/backupSettings'
import { readPolicy } from '../evidence/readPolicy'
import { officeKey, officeOfCity, statedOffice } from '../opened/officeOf'
import type { RegisterSession } from '../opened/session'
import { cityFrom } from '../columns/city'
import { proposedData } from './proposedData'
import { placeKeys, readPlaces } from './registerPlaces'

/** Settings as register_info keeps them; an empty text stands for nothing set. */
export const settingKeys = { office: officeKey, operator: 'operator', cityName: 'city_name' } as const

/** What the register says of itself. */
export async function readSettings({ store }: RegisterSession): Promise<RegisterSettings> {
  const { info, records } = store
  const places = await readPlaces(info)
  const counts = await Promise.all((['unit', 'standard', 'patent', 'trademark'] as const).map((kind) => records.count(kind)))
  return {
    ...placesIn(places.data),
    officeName: (await statedOffice(info)) ?? officeOfCity(places.city.name),
    operator: (await info.get(settingKeys.operator)) ?? '',
    population: places.city.populationKind ?? 'newest',
    backupFolder: (await info.get(backupFolderKey)) || null,
    secondBackupFolder: (await info.get(secondFolderKey)) || null,
    backupEncryption: encryptionIn(await storedBackupKeys(info)),
    tiles: [...places.city.tiles],
    sourcePolicy: wholePolicy(await readPolicy(store)),
    hasRecords: counts.some((count) => count > 0),
  }
}

/** The districts and zones that a register of a city begins with. */
export function proposePlaces(cityCode: string): PlaceSettings & { officeName: string } {
  const places = placesIn(proposedData(cityCode))
  return { ...places, officeName: officeOfCity(places.cityName) }
}

/** The entries of register_info that a change writes. */
export function settingsToStore(change: SettingsChange): Record<string, string> {
  const stored: Record<string, string> = {}
  if (change.cityCode !== undefined) {
    stored[placeKeys.cityCode] = change.cityCode
    stored[settingKeys.cityName] = proposePlaces(change.cityCode).cityName
    // Another city's districts mean nothing here.
    stored[placeKeys.places] = ''
    stored[placeKeys.tiles] = ''
  }
  if (change.places !== undefined) stored[placeKeys.places] = change.places === null ? '' : JSON.stringify(change.places)
  if (change.tiles !== undefined) stored[placeKeys.tiles] = change.tiles === null ? '' : JSON.stringify(change.tiles)
  if (change.officeName !== undefined) stored[settingKeys.office] = change.officeName
  if (change.operator !== undefined) stored[settingKeys.operator] = change.operator
  if (change.population !== undefined) stored[placeKeys.populationKind] = change.population === 'newest' ? '' : change.population
  if (change.sourcePolicy !== undefined) stored[sourcePolicyKey] = storedPolicy(change.sourcePolicy)
  if (change.backupFolder !== undefined) stored[backupFolderKey] = change.backupFolder ?? ''
  if (change.secondBackupFolder !== undefined) stored[secondFolderKey] = change.secondBackupFolder ?? ''
  return stored
}

function encryptionIn(setting: string | null): RegisterSettings['backupEncryption'] {
  if (!setting) return null
  const keys = backupKeysFrom(setting)
  return { passwordSetAt: keys.ok ? passwordSetAt(keys.value) : null }
}

function placesIn(data: DistrictData): PlaceSettings {
  const city = cityFrom(data)
  const districts = city.districts.map(({ code, name }): DistrictSetting => ({ code, name, aliases: data.aliases.filter((alias) => alias.code === code).map((alias) => alias.name) }))
  const zones = data.zones.map(({ name, host, ownRow, aliases }): ZoneSetting => ({ name, host, ownRow, aliases: [...aliases] }))
  return { cityCode: city.code, cityName: city.name, districts, zones }
}
