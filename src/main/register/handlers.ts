import type { RegisterHandlers } from '../../shared/bridge/contract'
import { succeed } from '../../shared/domain/result'
import { removeUnfinished } from './attachments/tidyFiles'
import { createBackups } from './backup/backups'
import { runOrder } from './backup/runOrder'
import { inspectHere } from './condition/inspectionWorker'
import { createRegisterCondition } from './condition/registerCondition'
import { createLookJobs } from './doctor/lookJobs'
import { createCancellableJobs } from './cancellableJobs'
import { createBatchHandlers } from './handlers/batchHandlers'
import { createConditionHandlers } from './handlers/conditionHandlers'
import { createCountingHandlers } from './handlers/countingHandlers'
import { createCrosstabHandlers } from './handlers/crosstabHandlers'
import { createDoctorHandlers } from './handlers/doctorHandlers'
import { createEncryptionHandlers } from './handlers/encryptionHandlers'
import type { HandlerContext } from './handlers/handlerContext'
import { createFillHandlers } from './handlers/fillHandlers'
import { createImportHandlers } from './handlers/importHandlers'
import { createIndicatorHandlers } from './handlers/indicatorHandlers'
import { createListHandlers } from './handlers/listHandlers'
import { createPeriodHandlers } from './handlers/periodHandlers'
import { createPersonsWork } from './handlers/personsWork'
import { createRecordHandlers } from './handlers/recordHandlers'
import { createReportHandlers } from './handlers/reportHandlers'
import { createSearchHandlers } from './handlers/searchHandlers'
import { createSettingsHandlers } from './handlers/settingsHandlers'
import { createTagHandlers } from './handlers/tagHandlers'
import { createTwinHandlers } from './handlers/twinHandlers'
import { createUnitHandlers } from './handlers/unitHandlers'
import { removeStaleFolders } from '../store/temporaryFolders'
import { tellNewDays } from './newDays'
import { unasked } from './unasked'

/** The daily backup is not worth a slow start; looked for every minute, the first data are safe soon after they came. */
const firstBackupAfterMs = 30_000
const backupCheckEveryMs = 60_000
/** Nobody waits for it. */
const leftoversAfterMs = 120_000

/** The register's side of the bridge: one entry per call of the contract, grouped like it. */
export function createHandlers(context: HandlerContext): RegisterHandlers {
  const { version, register } = context
  const backups = createBackups({
    register, emit: context.emit ?? (() => undefined), now: () => Date.now(),
    runBackup: context.runBackup ?? runOrder,
  })
  const work = createPersonsWork(context)
  const jobs = createCancellableJobs(context.emit ?? (() => undefined))
  const look = createLookJobs(jobs)
  const condition = createRegisterCondition({
    register, emit: context.emit ?? (() => undefined), start: context.startInspection ?? inspectHere, activity: context.activity, now: () => Date.now(),
    async verifiedBackupAt() {
      const backup = await backups.status()
      return backup.ok ? backup.value.lastAt : null
    },
  })
  const lookForBackup = (): void => void unasked(async () => {
    await backups.runIfDue()
    await condition.runIfIdle()
  })
  tellNewDays(context.today, () => context.emit?.('day.began', {}))
  setTimeout(lookForBackup, firstBackupAfterMs).unref()
  setInterval(lookForBackup, backupCheckEveryMs).unref()
  setTimeout(() => void unasked(() => {
    const session = register.session()
    if (session.ok) removeUnfinished(session.value)
  }), leftoversAfterMs).unref()
  setTimeout(() => void unasked(removeStaleFolders), leftoversAfterMs).unref()
  return {
    'app.info': async () => {
      const session = register.session()
      return succeed({ version, node: process.versions.node, sqlite: session.ok ? session.value.sqliteVersion : null })
    },
    'register.open': ({ file, create }) => register.open(file, create),
    'register.status': async () => succeed(await register.status()),
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job)
      return succeed({})
    },
    ...createConditionHandlers(condition),
    ...createListHandlers(context, jobs),
    ...createRecordHandlers(context, work),
    ...createImportHandlers(context, jobs, backups.beforeImport),
    ...createBatchHandlers(context),
    ...createCountingHandlers(context, look),
    ...createCrosstabHandlers(context, jobs),
    ...createDoctorHandlers(context, look),
    ...createEncryptionHandlers(context, backups),
    ...createFillHandlers(context, jobs),
    ...createReportHandlers(context, jobs),
    ...createPeriodHandlers(context, jobs),
    ...createIndicatorHandlers(context, work),
    ...createSearchHandlers(context),
    ...createSettingsHandlers(context, backups),
    ...createTagHandlers(work, jobs),
    ...createTwinHandlers(work, look),
    ...createUnitHandlers(context, work),
  }
}
