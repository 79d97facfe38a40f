import { existsSync, rmSync } from 'node:fs'
import type { BackupKeys } from '../../../shared/domain/backup/sealedFormat'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { backupKeysChange, backupKeysFrom, passwordSetAt, storedBackupKeys } from '../../register/backup/encryption/backupKeys'
import { changePassword, renewRecoveryKey, setUpEncryption, type PendingKeys } from '../../register/backup/encryption/encryptionSetup'
import { writeRecoverySheet } from '../../register/backup/encryption/recoverySheet'
import { readSettings } from '../../register/city/registerSettings'
import { localDate } from '../../register/localDate'
import type { RegisterSession } from '../../register/opened/session'
import { badValue } from '../arguments'
import { defineCommand, type Call } from '../command'
import { readPasswords } from '../readPassword'
import { withRecords, type WritingServices } from '../withRecords'
import { withSession } from '../withSession'

const actions = ['status', 'on', 'password', 'sheet', 'off'] as const
type Action = (typeof actions)[number]
const options = { 'password-fd': { type: 'whole', min: 0 }, out: { type: 'text' } } as const
type EncryptionCall = Call<typeof options>

interface Answer { action: Action; isEncrypted: boolean; passwordSetAt: number | null; keyring: string | null; sheet: string | null }

/** A recovery sheet is on the disk before the register has the keys that it opens. */
export const command = defineCommand({
  name: 'backup-encryption',
  arguments: [{ name: 'action', choices: actions }],
  options,
  run: answerOf,
  print({ action, passwordSetAt: setAt, sheet }) {
    switch (action) {
      case 'status': return setAt === null ? t('encryption.off') : t('encryption.setOn', { on: localDate(setAt) })
      case 'on': return t('encryption.turnedOn', { sheet: sheet ?? '' })
      case 'password': return t('encryption.passwordChanged')
      case 'sheet': return t('encryption.sheetRenewed', { sheet: sheet ?? '' })
      case 'off': return t('encryption.turnedOff')
    }
  },
})

async function answerOf(call: EncryptionCall): Promise<Result<Answer>> {
  const action = actions.find((known) => known === call.arguments[0]) ?? 'status'
  const { out } = call.options
  const needsSheet = action === 'on' || action === 'sheet'
  if (needsSheet && out === undefined) return fail('usage_missing_argument', undefined, { value: '--out' })
  if (needsSheet && out !== undefined && (!/\.(?:pdf|txt)$/iu.test(out) || existsSync(out))) return badValue('--out', out, t('encryption.sheetEnding'))
  if (action !== 'status' && action !== 'off' && call.options['password-fd'] === undefined) return fail('usage_missing_argument', undefined, { value: '--password-fd' })
  if (action === 'status') return withSession(call, async ({ store }) => saying(action, backupKeysFrom(await storedBackupKeys(store.info)), null))
  return withRecords(call, async (services, session) => change(call, action, services, session))
}

async function change(call: EncryptionCall, action: Exclude<Action, 'status'>, services: WritingServices, session: RegisterSession): Promise<Result<Answer>> {
  const setting = await storedBackupKeys(services.store.info)
  if (action === 'off') return setting ? write(services, action, null, null) : fail('backup_not_encrypted')
  const [first = '', second = ''] = await readPasswords(call.options['password-fd'] ?? 0, call.streams.stdin, 2)
  if (action === 'password') {
    const keys = await changePassword(setting, first, second, services.now())
    return keys.ok ? write(services, action, keys.value, null) : keys
  }
  const pending = await (action === 'on' ? setUpEncryption : renewRecoveryKey)(setting, first, services.now())
  return pending.ok ? writeWithSheet(action, pending.value, call.options.out ?? '', services, session) : pending
}

async function writeWithSheet(action: Action, pending: PendingKeys, out: string, services: WritingServices, session: RegisterSession): Promise<Result<Answer>> {
  const { officeName: office } = await readSettings(session)
  const written = await writeRecoverySheet(out, pending, { register: session.path, office, at: services.now() })
  if (!written.ok) return written
  const stored = await write(services, action, pending.keys, out)
  // A sheet that opens nothing must not lie about.
  if (!stored.ok) rmSync(out, { force: true })
  return stored
}

async function write(services: WritingServices, action: Action, keys: BackupKeys | null, sheet: string | null): Promise<Result<Answer>> {
  const applied = await services.apply(backupKeysChange(keys, { at: services.now(), operator: services.operator }))
  return applied.ok ? saying(action, succeed(keys), sheet) : applied
}

function saying(action: Action, keys: Result<BackupKeys | null>, sheet: string | null): Result<Answer> {
  if (!keys.ok) return keys
  return succeed({ action, isEncrypted: keys.value !== null, passwordSetAt: passwordSetAt(keys.value), keyring: keys.value?.id ?? null, sheet })
}
