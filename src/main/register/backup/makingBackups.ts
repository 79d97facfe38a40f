import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BackupStatus } from '../../../shared/bridge/operations/settingsOperations'
import { backupRule, type BackupOccasion } from '../../../shared/domain/backup/backupRule'
import type { ErrorCode } from '../../../shared/domain/errorCodes'
import { succeed, type Failure, type Result } from '../../../shared/domain/result'
import { isDamage } from '../../store/sqlite/backup/backupRegister'
import { localDate } from '../localDate'
import { runNamedJob } from '../runJob'
import type { BackupContext } from './backupContext'
import { newBackup, newestBackup } from './ownBackups'
import type { Made } from './backupMessages'
import { openBackupPlaces } from './backupPlaces'

/** After a try that failed; only a folder that is not there is looked for every time. */
const retryAfterMs = 15 * 60_000

export interface MakingBackups {
  status(): Promise<Result<BackupStatus>>
  /** Makes a backup now, which stays beside the day's own and any other of that day. @returns the status afterwards, which carries the failure if there was one */
  run(): Promise<Result<BackupStatus>>
  /** Makes a backup before a large import where a folder was chosen; one that fails is told of like any other. */
  beforeImport(rows: number): Promise<void>
  /** Makes a backup before another version of the program takes over, beside the register where no folder was chosen. */
  beforeUpdate(): Promise<Result<{ keptAs: string }>>
  /** Makes today's backup when there is a folder for it, something to keep, and none was made today. */
  runIfDue(): Promise<void>
}

interface Try {
  register: string
  /** Epoch milliseconds. */
  at: number
  made: Result<Made>
}

/** Backups of the open register into the folder that the clerk chose. */
export function createMakingBackups({ register, emit, runBackup, turn, now }: BackupContext): MakingBackups {
  let last: Try | null = null

  /** A register that was opened since has had no try yet. */
  const lastOf = (path: string): Try | null => (last?.register === path ? last : null)

  async function status(): Promise<Result<BackupStatus>> {
    const places = await openBackupPlaces(register)
    if (!places.ok) return places
    const { register: path, folder, second } = places.value
    const newest = folder === null ? null : newestBackup(path, folder, now())
    const made = lastOf(path)?.made
    const secondFailure = made?.ok ? made.value.second : null
    return succeed({
      folder, lastAt: newest?.at ?? null, lastFile: newest?.file ?? null, isRunning: turn.isTaken(),
      failure: made && !made.ok ? sayFailure(made) : null, missingAttachments: made?.ok ? made.value.missingAttachments : 0,
      second: second === null ? null : { folder: second, isThere: existsSync(second), lastAt: newestBackup(path, second, now())?.at ?? null, failure: secondFailure && sayFailure(secondFailure) },
    })
  }

  /** @param second  folder that is brought into step afterwards */
  async function make(path: string, target: string, second: string | null): Promise<Result<Made>> {
    const at = now()
    const made = await runNamedJob(emit, { jobId: 'backup', name: 'job.backup', cancel: null, tellsFailure: true }, (onProgress) => runBackup({ work: 'backup', from: path, target, second }, onProgress))
    last = { register: path, at, made }
    if (!made.ok && isDamage(made.code)) register.refuseWrites(path, problemOf(made))
    return made
  }

  async function run(occasion: BackupOccasion | null = null): Promise<Result<BackupStatus>> {
    const places = await openBackupPlaces(register)
    if (!places.ok) return places
    const { register: path, folder, second } = places.value
    if (folder !== null) {
      // What runs already may have begun before what this one is for.
      if (occasion !== null && occasion !== 'manual') await turn.over()
      await turn.join(() => make(path, newBackup(path, folder, now(), occasion), second))
    }
    return status()
  }

  /** An empty register would use up the day's backup before the first data come. */
  async function hasRecords(): Promise<boolean> {
    return Object.values((await register.status()).counts).some((count) => count > 0)
  }

  async function isDue({ lastAt, failure, second }: BackupStatus): Promise<boolean> {
    if (!(await hasRecords())) return false
    const session = register.session()
    const triedAt = session.ok ? lastOf(session.value.path)?.at : undefined
    const mayRetry = triedAt === undefined || now() - triedAt >= retryAfterMs
    if (failure !== null && failure.code !== 'file_not_found' && !mayRetry) return false
    const isOutOfStep = second !== null && second.isThere && second.lastAt !== lastAt && mayRetry
    return lastAt === null || localDate(lastAt) !== localDate(now()) || isOutOfStep
  }

  return {
    status,
    run: () => run('manual'),
    async beforeImport(rows) {
      if (rows > backupRule.largeImportRows && (await hasRecords())) await run('import')
    },
    async beforeUpdate() {
      const places = await openBackupPlaces(register)
      if (!places.ok) return places
      const { register: path, folder, second } = places.value
      return turn.alone(async () => {
        const target = newBackup(path, folder ?? dirname(path), now(), 'upgrade')
        const made = await make(path, target, second)
        return made.ok ? succeed({ keptAs: made.value.file ?? target }) : made
      })
    },
    async runIfDue() {
      const session = register.session()
      // Where nothing can be written nothing changes.
      if (!session.ok || session.value.readOnlyPlace !== null) return
      const current = await status()
      if (current.ok && current.value.folder !== null && (await isDue(current.value))) await run()
    },
  }
}

/** What a copy found wrong; a register that cannot even be opened says nothing more. */
function problemOf({ details }: Failure): string {
  const { problem } = details ?? {}
  return typeof problem === 'string' ? problem : 'database_damaged'
}

function sayFailure({ code, details }: Failure): { code: ErrorCode; details?: Record<string, unknown> } {
  return { code, ...(details ? { details } : {}) }
}
