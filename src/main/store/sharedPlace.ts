import { existsSync, realpathSync, statfsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { remoteFileSystems, warningOfPath } from '../../shared/domain/places/registerPlace'

type TypeOf = (folder: string) => number

/**
 * Whether a file lies on another computer, as far as the system tells: there the locks of its readers and writers do not
 * hold, and a register is not opened. A place that cannot be looked at is none.
 *
 * @param typeOf  number of a folder's file system, as Linux has them
 */
export function isOnShare(file: string, platform: NodeJS.Platform = process.platform, typeOf: TypeOf = (folder) => statfsSync(folder).type): boolean {
  const { dirname, resolve } = platform === 'win32' ? win32 : posix
  let folder = dirname(resolve(file))
  if (platform === 'win32' && warningOfPath(folder) === 'share') return true
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  try {
    // A drive letter that stands for a share resolves to the share.
    return platform === 'win32' ? warningOfPath(realpathSync.native(folder)) === 'share' : remoteFileSystems.has(typeOf(folder))
  } catch {
    return false
  }
}
