import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { StoredAttachment } from '../../store/attachmentStore'

const shortestHash = 6

/**
 * The file of a record that a person means by its name or by the beginning of its hash.
 *
 * @returns unknown_attachment; ambiguous_record with the hashes in `details.choices` where several files have the name
 */
export function namedFile(attached: readonly StoredAttachment[], value: string): Result<StoredAttachment> {
  const named = attached.filter(({ fileName, sha256 }) => fileName === value || (value.length >= shortestHash && sha256.startsWith(value.toLowerCase())))
  const [first, second] = named
  if (first === undefined) return fail('unknown_attachment', undefined, { value })
  return second === undefined ? succeed(first) : fail('ambiguous_record', undefined, { value, choices: named.map(({ sha256 }) => sha256) })
}
