import { keyOf, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { ApartRecords } from '../../../shared/bridge/twins'
import { planDeletion } from '../records/edit/deleteRecord'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../records/recordServices'
import { textsOf } from '../units/unitParts'

/**
 * Remembers that records which look like one are not (不是同一项): by their numbers, so that it holds when they are
 * withdrawn and imported again. One change, which can be undone.
 *
 * @param ids  two or more of a kind
 * @returns    unknown_record
 */
export async function tellRecordsApart(services: RecordServices, kind: RecordKind, ids: readonly number[]): Promise<Result<RecordChange>> {
  const records = await services.store.records.byIds(kind, ids)
  const missing = ids.find((id) => !records.some((record) => record.id === id))
  if (missing !== undefined) return unknownRecord(missing)
  const numbers = records.map(keyOf).toSorted()
  const key = [kind, ...numbers].join('|')
  const change = { kind, id: records[0]?.id ?? 0, key: numbers.join('、'), what: 'told_apart', field: null } as const
  if ((await services.store.records.byKeys('apart_records', [key])).has(key)) return succeed({ ...change, sequence: null })
  const values = { key, kind, numbers }
  return applyChange(services, personsChange(services, key, { inserts: [{ kind: 'apart_records', values, evidence: [] }], handEdits: [{ kind: 'apart_records', id: -1, values }] }), change)
}

/** What was told apart, the newest first, with who said so and when. */
export async function apartRecords({ store, history }: Pick<RecordServices, 'store' | 'history'>, kind: RecordKind, limit: number): Promise<{ total: number; sets: ApartRecords[] }> {
  const said = (await store.records.all('apart_records')).filter(({ values }) => values['kind'] === kind).toSorted((a, b) => b.id - a.id)
  const sets = await Promise.all(said.slice(0, limit).map(async ({ id, values }): Promise<ApartRecords> => {
    const last = (await history.ofRecord('apart_records', id)).at(-1)
    return { id, numbers: textsOf(values['numbers']), at: last?.at ?? 0, operator: last?.operator ?? '' }
  }))
  return { total: said.length, sets }
}

/**
 * Takes back that records are not one: they are offered side by side again. One change, which can be undone.
 *
 * @returns unknown_record where nobody said so of just these numbers
 */
export async function takeBackApart(services: RecordServices, kind: RecordKind, numbers: readonly string[]): Promise<Result<RecordChange>> {
  const wanted = numbers.toSorted().join('\n')
  const said = (await services.store.records.all('apart_records')).find(({ values }) => values['kind'] === kind && textsOf(values['numbers']).toSorted().join('\n') === wanted)
  const deletion = said ? await planDeletion(services, 'apart_records', said.id) : null
  if (!said || !deletion) return fail('unknown_record', undefined, { value: numbers.join('、') })
  return applyChange(services, personsChange(services, deletion.key, { deletes: [deletion.delete] }), { kind, id: said.id, key: numbers.join('、'), what: 'together', field: null })
}
