import { setImmediate as nextTurn } from 'node:timers/promises'
import { mostBlockRecords } from '../../../../shared/bridge/blocks'
import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { RecordDelete } from '../../../store/changeSet'
import type { BlockWatch } from './blockEdit'
import { planDeletion } from './deleteRecord'
import { applyChange, personsChange, type RecordChange, type RecordServices } from '../recordServices'

/** Records between two turns of the event loop. */
const pauseEvery = 200

/**
 * Deletes many records as one change; those that are gone already are passed over.
 *
 * @returns batch_too_large, job_cancelled, register_changed when one was changed in between
 */
export async function deleteRecords(services: RecordServices, kind: RecordKind, ids: readonly number[], { signal, onProgress }: BlockWatch = {}): Promise<Result<RecordChange>> {
  if (ids.length > mostBlockRecords) return fail('batch_too_large', undefined, { count: ids.length, limit: mostBlockRecords })
  const deletes: RecordDelete[] = []
  let firstKey = ''
  for (const [at, id] of ids.entries()) {
    const deletion = await planDeletion(services, kind, id)
    if (deletion !== null) {
      if (deletes.length === 0) firstKey = deletion.key
      deletes.push(deletion.delete)
    }
    if (at % pauseEvery !== 0) continue
    if (signal?.aborted) return fail('job_cancelled')
    onProgress?.(at, ids.length)
    await nextTurn()
  }
  const [first] = deletes
  const change = { kind, id: first?.id ?? 0, key: firstKey, what: 'deleted', field: null, records: Math.max(1, deletes.length) } as const
  if (first === undefined) return succeed({ ...change, sequence: null })
  return applyChange(services, personsChange(services, firstKey, { deletes }), change)
}
