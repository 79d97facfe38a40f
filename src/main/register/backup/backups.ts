import { join } from 'node:path'
import type { BackupStatus } from '../../../shared/bridge/operations/settingsOperations'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { localDate } from '../localDate'
import type { EmitEvent, OpenedRegister } from '../opened/openedRegister'
import type { Made, RunBackup } from './backupMessages'
import { backupName, newestBackup } from './backupFiles'

export const backupFolderKey = 'backup_folder'

export interface Backups {
  status(): Promise<Result<BackupStatus>>
  /** Makes a backup now. @returns the status afterwards, which carries the failure if there was one */
  run(): Promise<Result<BackupStatus>>
  /** Makes a register of a backup, with the kept originals. @returns what restoreRegister refuses */
  restore(backup: string, target: string): Promise<Result<Made>>
  /** Makes today's backup when there is a folder for it, something to keep, and none was made today. */
  runIfDue(): Promise<void>
}

interface Context {
  register: OpenedRegister
  emit: EmitEvent
  runBackup: RunBackup
  /** Epoch milliseconds. */
  now(): number
}

/** Backups of the open register into the folder that the clerk chose; one at a time. */
export function createBackups({ register, emit, runBackup, now }: Context): Backups {
  let running: Promise<void> | null = null
  /** Of the last try, for the register it was made of. */
  let failure: { register: string; failure: Failure } | null = null
  let missingAttachments = 0

  async function place(): Promise<Result<{ register: string; folder: string | null }>> {
    const session = register.session()
    if (!session.ok) return session
    const folder = await session.value.store.info.get(backupFolderKey)
    return succeed({ register: session.value.path, folder: folder === '' ? null : folder })
  }

  async function status(): Promise<Result<BackupStatus>> {
    const found = await place()
    if (!found.ok) return found
    const { folder } = found.value
    const newest = folder === null ? null : newestBackup(found.value.register, folder)
    const failed = failure?.register === found.value.register ? failure.failure : null
    return succeed({
      folder, lastAt: newest?.at ?? null, lastFile: newest?.file ?? null, isRunning: running !== null,
      failure: failed === null ? null : { code: failed.code, ...(failed.details ? { details: failed.details } : {}) }, missingAttachments,
    })
  }

  async function make(source: string, folder: string): Promise<void> {
    const jobId = 'backup'
    const made = await runBackup({ work: 'backup', from: source, target: join(folder, backupName(source, now())) }, (done, total) => emit('job.progress', { jobId, name: 'job.backup', done, total }))
    failure = made.ok ? null : { register: source, failure: made }
    missingAttachments = made.ok ? made.value.missingAttachments : 0
    running = null
    emit('job.ended', { jobId, code: made.ok ? null : made.code })
    emit('backup.changed', {})
  }

  async function run(): Promise<Result<BackupStatus>> {
    const found = await place()
    if (!found.ok) return found
    if (found.value.folder !== null) {
      running ??= make(found.value.register, found.value.folder)
      await running
    }
    return status()
  }

  /** An empty register would use up the day's backup before the first data come. */
  async function hasRecords(): Promise<boolean> {
    return Object.values((await register.status()).counts).some((count) => count > 0)
  }

  async function restore(backup: string, target: string): Promise<Result<Made>> {
    const jobId = 'restore'
    const made = await runBackup({ work: 'restore', from: backup, target }, (done, total) => emit('job.progress', { jobId, name: 'job.restore', done, total }))
    emit('job.ended', { jobId, code: made.ok ? null : made.code })
    return made
  }

  return {
    status,
    run,
    restore,
    async runIfDue() {
      const current = await status()
      if (!current.ok || current.value.folder === null) return
      const { lastAt } = current.value
      if (!(await hasRecords())) return
      if (lastAt === null || localDate(lastAt) !== localDate(now())) await run()
    },
  }
}
