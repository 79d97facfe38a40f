import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the space for young objects at its first size. An import makes rows by the million, of which a part stays: a
 * nursery that grows to its usual size holds a hundred megabytes more of rows already done with, and is no faster.
 * For the command line, whose process may be anybody's Node; other processes get their limits when they are started.
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
