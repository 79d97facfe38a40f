import { accessSync, constants, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * How this program came here. `portable`: everything stays beside it. `folder`: unpacked by somebody, data with the user.
 * `setup`: by the Windows installer. `system`: by the system's package manager, or in a folder the user may not write.
 * `source`: not packaged.
 */
export type ProgramKind = 'portable' | 'folder' | 'setup' | 'system' | 'source'

export interface ProgramHome {
  kind: ProgramKind
  /** The program that shortcuts start; a kept version runs in its place when it was chosen. */
  program: string
  /** Version folders, `current` and packages on their way; null where none can be kept. */
  versionsFolder: string | null
  /** Where a portable program keeps settings, registers, logs and backups. */
  dataFolder: string | null
}

interface Circumstances {
  /** Full path of the running program. */
  executable: string
  platform: NodeJS.Platform
  isPackaged: boolean
  /** Where an installed program keeps what belongs to the user and this computer. */
  localFolder: string
  /** What started this program in its own place, where that is known. */
  startedBy: string | undefined
}

/** A folder of this name beside the program makes it portable. */
export const portableFolder = 'data'
export const versionsFolder = 'versions'
const uninstaller = 'Uninstall.exe'

/** What kind of program this is, and where its versions and data lie: by its folder alone, nothing is asked of the system. */
export function findProgramHome({ executable, platform, isPackaged, localFolder, startedBy }: Circumstances): ProgramHome {
  const folder = dirname(executable)
  const isKept = basename(dirname(folder)) === versionsFolder
  // A kept version stands in for the program: it is of the same kind and shares its data.
  const program = startedBy ?? (isKept ? join(dirname(folder), '..', basename(executable)) : executable)
  const home = dirname(program)
  if (!isPackaged) return { kind: 'source', program, versionsFolder: null, dataFolder: null }
  const data = join(home, portableFolder)
  if (existsSync(data)) return { kind: 'portable', program, versionsFolder: join(home, versionsFolder), dataFolder: data }
  const isInstalled = platform === 'win32' && (existsSync(join(home, uninstaller)) || isKept)
  if (isInstalled) return { kind: 'setup', program, versionsFolder: join(localFolder, versionsFolder), dataFolder: null }
  return isWritable(home) && !home.startsWith('/opt/')
    ? { kind: 'folder', program, versionsFolder: join(home, versionsFolder), dataFolder: null }
    : { kind: 'system', program, versionsFolder: null, dataFolder: null }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
