import type { ErrorCode } from '../domain/errorCodes'
import type { Job } from './jobs'
import type { Preferences } from './operations/shellOperations'

/** What a window can subscribe to. Events carry what changed, never the data: the window asks again. */
export interface BridgeEvents {
  'register.changed': { sequence: number }
  /** The register process died and was started again: every result handle is gone. */
  'register.restarted': Record<never, never>
  'job.progress': JobProgress
  /** A file on its way in has new facts to show: read further, judged, written. */
  'imports.changed': { job: number }
  'job.ended': Job & { code: ErrorCode | null }
  /** A backup was made, or failed. */
  'backup.changed': Record<never, never>
  /** The register was looked at, or found damaged. */
  'condition.changed': Record<never, never>
  /** The calendar shows another day: what lapses and is in force is to be asked again. */
  'day.began': Record<never, never>
  'preferences.changed': Preferences
  /** The page died and was brought back. */
  'window.returned': Record<never, never>
  /** The program was started once more with this register, by a double click on it: the window that is there opens it. */
  'register.asked': { file: string }
  /** A menu entry that acts inside the window. */
  'menu.command': { command: MenuCommand }
}

export interface JobProgress extends Job {
  done: number
  total: number | null
  /** What is being worked on, as the clerk knows it: a file name. */
  subject?: string
  /** Rows a second, and milliseconds left, where they can be told. */
  rowsPerSecond?: number
  remainingMs?: number
}

export const menuCommands = ['newRegister', 'openRegister', 'search', 'togglePanel', 'help', 'shortcuts', 'tour', 'card', 'releases'] as const
export type MenuCommand = (typeof menuCommands)[number]

export type EventName = keyof BridgeEvents
