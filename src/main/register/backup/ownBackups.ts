import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupNameAt, type BackupOccasion } from '../../../shared/domain/backup/backupRule'
import { originMark } from '../../store/sealing/sealRegister'
import { readOrigin } from '../../store/sqlite/file/registerOverview'
import { backupsOf, stem, type BackupFile } from './backupFiles'
import { isSealed, sealedHeaderOf } from './restore/openBackup'

const minuteMs = 60_000

/**
 * A name that no backup in the folder has: 台账 2022_20220110-0930.bzr, the register's name, then the day and minute where
 * this computer is. The day's backup replaces one of the same minute, if it is this register's; one made for an occasion
 * never does.
 */
export function newBackup(register: string, folder: string, at: number, occasion: BackupOccasion | null = null): string {
  for (let number = 1; ; number++) {
    const time = occasion === null ? at + (number - 1) * minuteMs : at
    const file = join(folder, backupNameAt(stem(register), new Date(time), occasion, occasion === null ? 1 : number))
    // One that will be encrypted has the same name with another ending.
    const there = [file, `${file}x`].filter((path) => existsSync(path))
    if (there.length === 0 || (occasion === null && there.every((path) => isOfSame(register, path)))) return file
  }
}

/**
 * The newest backup of a register, not of another one of its name.
 *
 * @param now  what a clock that once stood wrong has dated later than now has no age and is passed over
 */
export function newestBackup(register: string, folder: string, now: number): BackupFile | null {
  return backupsOf(register, folder).find(({ at, file }) => at <= now && isOfSame(register, file)) ?? null
}

/** A register that cannot say where it began is told by its name alone. */
function isOfSame(register: string, backup: string): boolean {
  const own = originOf(register)
  return own === null || originOf(backup) === own
}

/** The origin last read of each file, and the state of the file it was read in: every change of the register is another state. */
const known = new Map<string, { state: string; origin: string }>()

/** What a register and its copies have in common, encrypted or not; null without it. */
export function originOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return null
  const state = `${found.size} ${found.mtimeMs}`
  const last = known.get(file)
  if (last?.state === state) return last.origin
  const origin = readOriginOf(file)
  if (origin === null) known.delete(file)
  else known.set(file, { state, origin })
  return origin
}

function readOriginOf(file: string): string | null {
  if (!isSealed(file)) return originMark(readOrigin(file))
  const header = sealedHeaderOf(file)?.facts
  return header?.kind === 'register' ? header.origin : null
}
