import { readFileSync, writeFileSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { app, BrowserWindow, nativeTheme } from 'electron'
import { z } from 'zod'
import { preferences, zoomSteps, type Preferences } from '../../shared/bridge/operations/shellOperations'
import type { Language } from '../../shared/domain/language'

const stored = preferences.extend({
  /** Register to open again at the next start. */
  registerFile: z.string().nullable(),
  /** Where the office keeps updates: a folder or an address; null: none are looked for. */
  updatePlace: z.string().nullable(),
})
type Stored = z.output<typeof stored>

const first: Stored = { theme: 'system', zoomPercent: 100, language: 'zh-CN', registerFile: null, updatePlace: null }

/** What this computer remembers from one start to the next, and its effect on the windows. */
export interface PreferenceDesk {
  get(): Stored
  /** What the window is told. */
  shown(): Preferences
  set(change: Partial<Stored>): Preferences
  /** One step up, one step down, or back to 100 %. */
  zoom(step: 1 | -1 | 0): void
}

function preferenceFile(): string {
  return join(app.getPath('userData'), 'preferences.json')
}

/** The choice of this computer before the program is ready: Chromium is told its language then. */
export function chosenLanguage(): Preferences['language'] {
  return read(null).language
}

/** The language of a choice; of the system's languages the first that is Chinese or English counts. */
export function languageOf(choice: Preferences['language']): Language {
  if (choice !== 'system') return choice
  const wanted = app.getPreferredSystemLanguages().map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en')
  return wanted === 'en' ? 'en' : 'zh-CN'
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

  function shown(): Preferences {
    const { theme, zoomPercent, language } = current
    return { theme, zoomPercent, language }
  }

  function set(change: Partial<Stored>): Preferences {
    current = { ...current, ...change }
    nativeTheme.themeSource = current.theme
    for (const window of BrowserWindow.getAllWindows()) applyZoom(window, current.zoomPercent)
    try {
      writeFileSync(preferenceFile(), JSON.stringify(movable(current, dataFolder)))
    } catch {
      // The choice holds until the program ends.
    }
    announce(shown())
    return shown()
  }

  return {
    get: () => current,
    shown,
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
