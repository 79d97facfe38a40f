import type { ErrorCode } from './errorCodes'

/**
 * What a system says of a file that cannot be reached just now, whatever it holds: a medium that was pulled or fails, a share
 * that is gone, too many files open, links that lead in a circle. UNKNOWN is how Node names the many refusals of Windows that it has no word for.
 */
const unreachable = ['EIO', 'ENXIO', 'ENODEV', 'ESTALE', 'ETIMEDOUT', 'ENOTCONN', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'EMFILE', 'ENFILE', 'ELOOP', 'UNKNOWN']

/** All of them with the code that they have for whoever asks. */
export function whereUnreachable(code: ErrorCode): Readonly<Record<string, ErrorCode>> {
  return Object.fromEntries(unreachable.map((said) => [said, code]))
}
