import type { ErrorCode } from '../../shared/domain/errorCodes'
import { whereUnreachable } from '../../shared/domain/unreachable'
import { fail, Refusal, type Failure } from '../../shared/domain/result'

/** What the system says about our own disk while an update is put there. */
const meanings: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full', EDQUOT: 'disk_full', EACCES: 'file_not_writable', EPERM: 'file_not_writable', EROFS: 'file_not_writable', EBUSY: 'file_not_writable', ENOTDIR: 'file_not_writable', EEXIST: 'file_not_writable',
  ENAMETOOLONG: 'file_not_writable', EFBIG: 'disk_full', ENOENT: 'file_not_found', ...whereUnreachable('file_not_readable'),
}

/** @param path  what the clerk is told it is about; anything that is no word of the disk is a bug and is thrown on */
export function toDiskFailure(error: unknown, path: string): Failure {
  if (error instanceof Refusal) return error.failure
  const code = meanings[systemCodeOf(error)]
  if (code === undefined) throw error
  return fail(code, undefined, { path })
}

export function systemCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
