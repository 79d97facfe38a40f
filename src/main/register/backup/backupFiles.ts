import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { localDate } from '../localDate'

export interface BackupFile {
  file: string
  /** Epoch milliseconds. */
  at: number
}

/** 台账 2022_20220110-0930.bzr: the register's name, then the day and minute where this computer is. */
export function backupName(register: string, at: number): string {
  const time = new Date(at)
  const minute = `${String(time.getHours()).padStart(2, '0')}${String(time.getMinutes()).padStart(2, '0')}`
  return `${stem(register)}_${localDate(at).replaceAll('-', '')}-${minute}.bzr`
}

/** The newest finished backup of a register in a folder: only verified ones have such a name. */
export function newestBackup(register: string, folder: string): BackupFile | null {
  const pattern = /_\d{8}-\d{4}\.bzr$/
  const files = namesIn(folder).filter((name) => name.startsWith(`${stem(register)}_`) && pattern.test(name.slice(stem(register).length))).toSorted()
  const file = files.at(-1)
  if (file === undefined) return null
  const at = statSync(join(folder, file), { throwIfNoEntry: false })?.mtimeMs
  return at === undefined ? null : { file: join(folder, file), at: Math.round(at) }
}

/** The register that a backup was made of, in the backup's own folder; any other file stands for itself. */
export function registerOfBackup(backup: string): string {
  return backup.replace(/_\d{8}-\d{4}(?=\.bzr$)/i, '')
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function stem(register: string): string {
  return basename(register).replace(/\.bzr$/i, '')
}
