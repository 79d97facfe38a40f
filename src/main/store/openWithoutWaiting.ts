import { constants, openSync } from 'node:fs'

/** Opens to read, as numbers of flags: a pipe that nobody writes to is not waited for. Windows has neither. */
export const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A descriptor to read from, at once, whatever the path leads to. @throws file system errors (ENOENT, EACCES …) */
export function openWithoutWaiting(path: string): number {
  return openSync(path, readWithoutWaiting)
}
