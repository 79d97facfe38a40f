import type { HandlersOf } from '../../../shared/bridge/contract'
import type { encryptionOperations, PendingSheet } from '../../../shared/bridge/operations/encryptionOperations'
import type { BackupKeys } from '../../../shared/domain/backup/sealedFormat'
import { isLastGroup } from '../../../shared/domain/backup/recoveryKey'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { backupKeysChange, storedBackupKeys } from '../backup/backupKeys'
import type { Backups } from '../backup/backups'
import { changePassword, renewRecoveryKey, setUpEncryption, type PendingKeys } from '../backup/encryptionSetup'
import { recoverySheetName, writeRecoverySheet } from '../backup/recoverySheet'
import { readSettings } from '../city/registerSettings'
import { operatorOf } from '../opened/operatorOf'
import { printerHere, printOnce } from '../printing/printerHere'
import type { HandlerContext } from './handlerContext'

/** What was begun for a register and is not confirmed yet; another beginning forgets it. */
interface Begun { register: string; pending: PendingKeys }

export function createEncryptionHandlers({ register, openPrinter = printerHere }: HandlerContext, backups: Backups): HandlersOf<keyof typeof encryptionOperations> {
  let begun: Begun | null = null

  async function begin(make: (setting: string | null) => Promise<Result<PendingKeys>>): Promise<Result<PendingSheet>> {
    const session = register.session()
    if (!session.ok) return session
    const { path, store } = session.value
    const pending = await make(await storedBackupKeys(store.info))
    if (!pending.ok) return pending
    begun = { register: path, pending: pending.value }
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
    const session = register.session()
    if (!written.ok || !session.ok) return written.ok ? fail('register_unavailable') : written
    return succeed(await readSettings(session.value))
  }

  /** What was begun for the register that is open now. */
  function pendingHere(): Result<Begun> {
    const session = register.session()
    if (!session.ok) return session
    return begun?.register === session.value.path ? succeed(begun) : fail('backup_not_encrypted')
  }

  return {
    'backup.beginEncryption': ({ password }) => begin((setting) => setUpEncryption(setting, password, Date.now())),
    'backup.renewSheet': ({ secret }) => begin((setting) => renewRecoveryKey(setting, secret, Date.now())),
    'backup.writeSheet': async ({ file }) => {
      const [here, session] = [pendingHere(), register.session()]
      if (!here.ok || !session.ok) return here.ok ? fail('register_unavailable') : here
      const { officeName: office } = await readSettings(session.value)
      const written = await writeRecoverySheet(file, here.value.pending, { register: here.value.register, office, at: Date.now() }, printOnce(openPrinter))
      return written.ok ? succeed({}) : written
    },
    'backup.confirmSheet': async ({ lastGroup }) => {
      const here = pendingHere()
      if (!here.ok) return here
      if (!isLastGroup(lastGroup, here.value.pending.recoveryKey)) return fail('backup_sheet_first')
      const kept = await keep(here.value.pending.keys)
      if (kept.ok) begun = null
      return kept
    },
    'backup.changePassword': async ({ secret, password }) => {
      const session = register.session()
      if (!session.ok) return session
      const keys = await changePassword(await storedBackupKeys(session.value.store.info), secret, password, Date.now())
      return keys.ok ? keep(keys.value) : keys
    },
    'backup.stopEncryption': async () => {
      const written = await write(null)
      return written.ok ? succeed({ sequence: written.value.sequence }) : written
    },
    'backup.unlock': ({ file, secret }) => backups.unlock(file, secret),
  }
}
