import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Everything generated lies here, outside the repository; delete the folder to start over. */
export const cacheFolder = join(process.env.BENCH_ROOT ?? process.cwd(), '.cache/bench')

/** Changed whenever generated content changes, so that an old cache is never measured. */
const generation = 'v1'

export function cachePath(name: string): string {
  return join(cacheFolder, generation, name)
}

/**
 * The path of a cached file, made when missing: under another name first, so that an interrupted run leaves nothing
 * that looks complete.
 */
export async function cached(name: string, make: (draft: string) => Promise<void> | void): Promise<string> {
  const path = cachePath(name)
  if (existsSync(path)) return path
  mkdirSync(join(cacheFolder, generation), { recursive: true })
  const draft = cachePath(`draft-${name}`)
  removeDatabase(draft)
  await make(draft)
  renameSync(draft, path)
  return path
}

/** A SQLite or DuckDB file with whatever stands beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '.lock', '.wal']) rmSync(path + suffix, { force: true })
}
