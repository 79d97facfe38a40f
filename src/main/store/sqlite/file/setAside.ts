import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from '../../durableFile'

/**
 * A -wal file without its register would be played into whatever file next takes the name: a new register would come up
 * holding the old one's records. It is kept under another name, because it may be all that is left of them.
 */
export function setAsideOrphans(path: string): void {
  moveLog(path, freeName((number) => `${path}-wal-orphan-${number}`))
}

/**
 * Puts a register that is past use under another name beside its place, with what was last written to it: the file
 * first, since a log that is left alone is kept as an orphan, while a register without its log has lost what stood in
 * it. Called by the holder of the writer lock while this program has no connection to the register.
 *
 * @returns the file's name from now on
 */
export function setAsideRegister(path: string): string {
  const aside = freeName((number) => path.replace(/(\.bzr)?$/i, `_damaged-${number}.bzr`))
  renameSync(path, aside)
  moveLog(path, `${aside}-wal`)
  syncFolder(dirname(path))
  return aside
}

/** Undoes {@link setAsideRegister} where nothing could be put in the register's place. */
export function putBack(aside: string, path: string): void {
  renameSync(aside, path)
  if (existsSync(`${aside}-wal`)) renameSync(`${aside}-wal`, `${path}-wal`)
  syncFolder(dirname(path))
}

/** The index of the log goes: whoever opens the log next makes its own. */
function moveLog(path: string, log: string): void {
  rmSync(`${path}-shm`, { force: true })
  if (existsSync(`${path}-wal`)) renameSync(`${path}-wal`, log)
}

function freeName(nameOf: (number: number) => string): string {
  for (let number = 1; ; number++) if (!existsSync(nameOf(number))) return nameOf(number)
}
