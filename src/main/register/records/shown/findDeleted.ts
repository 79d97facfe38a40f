import { keyOf, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { Result } from '../../../../shared/domain/result'
import type { RecordServices } from '../recordServices'
import { alike, oneOf, readKey, type FoundRecord } from '../findRecord'

/** More is not looked through; the newest are what people ask back. */
const mostDeleted = 100_000

/**
 * The deleted record that a person means by a number in any spelling. Of records deleted under one number it is the
 * one that went last.
 *
 * @returns unknown_record, ambiguous_record
 */
export async function findDeleted(services: Pick<RecordServices, 'history' | 'reading'>, kind: RecordKind, typed: string): Promise<Result<FoundRecord>> {
  const text = typed.trim()
  const newest = new Map<string, FoundRecord>()
  for (const { kind: deleted, id, old } of await services.history.deletions(mostDeleted)) {
    const key = keyOf({ kind, values: old })
    if (deleted === kind && key !== '' && !newest.has(key)) newest.set(key, { id, key })
  }
  const exact = [text, ...readKey(services, kind, text)].map((key) => newest.get(key)).find((found) => found !== undefined)
  return exact ? { ok: true, value: exact } : oneOf(text, alike(text, [...newest.values()]))
}

