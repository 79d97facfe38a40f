import type { Spoken } from '../paper'
import type * as zh from '../encryptionTexts'

export const encryptionTexts = {
  'encryption.label': 'Encryption of backups',
  'encryption.setOn': 'Encrypted, password set on {on}',
} as const satisfies Spoken<typeof zh.encryptionTexts>
