import { statSync } from 'node:fs'
import { succeed } from '../../../shared/domain/result'
import type { RegisterStore } from '../../store/registerStore'
import { hashFile } from '../../workbook/hashFile'
import { openParser } from '../../workbook/parserClient'
import { dissectName } from '../../../shared/domain/units/nameAnatomy'
import { unitRegions } from '../units/unitRegions'
import { readPlaces } from '../city/registerPlaces'
import { DistrictDirectory } from './districtDirectory'
import type { ImportServices } from './importOptions'

/** The services of an import over a store; files are read by `open`, else in parser processes as they are started usually. */
export async function createImportServices(store: RegisterStore, more: Partial<Pick<ImportServices, 'grow' | 'open' | 'keepOriginal' | 'original'>> = {}): Promise<ImportServices> {
  const places = await readPlaces(store.info)
  return {
    store,
    ...(more.grow ? { grow: more.grow } : {}),
    districts: new DistrictDirectory(places.resolver, places.city.code, (name) => dissectName(name, unitRegions(places)).region),
    open: more.open ?? openParser,
    hash: async (path) => ({ sha256: await hashFile(path), sizeBytes: statSync(path).size }),
    ...(more.original ? { original: more.original } : {}),
    keepOriginal: more.keepOriginal ?? (async () => succeed(null)),
  }
}
