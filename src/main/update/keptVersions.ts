import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { compareVersions, isVersion } from '../../shared/domain/update/updateOffer'

/**
 * Versions of the program beside each other: `versions/0.2.0/` each whole, and `versions/current`, which names the one to
 * run in place of the program that the shortcuts start. Switching is the writing of that one line; what runs is never touched.
 */

const pointer = 'current'

/** The version to run in place of the program itself; null: the program itself. */
export function chosenVersion(versionsFolder: string, own: { version: string; programName: string }): string | null {
  const [version = '', since] = readPointer(versionsFolder)
  // Whoever puts another program in place means that one: the choice was made beside the one before.
  if (!isVersion(version) || since !== own.version) return null
  return existsSync(join(versionsFolder, version, own.programName)) ? version : null
}

function readPointer(versionsFolder: string): string[] {
  try {
    return readFileSync(join(versionsFolder, pointer), 'utf8').trim().split(' ')
  } catch {
    return []
  }
}

/**
 * Chooses what the next start runs. The choice is on the disk when this returns, or nothing has changed.
 *
 * @param version  null for the program that the shortcuts start
 * @param own      version of that program
 */
export function chooseVersion(versionsFolder: string, version: string | null, own: string): void {
  const file = join(versionsFolder, pointer)
  if (version === null) {
    rmSync(file, { force: true })
    return
  }
  mkdirSync(versionsFolder, { recursive: true })
  const draft = openSync(`${file}.part`, 'w')
  try {
    writeSync(draft, `${version} ${own}\n`)
    fsyncSync(draft)
  } finally {
    closeSync(draft)
  }
  renameSync(`${file}.part`, file)
}

/** Whole versions in the folder, the oldest first. */
export function keptVersions(versionsFolder: string, programName: string): string[] {
  if (!existsSync(versionsFolder)) return []
  return readdirSync(versionsFolder).filter((name) => isVersion(name) && existsSync(join(versionsFolder, name, programName))).toSorted(compareVersions)
}

/** Removes versions that are not to be kept, and what broken-off updates left. What cannot be removed now is left to the next time. */
export async function sweepVersions(versionsFolder: string, keep: readonly string[]): Promise<void> {
  if (!existsSync(versionsFolder)) return
  const gone = readdirSync(versionsFolder).filter((name) => name !== pointer && !keep.includes(name))
  await Promise.all(gone.map((name) => rm(join(versionsFolder, name), { recursive: true, force: true }).catch(() => undefined)))
}
