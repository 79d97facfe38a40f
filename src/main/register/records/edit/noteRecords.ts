import { mostBlockRecords } from '../../../../shared/bridge/blocks'
import { keyOf, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { NoteChange, RecordUpdate } from '../../../store/changeSet'
import type { BlockWatch } from './blockEdit'
import { applyChange, personsChange, type RecordChange, type RecordServices } from '../recordServices'

const readRecords = 250

/**
 * Marks many records 待核实 as one change; one that is marked already keeps its own remark.
 *
 * @returns batch_too_large, job_cancelled, register_changed when one was changed in between
 */
export async function noteRecords(services: RecordServices, kind: RecordKind, ids: readonly number[], text: string, { signal, onProgress }: BlockWatch = {}): Promise<Result<RecordChange>> {
  if (ids.length > mostBlockRecords) return fail('batch_too_large', undefined, { count: ids.length, limit: mostBlockRecords })
  const updates: RecordUpdate[] = []
  const notes: NoteChange[] = []
  let firstKey = ''
  for (let at = 0; at < ids.length; at += readRecords) {
    if (signal?.aborted) return fail('job_cancelled')
    for (const record of await services.store.records.byIds(kind, ids.slice(at, at + readRecords))) {
      const { id, digest, values } = record
      if ((await services.notes.ofRecord(kind, id)) !== null) continue
      if (updates.length === 0) firstKey = keyOf(record)
      updates.push({ kind, id, basedOn: digest, values, old: {}, support: { note: null } })
      notes.push({ kind, id, note: { text, followUpOn: null } })
    }
    onProgress?.(Math.min(ids.length, at + readRecords), ids.length)
  }
  const [first] = updates
  const change = { kind, id: first?.id ?? 0, key: firstKey, what: 'noted', field: null, records: Math.max(1, updates.length) } as const
  if (first === undefined) return succeed({ ...change, sequence: null })
  return applyChange(services, personsChange(services, text, { updates, notes }), change)
}
