import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Refusal } from '../../shared/domain/result'
import { roomLeft } from './diskRoom'
import { toStoreFailure } from './sqlite/file/sqliteFailure'

/** What temporary folders of this program are for; their names say it. */
const purposes = ['attachment', 'original', 'rows', 'return', 'freeze', 'archive', 'verify', 'register'] as const
type Purpose = (typeof purposes)[number]

/** A younger one may be in use by another program, or by one that was given a file in it. */
const staleMs = 86_400_000

const inUse = new Set<string>()

/** A new folder of nobody else's, until it is dropped. */
export function temporaryFolder(purpose: Purpose): string {
  const folder = folderFor(purpose)
  inUse.add(folder)
  return folder
}

/** A new folder for what another program opens: no program tells when it is done with a file, so it goes when it is stale. */
export function handedOutFolder(): string {
  return folderFor('attachment')
}

/** Removes a folder with all that is in it. */
export function dropFolder(folder: string): void {
  inUse.delete(folder)
  rmSync(folder, { recursive: true, force: true })
}

/** Removes folders of yesterday: those that were handed out, and what programs that were killed had copied for themselves. */
export function removeStaleFolders(): void {
  const names = new Set(purposes.map(prefixOf))
  for (const name of readdirSync(tmpdir())) {
    if (!names.has(name.replace(/[^-]*$/u, ''))) continue
    const folder = join(tmpdir(), name)
    const changedAt = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (!inUse.has(folder) && Date.now() - changedAt > staleMs) removeQuietly(folder)
  }
}

/** @throws Refusal disk_full, file_not_writable: what the system's folder for such files refuses, which is not the clerk's own */
function folderFor(purpose: Purpose): string {
  try {
    return mkdtempSync(join(tmpdir(), prefixOf(purpose)))
  } catch (error) {
    if (toStoreFailure(error).code === 'disk_full') throw new Refusal('disk_full', undefined, roomLeft(tmpdir()))
    throw new Refusal('file_not_writable', undefined, { what: 'temporary', path: tmpdir() })
  }
}

function prefixOf(purpose: Purpose): string {
  return `biaozhi-${purpose}-`
}

/** A file that is still open on Windows stays until the next time. */
function removeQuietly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
