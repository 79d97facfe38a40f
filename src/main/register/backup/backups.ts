import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackupComparison, BackupContents, BackupList, BackupStatus } from '../../../shared/bridge/operations/settingsOperations'
import { backupRule, type BackupOccasion } from '../../../shared/domain/backup/backupRule'
import { fail, succeed, type Failure, type Result } from '../../../shared/domain/result'
import { filesFolderOf } from '../../store/fileStore'
import { keyringOf } from '../../store/sealing/backupKeyring'
import { isDamage } from '../../store/sqlite/backup/backupRegister'
import { defaultRegisterPath } from '../opened/defaultRegister'
import { localDate } from '../localDate'
import type { EmitEvent, OpenedRegister } from '../opened/openedRegister'
import { backupsOf, newBackup, newestBackup, type BackupFile } from './backupFiles'
import { backupFolderKey, namedFolder, secondFolderKey } from './backupSettings'
import type { Made, RunBackup } from './backupMessages'
import { backupKeysFrom, storedBackupKeys } from './encryption/backupKeys'
import { lookAtBackup } from './restore/lookAtBackup'
import { lookIntoBackup, type LookedInto } from './restore/lookIntoBackup'
import { isSealed, sealedHeaderOf } from './restore/openBackup'
import { unlockBackup } from './encryption/unlockBackup'
import { createUnlockedKeys } from './encryption/unlockedKeys'

/** After a try that failed; only a folder that is not there is looked for every time. */
const retryAfterMs = 15 * 60_000

export interface Backups {
  status(): Promise<Result<BackupStatus>>
  /** Makes a backup now. @returns the status afterwards, which carries the failure if there was one */
  run(): Promise<Result<BackupStatus>>
  /** Makes a backup before a large import where a folder was chosen; one that fails is told of like any other. */
  beforeImport(rows: number): Promise<void>
  /** Makes a backup before another version of the program takes over, beside the register where no folder was chosen. */
  beforeUpdate(): Promise<Result<{ keptAs: string }>>
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
  const unlocked = createUnlockedKeys(now)
  let running: Promise<void> | null = null
  let last: { register: string; at: number; target: string; made: Result<Made> } | null = null

  async function place(): Promise<Result<Place>> {
    const session = register.session()
    if (!session.ok) return session
    const { path, store: { info } } = session.value
    return succeed({ register: path, folder: namedFolder(await info.get(backupFolderKey), path), second: namedFolder(await info.get(secondFolderKey), path) })
  }

  /** A register that was opened since has had no try yet. */
  function lastOf(source: string): typeof last {
    return last?.register === source ? last : null
  }

  async function status(): Promise<Result<BackupStatus>> {
    const found = await place()
    if (!found.ok) return found
    const { folder, second } = found.value
    const newest = folder === null ? null : newestBackup(found.value.register, folder, now())
    const made = lastOf(found.value.register)?.made
    const secondFailure = made?.ok ? made.value.second : null
    return succeed({
      folder, lastAt: newest?.at ?? null, lastFile: newest?.file ?? null, isRunning: running !== null,
      failure: made && !made.ok ? sayFailure(made) : null, missingAttachments: made?.ok ? made.value.missingAttachments : 0,
      second: second === null ? null : { folder: second, isThere: existsSync(second), lastAt: newestBackup(found.value.register, second, now())?.at ?? null, failure: secondFailure && sayFailure(secondFailure) },
    })
  }

  async function make({ register: source, second }: Place, folder: string, occasion: BackupOccasion | null): Promise<void> {
    const jobId = 'backup'
    const at = now()
    const target = newBackup(source, folder, at, occasion)
    const made = await runBackup({ work: 'backup', from: source, target, second }, (done, total) => emit('job.progress', { jobId, name: 'job.backup', done, total }))
    last = { register: source, at, target, made }
    if (!made.ok && isDamage(made.code)) register.refuseWrites(source, problemOf(made))
    running = null
    emit('job.ended', { jobId, code: made.ok ? null : made.code })
    emit('backup.changed', {})
  }

  async function run(occasion: BackupOccasion | null = null): Promise<Result<BackupStatus>> {
    const found = await place()
    if (!found.ok) return found
    if (found.value.folder !== null) {
      // What runs already may have begun before what this one is for.
      if (occasion !== null) await running
      running ??= make(found.value, found.value.folder, occasion)
      await running
    }
    return status()
  }

  async function beforeUpdate(): Promise<Result<{ keptAs: string }>> {
    const found = await place()
    if (!found.ok) return found
    while (running !== null) await running
    const { register: path, folder } = found.value
    running = make(found.value, folder ?? dirname(path), 'upgrade')
    await running
    const made = lastOf(path)
    if (made === null) return fail('register_changed')
    return made.made.ok ? succeed({ keptAs: made.made.value.file ?? made.target }) : made.made
  }

  /** An empty register would use up the day's backup before the first data come. */
  async function hasRecords(): Promise<boolean> {
    return Object.values((await register.status()).counts).some((count) => count > 0)
  }

  async function restore(backup: string, target: string): Promise<Result<Made>> {
    const jobId = 'restore'
    const made = await runBackup({ work: 'restore', from: backup, target, keys: unlocked.of(backup) }, (done, total) => emit('job.progress', { jobId, name: 'job.restore', done, total }))
    emit('job.ended', { jobId, code: made.ok ? null : made.code })
    return made
  }

