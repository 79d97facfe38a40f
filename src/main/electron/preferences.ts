import { readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { z } from 'zod'
import { preferences, zoomSteps, type Preferences } from '../../shared/bridge/operations/shellOperations'

const stored = preferences.extend({
  /** Register to open again at the next start. */
  registerFile: z.string().nullable(),
  /** Where the office keeps updates: a folder or an address; null: none are looked for. */
  updatePlace: z.string().nullable(),
})
type Stored = z.output<typeof stored>

const first: Stored = { theme: 'system', zoomPercent: 100, registerFile: null, updatePlace: null }

/** What this computer remembers from one start to the next, and its effect on the windows. */
export interface PreferenceDesk {
  get(): Stored
  set(change: Partial<Stored>): Preferences
  /** One step up, one step down, or back to 100 %. */
  zoom(step: 1 | -1 | 0): void
}

function preferenceFile(): string {
  return join(app.getPath('userData'), 'preferences.json')
}

function read(dataFolder: string | null): Stored {
  try {
    const kept = stored.parse({ ...first, ...(JSON.parse(readFileSync(preferenceFile(), 'utf8')) as object) })
    return dataFolder === null || kept.registerFile === null ? kept : { ...kept, registerFile: resolve(dataFolder, kept.registerFile) }
  } catch {
    return first
  }
}

/** A register beside a portable program is found again when its disk has another letter. */
function movable(preferences: Stored, dataFolder: string | null): Stored {
  const { registerFile } = preferences
  if (dataFolder === null || registerFile === null) return preferences
  const within = relative(dataFolder, registerFile)
  const isOutside = isAbsolute(within) || within === '..' || within.startsWith(`..${sep}`)
  return isOutside ? preferences : { ...preferences, registerFile: within.replaceAll(sep, '/') }
}

/**
 * @param dataFolder  where a portable program keeps its registers, else null
 * @param announce    tells the windows, which show the choice in the settings
 */
export function createPreferences(dataFolder: string | null, announce: (changed: Preferences) => void): PreferenceDesk {
  let current = read(dataFolder)
  nativeTheme.themeSource = current.theme

  function set(change: Partial<Stored>): Preferences {
    current = { ...current, ...change }
    nativeTheme.themeSource = current.theme
    for (const window of BrowserWindow.getAllWindows()) applyZoom(window, current.zoomPercent)
    try {
      writeFileSync(preferenceFile(), JSON.stringify(movable(current, dataFolder)))
    } catch {
      // The choice holds until the program ends.
    }
    const { theme, zoomPercent } = current
    announce({ theme, zoomPercent })
    return { theme, zoomPercent }
  }

  return {
    get: () => current,
    set,
    zoom: (step) => void set({ zoomPercent: nextZoom(current.zoomPercent, step) }),
  }
}

export function applyZoom(window: BrowserWindow, percent: number): void {
  window.webContents.setZoomFactor(percent / 100)
}

function nextZoom(percent: number, step: 1 | -1 | 0): number {
  if (step === 0) return 100
  const above = zoomSteps.find((candidate) => candidate > percent) ?? zoomSteps[zoomSteps.length - 1]
  const below = zoomSteps.findLast((candidate) => candidate < percent) ?? zoomSteps[0]
  return (step === 1 ? above : below) ?? percent
}
