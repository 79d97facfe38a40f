import { statSync } from 'node:fs'
import { succeed } from '../../../shared/domain/result'
import { qingdaoDistricts } from '../../../shared/domain/qingdaoDistricts'
import type { RegisterStore } from '../../store/registerStore'
import { hashFile } from '../../workbook/hashFile'
import { readWorkbook } from '../../workbook/readWorkbook'
import { districtResolver } from '../divisions'
import { DistrictDirectory } from './districtDirectory'
import type { ImportServices } from './importFile'

/** The services of an import over a store; `open` may be the parser process instead of this one. */
export function createImportServices(store: RegisterStore, more: Partial<Pick<ImportServices, 'open' | 'keepOriginal'>> = {}): ImportServices {
  return {
    store,
    districts: new DistrictDirectory(districtResolver, qingdaoDistricts.cityCode),
    open: more.open ?? readWorkbook,
    hash: async (path) => ({ sha256: await hashFile(path), sizeBytes: statSync(path).size }),
    keepOriginal: more.keepOriginal ?? (async () => succeed(null)),
  }
}
