import { createHmac, hkdfSync } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { sealedFileFacts, type BackupKeys } from '../../../shared/domain/backup/sealedFormat'
import { Refusal, succeed, type Result } from '../../../shared/domain/result'
import type { CopiedFiles } from '../copyKeptFiles'
import { dropDraft, nameDraft, writeWhole } from '../durableFile'
import { contentNamed, filesFolderOf, holds } from '../fileStore'
import { toStoreFailure } from '../sqlite/file/sqliteFailure'
import type { OpenedKeys } from './backupKeyring'
import { openSealedFile, sealFile, sizeWhenSealed } from './sealedFile'

type NamingKeys = Pick<BackupKeys, 'id' | 'writerKey'>

/** Where the sealed originals and attachments of a register or its backups lie: `name.filesx/<keyring>`. */
export function sealedFilesFolder(registerOrBackup: string, keyring: string): string {
  return join(`${filesFolderOf(registerOrBackup)}x`, keyring)
}

/** Whether a content is among the sealed ones; who has no key can neither tell nor ask by a document he holds. */
export function hasSealed(folder: string, keys: NamingKeys, sha256: string): boolean {
  return existsSync(placeOf(folder, keys, sha256))
}

/**
 * Seals the kept originals and attachments that a folder does not have yet. Each stands under a keyed hash of its content:
 * found again without opening anything, and saying nothing of what it is.
 */
export async function sealKeptFiles(registerPath: string, folder: string, keys: BackupKeys): Promise<Result<CopiedFiles>> {
  const done: CopiedFiles = { copied: 0, damaged: 0 }
  try {
    for (const { path, target, facts } of notYetSealed(registerPath, folder, keys)) {
      if (await holds(path, facts.sha256, facts.isDeflated)) {
        mkdirSync(dirname(target), { recursive: true })
        sealFile(path, target, headerOf(keys), facts, keys)
        done.copied++
      } else done.damaged++
    }
    return succeed(done)
  } catch (error) {
    return toStoreFailure(error)
  }
}

/** How much room that takes. @throws what the file system refuses */
export function bytesToSeal(registerPath: string, folder: string, keys: BackupKeys): number {
  return [...notYetSealed(registerPath, folder, keys)].reduce((bytes, { size }) => bytes + size, 0)
}

const headerOf = ({ id }: BackupKeys) => ({ kind: 'file', keys: id }) as const

function* notYetSealed(registerPath: string, folder: string, keys: BackupKeys) {
  for (const { path, ...facts } of keptIn(filesFolderOf(registerPath))) {
    const target = placeOf(folder, keys, facts.sha256)
    const size = sizeWhenSealed(headerOf(keys), facts, statSync(path).size)
    if (statSync(target, { throwIfNoEntry: false })?.size !== size) yield { path, target, facts, size }
  }
}

/**
 * Brings sealed originals and attachments back beside a register. What is there already stays; what is not as it was
 * sealed is left out.
 */
export async function openKeptFiles(folder: string, registerPath: string, keys: OpenedKeys): Promise<Result<CopiedFiles>> {
  const done: CopiedFiles = { copied: 0, damaged: 0 }
  const target = filesFolderOf(registerPath)
  try {
    const there = new Set([...keptIn(target)].map(({ sha256 }) => basename(placeOf(folder, keys, sha256))))
    for (const entry of filesIn(folder)) {
      if (there.has(entry.name) || !/^[0-9a-f]{64}$/u.test(entry.name)) continue
      if (await openKept(join(entry.parentPath, entry.name), target, keys)) done.copied++
      else done.damaged++
    }
    return succeed(done)
  } catch (error) {
    return toStoreFailure(error)
  }
}

async function openKept(sealed: string, folder: string, keys: OpenedKeys): Promise<boolean> {
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `${basename(sealed)}.part`)
  try {
    const facts = sealedFileFacts.safeParse(openInto(sealed, draft, keys))
    if (!facts.success) return false
    const { sha256, isDeflated } = facts.data
    if (basename(placeOf(folder, keys, sha256)) !== basename(sealed) || !(await holds(draft, sha256, isDeflated))) return false
    const target = join(folder, sha256.slice(0, 2), isDeflated ? `${sha256}.deflate` : sha256)
    mkdirSync(dirname(target), { recursive: true })
    nameDraft(draft, target)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false // altered, or of another keyring
    throw error
  } finally {
    dropDraft(draft)
  }
}

/**
 * Opens a sealed file into a new one, on the disk when this returns.
 *
 * @returns the facts in front of its content
 * @throws Refusal as {@link openSealedFile}; what has been written by then is no use to anybody
 */
export function openInto(sealed: string, target: string, keys: OpenedKeys): unknown {
  const file = openSync(target, 'w', 0o600)
  let facts: unknown = null
  try {
    openSealedFile(sealed, keys, {
      facts(said) {
        facts = said
        return true
      },
      content(part) {
        writeWhole(file, part)
      },
    })
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return facts
}

function placeOf(folder: string, { writerKey }: Pick<BackupKeys, 'writerKey'>, sha256: string): string {
  const name = createHmac('sha256', Buffer.from(hkdfSync('sha256', Buffer.from(writerKey, 'base64'), '', 'biaozhi backup names 1', 32))).update(sha256).digest('hex')
  return join(folder, name.slice(0, 2), name)
}

function* keptIn(folder: string): Generator<{ path: string; sha256: string; isDeflated: boolean }> {
  for (const entry of filesIn(folder)) {
    const content = contentNamed(entry.name)
    if (content !== null) yield { path: join(entry.parentPath, entry.name), ...content }
  }
}

function filesIn(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : []
}
