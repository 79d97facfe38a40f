import { accessSync, chmodSync, constants, copyFileSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../../../shared/domain/result'
import { dropFolder, temporaryFolder } from '../../temporaryFolders'

/** That a register lies where nothing can be written. */
export interface ReadOnlyPlace {
  /** Whether somebody who may has written to it since what is read was copied. */
  isOutdated(): boolean
}

/** A register's content in a place where SQLite may do what it does beside a file. */
export interface ReadingCopy extends ReadOnlyPlace {
  path: string
  remove(): void
}

/**
 * Whether nothing can be put beside a file: a burnt disc, a locked stick, a folder without the right to write. Tried and not
 * asked, since Windows does not tell of its permissions.
 */
export function takesNoFiles(path: string): boolean {
  const probe = join(dirname(path), `.write-${process.pid}`)
  try {
    writeFileSync(probe, '')
    rmSync(probe)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))
  }
}

/** Whether the system says that a file may be written; Windows says so of all that do not bear the mark. */
export function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Another program begins to write between two looks at the files at most once in a while. */
const tries = 3

/**
 * Copies a register that nobody writes to, with what was last written and stands in its log alone.
 *
 * @throws Refusal register_in_use where somebody writes all the time, and what the disk refuses
 */
export function copyForReading(path: string): ReadingCopy {
  const folder = temporaryFolder('register')
  const copy = join(folder, basename(path))
  try {
    for (let at = 0; at < tries; at++) {
      const before = stateOf(path)
      for (const ending of ['', '-wal']) {
        rmSync(copy + ending, { force: true })
        if (!existsSync(path + ending)) continue
        copyFileSync(path + ending, copy + ending)
        // What comes from a disc may only be read, and so would its copy.
        chmodSync(copy + ending, 0o600)
      }
      if (stateOf(path) === before) return { path: copy, isOutdated: () => stateOf(path) !== before, remove: () => { dropFolder(folder) } }
    }
    throw new Refusal('register_in_use')
  } catch (error) {
    dropFolder(folder)
    throw error
  }
}

function stateOf(path: string): string {
  return ['', '-wal'].map((ending) => statSync(path + ending, { throwIfNoEntry: false })).map((found) => `${found?.size} ${found?.mtimeMs}`).join()
}
