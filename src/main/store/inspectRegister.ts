import { succeed, type Result } from '../../shared/domain/result'
import { findDamage } from './checkRegister'
import type { ProblemCode } from './registerProblem'
import { glances } from './sqlite/check/glance'
import { openAsItIs } from './sqlite/file/openRegister'
import { toStoreFailure } from './sqlite/file/sqliteFailure'

/** `glance`: a bounded look at any register; `full`: every page, digest and link, which takes as long as there is data. */
export type InspectionDepth = 'glance' | 'full'

/** It looks beside whoever works at the register, and leaves the machine's memory to them. */
const cacheKiB = 4 * 1024

/**
 * Looks for damage on one snapshot of a register, while others read and write it.
 *
 * @returns the first thing that is not as it was written, null when nothing was found; refusals are those of opening,
 *          where a file that cannot be opened for its damage is no refusal
 */
export function inspectRegister(path: string, depth: InspectionDepth): Result<ProblemCode | null> {
  const opened = openAsItIs(path)
  if (!opened.ok) return opened.code === 'register_damaged' ? succeed('database_damaged') : opened
  const { db, close } = opened.value
  try {
    db.pragma(`cache_size = -${cacheKiB}`)
    db.exec('BEGIN')
    return succeed(findDamage(db, depth === 'glance' ? glances : undefined)?.problem ?? null)
  } catch (error) {
    return toStoreFailure(error)
  } finally {
    close()
  }
}
