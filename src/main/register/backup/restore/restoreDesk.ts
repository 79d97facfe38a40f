import { dirname } from 'node:path'
import type { BackupComparison, BackupContents, BackupList } from '../../../../shared/bridge/operations/settingsOperations'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { InfoStore } from '../../../store/registerStore'
import { keyringOf } from '../../../store/sealing/backupKeyring'
import { defaultRegisterPath } from '../../opened/defaultRegister'
import { operatorOf } from '../../opened/operatorOf'
import { runNamedJob } from '../../runJob'
import type { BackupContext } from '../backupContext'
import { newBackup } from '../ownBackups'
import type { Made } from '../backupMessages'
import { openBackupPlaces } from '../backupPlaces'
import { backupKeysFrom, storedBackupKeys } from '../encryption/backupKeys'
import { unlockBackup } from '../encryption/unlockBackup'
import { createUnlockedKeys } from '../encryption/unlockedKeys'
import { shownBackups } from '../shownBackups'
import { lookIntoBackup, type LookedInto } from './lookIntoBackup'
import { isSealed } from './openBackup'

export interface RestoreDesk {
  /** The backups there are of the open register, newest first. */
  list(): Promise<Result<BackupList>>
  /** What a backup holds. @returns encrypted until it has been unlocked */
  look(backup: string): Promise<Result<BackupContents>>
  /** Opens encrypted backups for a while, by their password or recovery key. @returns what unlockBackup refuses */
  unlock(backup: string, secret: string): Promise<Result<Record<never, never>>>
  /** What the open register would lose and regain if a backup took its place. */
  compare(backup: string): Promise<Result<BackupComparison>>
  /** Puts a backup in the place of the open register, which is kept as a backup first. */
  replace(backup: string): Promise<Result<Made>>
  /** Makes a new register of what can be proved of a damaged one, by default the open one; that one stays as it is. */
  salvage(target: string, damaged?: string): Promise<Result<Made>>
  /** Makes a register of a backup, with the kept originals. @returns what restoreRegister refuses */
  restore(backup: string, target: string): Promise<Result<Made>>
}

const restoreJob = { jobId: 'restore', name: 'job.restore', cancel: null, tellsFailure: true } as const

/** Looks into backups, and makes registers of them. */
export function createRestoreDesk({ register, emit, runBackup, turn, now }: BackupContext): RestoreDesk {
  const unlocked = createUnlockedKeys(now)

  /** An encrypted one is opened and compared where that keeps nobody waiting. */
  async function lookInto(backup: string, beside: string | null): Promise<Result<LookedInto>> {
    if (!isSealed(backup)) return lookIntoBackup(backup, beside, null, dirname(backup))
    const session = register.session()
    const folder = dirname(session.ok ? session.value.path : defaultRegisterPath(process.env, process.platform))
    const made = await runBackup({ work: 'look', from: backup, beside, folder, keys: unlocked.of(backup) }, () => undefined)
    if (!made.ok) return made
    return made.value.looked === undefined ? fail('unexpected') : succeed(made.value.looked)
  }

  /** Without a chosen folder what is replaced is kept beside the register. */
  async function replaceNow(backup: string): Promise<Result<Made>> {
    const places = await openBackupPlaces(register)
    if (!places.ok) return places
    const keptAs = newBackup(places.value.register, places.value.folder ?? dirname(places.value.register), now(), 'restore')
    return register.whileClosed((target) => runNamedJob(emit, restoreJob, async (onProgress) => {
      onProgress(0, null)
      const made = await runBackup({ work: 'replace', from: backup, target, keptAs, keys: unlocked.of(backup) }, onProgress)
      if (made.ok) register.allowWrites()
      return made
    }))
  }

  return {
    async list() {
      const places = await openBackupPlaces(register)
      if (!places.ok) return places
      const { register: path, folder } = places.value
      return succeed(folder === null ? { backups: [], openFiles: null } : shownBackups(path, folder))
    },
    async look(backup) {
      const looked = await lookInto(backup, null)
      return looked.ok ? succeed(looked.value.contents) : looked
    },
    async compare(backup) {
      const session = register.session()
      if (!session.ok) return session
      const looked = await lookInto(backup, session.value.path)
      return looked.ok ? (looked.value.comparison ?? fail('unexpected')) : looked
    },
    async unlock(backup, secret) {
      const session = register.session()
      const own = session.ok ? backupKeysFrom(await storedBackupKeys(session.value.store.info)) : null
      const keys = await unlockBackup(backup, secret, own?.ok && own.value !== null ? keyringOf(own.value) : null)
      if (!keys.ok) return keys
      unlocked.keep(keys.value)
      return succeed({})
    },
    // No backup of its own begins while the register is being replaced.
    replace: (backup) => turn.alone(() => replaceNow(backup)),
    restore: (backup, target) => runNamedJob(emit, restoreJob, (onProgress) => {
      // The backup is proved before the first page is copied: that takes its time too.
      onProgress(0, null)
      return runBackup({ work: 'restore', from: backup, target, keys: unlocked.of(backup) }, onProgress)
    }),
    async salvage(target, damaged) {
      const session = register.session()
      if (!session.ok && damaged === undefined) return session
      const from = damaged ?? (session.ok ? session.value.path : '')
      return runNamedJob(emit, { jobId: 'salvage', name: 'job.salvage', cancel: null }, async (onProgress) => {
        onProgress(0, 0)
        return runBackup({ work: 'salvage', from, target, at: now(), operator: session.ok ? await knownOperator(session.value.store.info) : '' }, () => undefined)
      })
    },
  }
}

/** Nobody where the settings of a damaged register can no longer be read. */
async function knownOperator(info: Pick<InfoStore, 'get'>): Promise<string> {
  try {
    return await operatorOf(info)
  } catch {
    return ''
  }
}
