import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { succeed, type Result } from '../../shared/domain/result'
import { syncFolder } from './durableFile'
import { filesFolderOf } from './fileStore'
import { toStoreFailure } from './sqlite/sqliteFailure'

/**
 * Copies the kept originals that a backup folder does not have yet. They are named by their content, so all backups of
 * a register share one set.
 *
 * @returns how many were copied
 */
export function copyOriginals(registerPath: string, folder: string): Result<{ copied: number }> {
  const from = filesFolderOf(registerPath)
  return copyKeptFiles(from, join(folder, basename(from)))
}

/** The same from one folder of kept originals to another; a folder that is not there holds none. */
export function copyKeptFiles(from: string, to: string): Result<{ copied: number }> {
  try {
    return succeed({ copied: existsSync(from) ? copyMissing(from, to) : 0 })
  } catch (error) {
    return toStoreFailure(error)
  }
}

function copyMissing(from: string, to: string): number {
  let copied = 0
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.endsWith('.part')) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(from, source))
    if (existsSync(target) && statSync(target).size === statSync(source).size) continue
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(source, `${target}.part`)
    renameSync(`${target}.part`, target)
    syncFolder(dirname(target))
    copied++
  }
  return copied
}
