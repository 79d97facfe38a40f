import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupContents } from '../../../../shared/bridge/operations/settingsOperations'
import { listDefinitions, listKinds } from '../../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../../shared/domain/result'
import { readRegisterOverview } from '../../../store/sqlite/file/registerOverview'
import { placeKeys, placesOf } from '../../city/registerPlaces'
import { settingKeys } from '../../city/registerSettings'
import { registerOfBackup } from '../backupFiles'
import { officeOfCity } from '../../opened/officeOf'

/**
 * What a backup holds, read without changing it.
 *
 * @returns file_not_found, register_newer, register_damaged, file_not_readable
 */
export function lookAtBackup(file: string): Result<BackupContents> {
  const read = readRegisterOverview(file)
  if (!read.ok) return read
  const { info, counts, changedAt } = read.value
  const { city } = placesOf(info.get(placeKeys.cityCode) ?? null, null)
  return succeed({
    name: basename(registerOfBackup(file)), cityName: city.name, officeName: info.get(settingKeys.office) || officeOfCity(city.name),
    counts: Object.fromEntries(listKinds.map((kind) => [kind, counts[listDefinitions[kind].record] ?? 0])),
    changedAt, sizeBytes: statSync(file).size,
  })
}
