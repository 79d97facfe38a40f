import { accessSync, constants, existsSync, realpathSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Output } from '../../shared/bridge/contract'
import { remoteFileSystems, warningOfPath, type PlaceWarning } from '../../shared/domain/places/registerPlace'
import { succeed, type Result } from '../../shared/domain/result'

/** A folder of the computer under this one (9p) may be a share or not: worth a warning, and no refusal. */
const remoteTypes = new Set([...remoteFileSystems, 0x01021997])

export async function lookAtPlace({ file }: { file: string }): Promise<Result<Output<'shell.lookAtPlace'>>> {
  return succeed({ warning: placeWarningOf(file) })
}

/** Looks at the nearest folder that is there; the file itself need not be. */
export function placeWarningOf(file: string): PlaceWarning | null {
  let folder = dirname(file)
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return warningOfPath(file) ?? warningOfFolder(folder)
}

function warningOfFolder(folder: string): PlaceWarning | null {
  try {
    // A drive letter that stands for a share resolves to the share.
    const named = warningOfPath(realpathSync.native(folder))
    if (named !== null) return named
    if (process.platform !== 'win32' && remoteTypes.has(statfsSync(folder).type)) return 'share'
    accessSync(folder, constants.W_OK)
    return null
  } catch {
    return 'read_only'
  }
}
