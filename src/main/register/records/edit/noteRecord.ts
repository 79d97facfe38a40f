import { keyOf, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { fail, type Result } from '../../../../shared/domain/result'
import { cleanText } from '../../../../shared/domain/text'
import type { RecordNote } from '../../../store/changeSet'
import { readTyped } from '../fieldReaders'
import { sameNote } from '../recordState'
import { applyChange, personsChange, unknownRecord, type RecordChange, type RecordServices } from '../recordServices'

const longestNote = 1_000

/**
 * Marks a record 待核实 with what is to be checked and the day to do it (as typed); an empty text takes the mark away.
 *
 * @returns unknown_record, text_too_long, or why the day is no date
 */
export async function noteRecord(services: RecordServices, kind: RecordKind, id: number, text: string, followUpOn: string): Promise<Result<RecordChange>> {
  if (text.length > longestNote) return fail('text_too_long', { field: 'note' }, { length: text.length, limit: longestNote })
  const day = readTyped('standard', 'publishedOn', followUpOn, services.reading)
  if (!day.ok) return { ...day, at: { field: 'followUpOn' } }
  const [record] = await services.store.records.byIds(kind, [id])
  if (!record) return unknownRecord(id)
  const before = await services.notes.ofRecord(kind, id)
  const clean = cleanText(text)
  const note: RecordNote | null = clean === '' ? null : { text: clean, followUpOn: typeof day.value === 'string' ? day.value : null }
  const change = { kind, id, key: keyOf(record), what: 'noted', field: null } as const
  if (sameNote(before, note)) return { ok: true, value: { ...change, sequence: null } }
  const old = before && { text: before.text, followUpOn: before.followUpOn }
  const update = { kind, id, basedOn: record.digest, values: record.values, old: {}, support: { note: old } }
  return applyChange(services, personsChange(services, clean, { updates: [update], notes: [{ kind, id, note }] }), change)
}
