import { BrowserWindow, type WebContents } from 'electron'
import { succeed, type Result } from '../../shared/domain/result'

/**
 * Copying and pasting that begin without a key: rows that come later than Ctrl+C, and the entries of a menu. The page gets
 * the event as if the key had been pressed now, and fills or reads the clipboard itself; it needs no permission for it.
 */
export async function copy(): Promise<Result<Record<never, never>>> {
  page()?.copy()
  return succeed({})
}

export async function paste(): Promise<Result<Record<never, never>>> {
  page()?.paste()
  return succeed({})
}

function page(): WebContents | undefined {
  return (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents
}
