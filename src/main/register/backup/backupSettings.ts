import { dirname, resolve } from 'node:path'

/** Settings of a register that say where its backups lie. */
export const backupFolderKey = 'backup_folder'
/** A folder that gets the same backups while it is there: a USB disk, a share. */
export const secondFolderKey = 'backup_second_folder'

/** The folder that a setting names. A relative one lies beside the register and moves with it, as on a disk that is now E: and now F:. */
export function namedFolder(stored: string | null | undefined, register: string): string | null {
  return stored ? resolve(dirname(register), stored) : null
}
