import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { succeed, type Result } from '../../shared/domain/result'
import { dropDraft, flushFile, nameDraft } from './durableFile'
import { contentNamed, filesFolderOf, holds } from './fileStore'
import { toStoreFailure } from './sqlite/file/sqliteFailure'

export interface CopiedFiles {
  copied: number
  /** Left out, since they no longer hold what their name says. */
  damaged: number
}

/**
 * Copies the kept originals and attachments that a backup folder does not have yet. They are named by their content, so
 * all backups of a register share one set.
 */
export function backUpKeptFiles(registerPath: string, folder: string): Promise<Result<CopiedFiles>> {
  const from = filesFolderOf(registerPath)
  return copyKeptFiles(from, join(folder, basename(from)))
}

/**
 * The same from one folder of kept files to another; a folder that is not there holds none. Each copy is read again before
 * it gets its name; a damaged file is never copied over a whole one.
 */
export async function copyKeptFiles(from: string, to: string): Promise<Result<CopiedFiles>> {
  const done: CopiedFiles = { copied: 0, damaged: 0 }
  try {
    for (const { content, source, target } of keptPairs(from, to)) {
      if (await isThere(source, target, content.sha256)) continue
      if (await copyVerified(source, target, content)) done.copied++
      else done.damaged++
    }
    return succeed(done)
  } catch (error) {
    return toStoreFailure(error)
  }
}

/** How much room {@link backUpKeptFiles} needs. @throws what the file system refuses */
export function bytesToBackUp(registerPath: string, folder: string): number {
  const from = filesFolderOf(registerPath)
  const sizes = keptPairs(from, join(folder, basename(from))).map(({ source, target }) => [statSync(source).size, statSync(target, { throwIfNoEntry: false })?.size])
  return sizes.reduce((bytes, [size = 0, there]) => bytes + (there === size ? 0 : size), 0)
}

/** Each kept file of a folder, and where the other one has it. */
function keptPairs(from: string, to: string) {
  if (!existsSync(from)) return []
  return readdirSync(from, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const content = entry.isFile() ? contentNamed(entry.name) : null
    const source = join(entry.parentPath, entry.name)
    return content === null ? [] : [{ content, source, target: join(to, relative(from, source)) }]
  })
}

/** A file of the same length was verified when it was copied; one of another length is looked at. */
async function isThere(source: string, target: string, sha256: string): Promise<boolean> {
  const size = statSync(target, { throwIfNoEntry: false })?.size
  return size !== undefined && (size === statSync(source).size || (await holds(target, sha256)))
}

async function copyVerified(source: string, target: string, { sha256, isDeflated }: { sha256: string; isDeflated: boolean }): Promise<boolean> {
  const draft = `${target}.part`
  mkdirSync(dirname(target), { recursive: true })
  try {
    copyFileSync(source, draft)
    if (!(await holds(draft, sha256, isDeflated))) return false
    flushFile(draft)
    nameDraft(draft, target)
    return true
  } finally {
    dropDraft(draft)
  }
}
