import type { Spoken } from '../paper'
import type * as zh from '../encryptionTexts'

export const encryptionTexts = {
  'encryption.label': 'Encryption of backups',
  'encryption.setOn': 'Encrypted, password set on {on}',
  'encryption.off': 'Not encrypted; whoever gets hold of a backup can open it',
  'encryption.turnedOn': 'Backups are encrypted from now on. The recovery sheet is in {sheet}; print it and keep it apart from the backups',
  'encryption.turnedOff': 'Backups are no longer encrypted; those that are still need the password',
  'encryption.passwordChanged': 'The password is changed, the recovery sheet stays good. Make another backup, then the earlier ones open with the new password too',
  'encryption.sheetRenewed': 'The new recovery sheet is in {sheet}; it is good from the next backup on',
  'encryption.sheetEnding': '.pdf or .txt, and no such file yet',
} as const satisfies Spoken<typeof zh.encryptionTexts>
