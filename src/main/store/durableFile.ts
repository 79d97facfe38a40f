import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'

/**
 * Makes the names in a folder durable: after a rename the file's bytes may be on disk while its name is not yet.
 * Windows cannot open a folder for this and orders its own metadata.
 */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** Removes a draft. One that cannot be removed now must not hide what became of the work: it is left to whoever tidies. */
export function dropDraft(...paths: string[]): void {
  for (const path of paths) {
    try {
      rmSync(path, { force: true })
    } catch {
      // the disk it lay on may be away
    }
  }
}