  /** An encrypted one is opened and compared where that keeps nobody waiting. */
  async function lookInto(backup: string, beside: string | null): Promise<Result<LookedInto>> {
    if (!isSealed(backup)) return lookIntoBackup(backup, beside, null, dirname(backup))
    const session = register.session()
    const folder = dirname(session.ok ? session.value.path : defaultRegisterPath(process.env, process.platform))
    const made = await runBackup({ work: 'look', from: backup, beside, folder, keys: unlocked.of(backup) }, () => undefined)
    if (!made.ok) return made
    return made.value.looked === undefined ? fail('unexpected') : succeed(made.value.looked)
  }

  async function replace(backup: string): Promise<Result<Made>> {
    // No backup of its own begins while the register is being replaced.
    while (running !== null) await running
    const replacing = replaceNow(backup)
    running = replacing.then(() => undefined, () => undefined)
    try {
      return await replacing
    } finally {
      running = null
      emit('backup.changed', {})
    }
  }

  async function replaceNow(backup: string): Promise<Result<Made>> {
    const found = await place()
    if (!found.ok) return found
    const jobId = 'restore'
    // Without a chosen folder what is replaced is kept beside the register.
    const keptAs = newBackup(found.value.register, found.value.folder ?? dirname(found.value.register), now(), 'restore')
    return register.whileClosed(async (target) => {
      const made = await runBackup({ work: 'replace', from: backup, target, keptAs, keys: unlocked.of(backup) }, (done, total) => emit('job.progress', { jobId, name: 'job.restore', done, total }))
      if (made.ok) register.allowWrites()
      emit('job.ended', { jobId, code: made.ok ? null : made.code })
      return made
    })
  }

  async function salvage(target: string, damaged?: string): Promise<Result<Made>> {
    const session = register.session()
    if (!session.ok && damaged === undefined) return session
    const from = damaged ?? (session.ok ? session.value.path : '')
    const jobId = 'salvage'
    emit('job.progress', { jobId, name: 'job.salvage', done: 0, total: 0 })
    const made = await runBackup({ work: 'salvage', from, target, at: now(), operator: session.ok ? await operatorOf(session.value.store.info) : '' }, () => undefined)
    emit('job.ended', { jobId, code: made.ok ? null : made.code })
    return made
  }

  return {
    status,
    beforeUpdate,
    salvage,
    run: () => run(),
    restore,
    replace,
    async beforeImport(rows) {
      if (rows > backupRule.largeImportRows && (await hasRecords())) await run('import')
    },
    async list() {
      const found = await place()
      if (!found.ok) return found
      const { register: path, folder } = found.value
      const backups = folder === null ? [] : backupsOf(path, folder)
      return succeed({ backups: backups.map(listed), openFiles: folder === null ? null : openFilesIn(folder, path) })
    },
    async look(backup) {
      const looked = await lookInto(backup, null)
      return looked.ok ? succeed(looked.value.contents) : looked
    },
    async compare(backup) {
      const found = await place()
      if (!found.ok) return found
      const looked = await lookInto(backup, found.value.register)
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
    async runIfDue() {
      const current = await status()
      if (!current.ok || current.value.folder === null) return
      const { lastAt, failure: failed, second } = current.value
      if (!(await hasRecords())) return
      const session = register.session()
      const triedAt = session.ok ? lastOf(session.value.path)?.at : undefined
      const mayRetry = triedAt === undefined || now() - triedAt >= retryAfterMs
      if (failed !== null && failed.code !== 'file_not_found' && !mayRetry) return
      const isOutOfStep = second !== null && second.isThere && second.lastAt !== lastAt && mayRetry
      if (lastAt === null || localDate(lastAt) !== localDate(now()) || isOutOfStep) await run()
    },
  }
}

/** Nobody where the settings can no longer be read. */
async function operatorOf(info: { get(key: string): Promise<string | null> }): Promise<string> {
  try {
    return (await info.get('operator')) ?? ''
  } catch {
    return ''
  }
}

interface Place { register: string; folder: string | null; second: string | null }

/** What a copy found wrong; a register that cannot even be opened says nothing more. */
function problemOf({ details }: Failure): string {
  const { problem } = details ?? {}
  return typeof problem === 'string' ? problem : 'database_damaged'
}

function sayFailure({ code, details }: Failure): { code: string; details?: Record<string, unknown> } {
  return { code, ...(details ? { details } : {}) }
}

/** The register's own files are none of the backups', also where they share a folder. */
function openFilesIn(folder: string, register: string): string | null {
  const files = filesFolderOf(join(folder, basename(register)))
  return existsSync(files) && resolve(files) !== resolve(filesFolderOf(register)) ? files : null
}

function listed({ file, at, occasion, isSealed: isNamedSealed }: BackupFile): BackupList['backups'][number] {
  return { file, at, occasion, contents: isNamedSealed ? null : contentsOrNull(file), sealedBytes: isNamedSealed ? sealedBytesOf(file) : null }
}

/** null: it does not begin as an encrypted backup does, and is damaged. */
function sealedBytesOf(file: string): number | null {
  return sealedHeaderOf(file) === null ? null : statSync(file).size
}

function contentsOrNull(file: string): BackupContents | null {
  const contents = lookAtBackup(file)
  return contents.ok ? contents.value : null
}
