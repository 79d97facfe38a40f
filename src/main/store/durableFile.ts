import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

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

/** Writes all of it: one write takes fewer bytes than offered on a nearly full disk. @param position  absent: where the last one ended */
export function writeWhole(file: number, bytes: Uint8Array, position?: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, position === undefined ? null : position + done)
}

/** Brings the bytes of a written file onto the disk. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Gives a draft whose bytes are on the disk its name, durably; a file of that name is replaced. */
export function nameDraft(draft: string, target: string): void {
  renameSync(draft, target)
  syncFolder(dirname(target))
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
