import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen, type BrowserWindow, type Rectangle } from 'electron'
import { z } from 'zod'

const windowState = z.object({
  bounds: z.object({ x: z.int().optional(), y: z.int().optional(), width: z.int().min(400), height: z.int().min(300) }),
  isMaximized: z.boolean(),
})
export type WindowState = z.output<typeof windowState>

const firstState: WindowState = { bounds: { width: 1366, height: 728 }, isMaximized: false }

function stateFile(): string {
  return join(app.getPath('userData'), 'window.json')
}

/** Where the window was, unless the file is unreadable or no screen shows that place any more. */
export function readWindowState(): WindowState {
  try {
    const state = windowState.parse(JSON.parse(readFileSync(stateFile(), 'utf8')))
    return isOnAScreen(state.bounds) ? state : { ...state, bounds: firstState.bounds }
  } catch {
    return firstState
  }
}

function isOnAScreen({ x, y, width }: WindowState['bounds']): boolean {
  if (x === undefined || y === undefined) return true
  return screen.getAllDisplays().some(({ workArea }) => isTitleBarIn(workArea, x, y, width))
}

function isTitleBarIn(area: Rectangle, x: number, y: number, width: number): boolean {
  return x + width / 2 > area.x && x + width / 2 < area.x + area.width && y >= area.y && y < area.y + area.height
}

/** Losing this file costs nothing, so a full or read-only disk is no reason to complain. */
export function rememberWindowState(window: BrowserWindow): void {
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    try {
      writeFileSync(stateFile(), JSON.stringify(state))
    } catch {
      // The next start opens at the usual place.
    }
  })
}
