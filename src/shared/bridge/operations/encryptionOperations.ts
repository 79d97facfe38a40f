import { z } from 'zod'
import { longestPassword } from '../../domain/backup/backupPassword'
import { filePath } from '../filePath'
import { nothing, operation } from '../operation'
import { registerSettings } from './settingsOperations'

/** A password as somebody typed it, or a recovery key. */
const secret = z.string().min(1).max(longestPassword)

/** A key for the recovery sheet that nothing is encrypted with until the clerk has the sheet; and what its file would be called. */
const pendingSheet = z.object({ recoveryKey: z.string(), sheetName: z.string() })
export type PendingSheet = z.output<typeof pendingSheet>

/** Encryption of the open register's backups: a password and a recovery sheet open them. */
export const encryptionOperations = {
  'backup.beginEncryption': operation(z.object({ password: secret }), pendingSheet),
  /** Another sheet in the place of one that is lost. */
  'backup.renewSheet': operation(z.object({ secret }), pendingSheet),
  /** Writes the sheet of what was begun last, a PDF or a text by its name. */
  'backup.writeSheet': operation(z.object({ file: filePath }), nothing),
  /** The clerk has the sheet before her: from now on what was begun holds. */
  'backup.confirmSheet': operation(z.object({ lastGroup: z.string().max(60) }), registerSettings),
  'backup.changePassword': operation(z.object({ secret, password: secret }), registerSettings),
  /** @returns the change that can be taken back */
  'backup.stopEncryption': operation(nothing, z.object({ sequence: z.int() })),
  /** Opens encrypted backups for a while, by their password or recovery key. */
  'backup.unlock': operation(z.object({ file: filePath, secret }), nothing),
} as const
