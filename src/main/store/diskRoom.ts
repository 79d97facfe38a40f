import { statfsSync } from 'node:fs'

const bytesInMb = 1_000_000

/**
 * What a clerk is told of a disk that filled up: how much is left now that what was begun is gone, and how much was needed
 * where that is known.
 */
export function roomLeft(folder: string, neededBytes?: number): Readonly<Record<string, unknown>> {
  try {
    const { bavail, bsize } = statfsSync(folder)
    const freeMb = Math.floor(bavail * bsize / bytesInMb)
    return neededBytes === undefined ? { what: 'left', path: folder, freeMb } : { what: 'room', path: folder, freeMb, neededMb: Math.ceil(neededBytes / bytesInMb) }
  } catch {
    return { path: folder } // the disk is gone besides
  }
}
