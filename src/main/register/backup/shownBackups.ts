import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { BackupContents, BackupList } from '../../../shared/bridge/operations/settingsOperations'
import { filesFolderOf } from '../../store/fileStore'
import { backupsOf, type BackupFile } from './backupFiles'
import { lookAtBackup } from './restore/lookAtBackup'
import { sealedHeaderOf } from './restore/openBackup'

/** The backups of a register in a folder as the window lists them, newest first: none is opened to the end. */
export function shownBackups(register: string, folder: string): BackupList {
  return { backups: backupsOf(register, folder).map(shown), openFiles: openFilesIn(folder, register) }
}

function shown({ file, at, occasion, isSealed }: BackupFile): BackupList['backups'][number] {
  return { file, at, occasion, contents: isSealed ? null : contentsOrNull(file), sealedBytes: isSealed ? sealedBytesOf(file) : null }
}

/** null: it does not begin as an encrypted backup does, and is damaged. */
function sealedBytesOf(file: string): number | null {
  return sealedHeaderOf(file) === null ? null : statSync(file).size
}

function contentsOrNull(file: string): BackupContents | null {
  const contents = lookAtBackup(file)
  return contents.ok ? contents.value : null
}

/** The register's own files are none of the backups', also where they share a folder. */
function openFilesIn(folder: string, register: string): string | null {
  const files = filesFolderOf(join(folder, basename(register)))
  return existsSync(files) && resolve(files) !== resolve(filesFolderOf(register)) ? files : null
}
