import { spawn } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { app, dialog } from 'electron'
import { t } from '../../shared/text/t'
import { chosenVersion } from '../update/keptVersions'
import { findProgramHome, type ProgramHome } from '../update/programHome'

/** Tells a kept version which program it runs in the place of. */
const startedByKey = 'BIAOZHI_PROGRAM'
/** Tells the command line where the data of a portable program lie. */
const dataFolderKey = 'BIAOZHI_DATA_FOLDER'

export interface ProgramPlace extends ProgramHome {
  /** File name of the program, the same in every version. */
  programName: string
  /** Version of the program that the shortcuts start. */
  ownVersion: string
}

export function programPlace(): ProgramPlace {
  // Only while developing: a file to be taken for the packaged program.
  const pretended = app.isPackaged ? undefined : process.env['BIAOZHI_PROGRAM_FILE']
  const executable = pretended ?? app.getPath('exe')
  const home = findProgramHome({ executable, platform: process.platform, isPackaged: app.isPackaged || pretended !== undefined, localFolder: localFolder(), startedBy: process.env[startedByKey] })
  return { ...home, programName: basename(home.program), ownVersion: home.program === executable ? app.getVersion() : (versionBeside(home.program) ?? app.getVersion()) }
}

function localFolder(): string {
  const parent = process.platform === 'win32' ? (process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')) : (process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'))
  return join(parent, 'biaozhi')
}

function versionBeside(program: string): string | null {
  try {
    const info = JSON.parse(readFileSync(join(dirname(program), 'build-info.json'), 'utf8')) as { version?: unknown }
    return typeof info.version === 'string' ? info.version : null
  } catch {
    return null
  }
}

/**
 * Starts the version that was chosen in place of this program, and ends this one with it. After `keepDataBeside`.
 *
 * @param isCommand  a command keeps its console and its exit code
 * @returns whether another version runs
 */
export function startChosenVersion({ program, versionsFolder, programName, ownVersion }: ProgramPlace, isCommand: boolean): boolean {
  if (versionsFolder === null || !app.isPackaged || app.getPath('exe') !== program) return false
  const version = chosenVersion(versionsFolder, { version: ownVersion, programName })
  if (version === null) return false
  // The profile belongs to that version; this one keeps nothing, but Electron writes even on its way out.
  app.setPath('userData', join(app.getPath('userData'), 'command'))
  const env = { ...process.env, [startedByKey]: program }
  const chosen = join(versionsFolder, version, programName)
  const child = spawn(chosen, process.argv.slice(1), isCommand ? { env, stdio: 'inherit' } : { env, stdio: 'ignore', detached: true })
  child.once('error', () => app.exit(1))
  if (isCommand) child.once('exit', (code) => app.exit(code ?? 1))
  else child.once('spawn', () => {
    child.unref()
    app.exit(0)
  })
  return true
}

/**
 * A portable program keeps what Electron keeps, and its own, in the data folder beside it; any other with the user.
 * Before the app is ready.
 *
 * @returns false where nothing can be written there: a read-only medium, a folder without the right
 */
export function keepDataBeside({ dataFolder }: ProgramPlace): boolean {
  const isGiven = app.commandLine.hasSwitch('user-data-dir')
  if (dataFolder === null) {
    // Electron's own joining loses a Chinese name where the locale is ASCII or missing: the profile lay in ~/.config itself.
    if (!isGiven) app.setPath('userData', join(app.getPath('appData'), app.name))
    return true
  }
  process.env[dataFolderKey] = dataFolder
  if (!isWritable(dataFolder)) return false
  if (!isGiven) app.setPath('userData', join(dataFolder, 'profile'))
  return true
}

function isWritable(folder: string): boolean {
  const probe = join(folder, `.write-${process.pid}`)
  try {
    writeFileSync(probe, '')
    rmSync(probe)
    return true
  } catch {
    return false
  }
}

/** A portable program that could keep nothing says so and does not start. */
export function refuseReadOnly({ dataFolder }: ProgramPlace): void {
  void app.whenReady().then(() => {
    dialog.showErrorBox(t('app.name'), t('portable.readOnly', { folder: dirname(dataFolder ?? '') }))
    app.exit(1)
  })
}
