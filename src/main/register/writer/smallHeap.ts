import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the space for young objects at its first size. An import makes rows by the million, of which a part stays: a
 * nursery that grows to its usual size holds a hundred megabytes more of rows already done with, and is no faster.
 * For the command line, whose process may be anybody's Node; other processes get their limits when they are started.
 */
export function keepNurserySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

/**
 * Collects before a heap has grown to several times of what is alive in it. An import of 100,000 rows keeps 30 MB and
 * would let 100 lie about in each of two threads; looking more often costs some hundredths of its time.
 *
 * @param growthPercent  how far a heap may grow above what was alive at its last full collection
 */
export function keepHeapsTight(growthPercent = 70): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`)
}
