import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import type { HandlersOf, Output } from '../../shared/bridge/contract'
import type { Job } from '../../shared/bridge/jobs'
import type { updateOperations, UpdateState } from '../../shared/bridge/operations/updateOperations'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { compareVersions, type PackageKind, type UpdateOffer } from '../../shared/domain/update/updateOffer'
import { chooseVersion, chosenVersion, keptVersions } from '../update/keptVersions'
import { readPublicKey } from '../update/readOffer'
import { openUpdatePlace } from '../update/updatePlace'
import { maySwitchRegister } from './closeQuestion'
import { log } from './logFile'
import type { PreferenceDesk } from './preferences'
import type { ProgramPlace } from './programPlace'
import type { RegisterHost, SendEvent } from './registerHost'
import { updatePublicKey } from './updateKey'
import { createUpdateProcessHost } from './updateProcessHost'
import type { UnfinishedDesk } from './unfinishedWork'

interface Surroundings {
  place: ProgramPlace
  host: RegisterHost
  preferences: PreferenceDesk
  unfinished: UnfinishedDesk
  send: SendEvent
}

type Installed = Output<'update.install'>

const updateJob: Job = { jobId: 'update', name: 'job.update', cancel: { call: 'update.cancel', input: {} }, tellsFailure: true }

/**
 * Looks for, proves and switches versions of the program. Nothing happens by itself: no place is looked at but on a click,
 * nothing runs that was not signed, and the version before stays to go back to.
 */
export function createUpdateDesk({ place, host, preferences, unfinished, send }: Surroundings): HandlersOf<keyof typeof updateOperations> {
  const process_ = createUpdateProcessHost()
  const running = app.getVersion()
  const { versionsFolder, programName, ownVersion } = place
  const canSwitch = versionsFolder !== null && place.kind !== 'system'

  function state(): UpdateState {
    const next = canSwitch ? (chosenVersion(versionsFolder, { version: ownVersion, programName }) ?? ownVersion) : running
    const before = canSwitch ? [ownVersion, ...keptVersions(versionsFolder, programName)].filter((version) => compareVersions(version, running) < 0).toSorted(compareVersions) : []
    return {
      version: running, kind: place.kind, isSigned: readPublicKey(updatePublicKey()) !== null, place: preferences.get().updatePlace,
      previous: before.at(-1) ?? null, next: next === running ? null : next,
    }
  }

  async function look(): Promise<Result<UpdateOffer | null>> {
    const where = preferences.get().updatePlace
    if (where === null) return fail('update_place_wrong')
    const looked = await process_.run({ work: 'look', where, publicKey: updatePublicKey() }, () => undefined)
    if (!looked.ok) return looked
    const { value } = looked
    return succeed(value.work === 'look' && compareVersions(value.offer.version, running) > 0 ? value.offer : null)
  }

  async function prepare(version: string): Promise<Result<{ packageFile: string | null }>> {
    const where = preferences.get().updatePlace
    const kind = packageKindOf(place)
    if (where === null) return fail('update_place_wrong')
    if (versionsFolder === null || kind === null) return fail('update_no_package')
    const keepProgram = kind === 'win-setup' ? { folder: dirname(place.program), version: ownVersion } : null
    const onProgress = (done: number, total: number | null): void => send('job.progress', { ...updateJob, done, total })
    const made = await process_.run({ work: 'prepare', where, publicKey: updatePublicKey(), version, kind, versionsFolder, keep: [running], keepProgram }, onProgress)
    send('job.ended', { ...updateJob, code: made.ok ? null : made.code })
    if (!made.ok) return made
    return succeed({ packageFile: made.value.work === 'prepare' ? made.value.prepared.packageFile : null })
  }

  async function install(version: string): Promise<Result<Installed>> {
    const prepared = await prepare(version)
    if (!prepared.ok) return prepared
    const { packageFile } = prepared.value
    if (place.kind === 'system') return succeed({ how: 'handed', file: packageFile, keptAs: null })
    const kept = await backUp(host)
    if (!kept.ok) return kept
    log('update.prepared', { version, from: running })
    if (packageFile === null) {
      choose(version)
      return succeed({ how: 'switched', file: null, keptAs: kept.value })
    }
    // What was installed now is what runs next, not an older version that was gone back to.
    choose(ownVersion)
    if (!(await startInstaller(packageFile))) return fail('file_not_readable', undefined, { path: packageFile })
    return succeed({ how: 'installer', file: packageFile, keptAs: kept.value })
  }

  function choose(version: string): void {
    if (versionsFolder !== null) chooseVersion(versionsFolder, version === ownVersion ? null : version, ownVersion)
  }

  return {
    'update.state': async () => succeed(state()),
    'update.setPlace': async ({ place: updatePlace }) => {
      if (updatePlace !== null && !openUpdatePlace(updatePlace).ok) return fail('update_place_wrong')
      preferences.set({ updatePlace })
      return succeed(state())
    },
    'update.check': async () => {
      const offer = await look()
      if (!offer.ok) return offer
      if (offer.value === null) return succeed({ newer: null })
      const { version, releasedOn, notes, packages } = offer.value
      return succeed({ newer: { version, releasedOn, notes, bytes: packages.find(({ kind }) => kind === packageKindOf(place))?.bytes ?? null } })
    },
    'update.install': ({ version }) => install(version),
    'update.cancel': async () => {
      process_.cancel()
      return succeed({})
    },
    'update.goBack': async ({ version }) => {
      if (state().previous !== version) return fail('update_changed')
      const kept = await backUp(host)
      if (!kept.ok) return kept
      choose(version)
      log('update.back', { version, from: running })
      return succeed(state())
    },
    'update.restart': async () => {
      if (await maySwitchRegister(host, unfinished)) restart(place)
      return succeed({})
    },
  }
}

/** Which package suits this program; null while developing. */
function packageKindOf({ kind }: ProgramPlace): PackageKind | null {
  if (kind === 'source') return null
  if (kind === 'setup') return 'win-setup'
  if (kind === 'system') return process.platform === 'win32' ? 'win-setup' : 'linux-deb'
  return process.platform === 'win32' ? 'win-folder' : 'linux-folder'
}

/** @returns where the backup lies; null where no register is open */
async function backUp(host: RegisterHost): Promise<Result<string | null>> {
  const status = await host.call('register.status', {})
  if (!status.ok) return status
  if (status.value.file === null) return succeed(null)
  const kept = await host.call('backup.beforeUpdate', {})
  return kept.ok ? succeed(kept.value.keptAs) : kept
}

/** The installer asks before it replaces a running program, so the window closes behind it. */
function startInstaller(file: string): Promise<boolean> {
  const installer = spawn(file, [], { detached: true, stdio: 'ignore', cwd: join(file, '..') })
  return new Promise((resolve) => {
    installer.once('error', () => resolve(false))
    installer.once('spawn', () => {
      installer.unref()
      resolve(true)
    })
  })
}

function restart({ program, kind }: ProgramPlace): void {
  app.relaunch(kind === 'source' ? {} : { execPath: program, args: process.argv.slice(1) })
  // The question about files that were not committed has been asked: the windows go without another.
  for (const window of BrowserWindow.getAllWindows()) window.destroy()
}
