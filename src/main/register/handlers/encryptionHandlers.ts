import type { HandlersOf } from '../../../shared/bridge/contract'
import type { encryptionOperations, PendingSheet } from '../../../shared/bridge/operations/encryptionOperations'
import type { BackupKeys } from '../../../shared/domain/backup/sealedFormat'
import { isLastGroup } from '../../../shared/domain/backup/recoveryKey'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { backupKeysChange, storedBackupKeys } from '../backup/encryption/backupKeys'
import type { Backups } from '../backup/backups'
import { changePassword, renewRecoveryKey, setUpEncryption, type PendingKeys } from '../backup/encryption/encryptionSetup'
import { recoverySheetName, writeRecoverySheet } from '../backup/encryption/recoverySheet'
import { readSettings } from '../city/registerSettings'
import { operatorOf } from '../opened/operatorOf'
import type { RegisterSession } from '../opened/session'
import { printerHere, printOnce } from '../printing/printerHere'
import type { HandlerContext } from './handlerContext'
import { inSession } from './inSession'

/** What was begun for a register with the setting that it had, and is not confirmed yet; another beginning forgets it. */
interface Begun { register: string; setting: string | null; pending: PendingKeys }

export function createEncryptionHandlers({ register, openPrinter = printerHere }: HandlerContext, backups: Backups): HandlersOf<keyof typeof encryptionOperations> {
  let begun: Begun | null = null

  async function begin(make: (setting: string | null) => Promise<Result<PendingKeys>>): Promise<Result<PendingSheet>> {
    const session = register.session()
    if (!session.ok) return session
    const { path, store } = session.value
    const setting = await storedBackupKeys(store.info)
    const pending = await make(setting)
    if (!pending.ok) return pending
    begun = { register: path, setting, pending: pending.value }
    return succeed({ recoveryKey: pending.value.recoveryKey, sheetName: recoverySheetName({ register: path, at: Date.now() }) })
  }

  async function write(keys: BackupKeys | null) {
    const session = register.session()
    if (!session.ok) return session
    return register.apply(backupKeysChange(keys, { at: Date.now(), operator: await operatorOf(session.value.store.info) }))
  }

  /** Writes other keys. @returns the settings afterwards */
  async function keep(keys: BackupKeys) {
    const written = await write(keys)
    if (!written.ok) return written
    const session = register.session()
    return session.ok ? succeed(await readSettings(session.value)) : session
  }

  /** What was begun for the register that is open now. @returns register_changed when its keys are others by now, which would be lost */
  async function pendingHere(): Promise<Result<{ session: RegisterSession; pending: PendingKeys }>> {
    const session = register.session()
    if (!session.ok) return session
    const { path, store } = session.value
    if (begun?.register !== path) return fail('backup_not_encrypted')
    const { setting, pending } = begun
    return (await storedBackupKeys(store.info)) === setting ? succeed({ session: session.value, pending }) : fail('register_changed')
  }

  return {
    'backup.beginEncryption': ({ password }) => begin((setting) => setUpEncryption(setting, password, Date.now())),
    'backup.renewSheet': ({ secret }) => begin((setting) => renewRecoveryKey(setting, secret, Date.now())),
    'backup.writeSheet': async ({ file }) => {
      const here = await pendingHere()
      if (!here.ok) return here
      const { session, pending } = here.value
      const { officeName: office } = await readSettings(session)
      const written = await writeRecoverySheet(file, pending, { register: session.path, office, at: Date.now() }, printOnce(openPrinter))
      return written.ok ? succeed({}) : written
    },
    'backup.confirmSheet': async ({ lastGroup }) => {
      const here = await pendingHere()
      if (!here.ok) return here
      if (!isLastGroup(lastGroup, here.value.pending.recoveryKey)) return fail('backup_sheet_first')
      const kept = await keep(here.value.pending.keys)
      if (kept.ok) begun = null
      return kept
    },
    'backup.changePassword': ({ secret, password }) => inSession(register, async (session) => {
      const keys = await changePassword(await storedBackupKeys(session.store.info), secret, password, Date.now())
      return keys.ok ? keep(keys.value) : keys
    }),
    'backup.stopEncryption': async () => {
      const written = await write(null)
      return written.ok ? succeed({ sequence: written.value.sequence }) : written
    },
    'backup.unlock': ({ file, secret }) => backups.unlock(file, secret),
  }
}
