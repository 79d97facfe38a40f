/** Settings of a register that say where its backups lie. */
export const backupFolderKey = 'backup_folder'
/** A folder that gets the same backups while it is there: a USB disk, a share. */
export const secondFolderKey = 'backup_second_folder'
