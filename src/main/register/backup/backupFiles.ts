import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupsToKeep, compareNewestFirst, readBackupName, type BackupName } from '../../../shared/domain/backup/backupRule'

export interface BackupFile extends BackupName {
  file: string
  /** Epoch milliseconds, to the minute: what the name says, which copying does not change. */
  at: number
}

/**
 * The finished backups of a register in a folder, newest first: only verified ones have such a name. Those of another register
 * of its name in the same folder are among them; `ownBackups.ts` tells them apart.
 */
export function backupsOf(register: string, folder: string): BackupFile[] {
  const own = stem(register)
  return namesIn(folder)
    .map((name) => ({ name, parts: readBackupName(name) }))
    .flatMap(({ name, parts }) => (parts?.register === own ? [{ ...parts, file: join(folder, name), at: instantOf(parts) }] : []))
    .toSorted(compareNewestFirst)
}

/** The backups of a register that the rule no longer keeps. */
export function outlivedBackups(register: string, folder: string): BackupFile[] {
  const all = backupsOf(register, folder)
  const kept = backupsToKeep(all)
  return all.filter((backup) => !kept.has(backup))
}

const halfEnding = /\.part(?:-wal|-shm|-journal)?$/

/** A younger one may be growing right now, in this program or another. */
const halfGraceMs = 3_600_000

/** What backups of a register that were broken off left in a folder. */
export function oldHalves(register: string, folder: string): string[] {
  const own = stem(register)
  return namesIn(folder)
    .filter((name) => halfEnding.test(name) && readBackupName(name.replace(halfEnding, ''))?.register === own)
    .map((name) => join(folder, name))
    .filter(isLeft)
}

function isLeft(half: string): boolean {
  try {
    return Date.now() - statSync(half).mtimeMs > halfGraceMs
  } catch {
    return false // gone, or somebody's yet
  }
}

/** The register that a backup was made of, in the backup's own folder; any other file stands for itself. */
export function registerOfBackup(backup: string): string {
  const name = readBackupName(basename(backup))
  return name === null ? backup : join(dirname(backup), `${name.register}.bzr`)
}

function instantOf({ day, time }: BackupName): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, Number(time.slice(0, 2)), Number(time.slice(2))).getTime()
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** A register's name without its ending. */
export function stem(register: string): string {
  return basename(register).replace(/\.bzr$/i, '')
}
