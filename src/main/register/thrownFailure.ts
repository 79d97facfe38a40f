import { fail, type Failure } from '../../shared/domain/result'
import { toStoreFailure } from '../store/sqlite/file/sqliteFailure'

/**
 * What a call is answered when something was thrown that nobody on the way took: a refusal, or that the disk no longer gives
 * what is read, in the middle of counting. null for a bug.
 */
export function failureOfThrown(error: unknown): Failure | null {
  try {
    const failure = toStoreFailure(error)
    // A key that is there twice is no matter of the disk, and whoever may meet one takes it himself.
    if (failure.code === 'register_changed') return null
    return error instanceof Error && 'path' in error && typeof error.path === 'string' ? fail(failure.code, failure.at, { ...failure.details, path: error.path }) : failure
  } catch {
    return null
  }
}
