import { readdirSync, statSync, type Stats } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { tableEndings } from '../../../shared/domain/catalogue/tableEndings'
import { Refusal } from '../../../shared/domain/result'

/** Folders within folders, and files, that are looked at: a whole disk let go over the window is a mistake. */
const deepest = 4
const mostFiles = 200

/** Beside an open table Excel and WPS keep a file of this name: who has it open, and no row. */
export function isLockFile(path: string): boolean {
  return basename(path).startsWith('~$')
}

/**
 * The files that were meant: of folders the tables in them, by name; lock files are left out, unless there is nothing else.
 * A folder without tables stays itself, to be refused in words.
 */
export function filesGiven(paths: readonly string[]): string[] {
  const meant = paths.flatMap((path) => {
    const inside = statOf(path)?.isDirectory() === true ? tablesIn(path, 1) : []
    return inside.length === 0 ? [path] : inside
  })
  const tables = meant.filter((path) => !isLockFile(path))
  return (tables.length === 0 ? meant : tables).slice(0, Math.max(mostFiles, paths.length))
}

/** null for what is not there or cannot be looked at: reading it says why. */
function statOf(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

const byName = new Intl.Collator('zh-CN', { numeric: true })

function tablesIn(folder: string, depth: number): string[] {
  const entries = readEntries(folder).toSorted((a, b) => byName.compare(a.name, b.name))
  const found: string[] = []
  for (const entry of entries) {
    if (found.length >= mostFiles) break
    if (entry.name.startsWith('.') || isLockFile(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < deepest) found.push(...tablesIn(path, depth + 1))
    else if (entry.isFile() && tableEndings.includes(extname(entry.name).toLowerCase())) found.push(path)
  }
  return found
}

/** A folder that may not be read has no tables to give. */
function readEntries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/**
 * @throws Refusal not_a_table for a lock file, file_not_readable for a folder, a pipe or a device: a pipe is read once only, and a device
 *         may never end
 */
export function refuseWhatIsNoFile(path: string): void {
  if (isLockFile(path)) throw new Refusal('not_a_table', { file: basename(path) }, { what: 'lock' })
  const stat = statOf(path)
  if (stat && !stat.isFile()) throw new Refusal('file_not_readable', { file: basename(path) }, { what: stat.isDirectory() ? 'folder' : 'stream' })
}
