/** Encryption of backups, and the recovery sheet, which is Chinese always. */
export const encryptionTexts = {
  'encryption.label': '备份加密',
  'encryption.setOn': '已加密，密码设于 {on}',
} as const
