import { setImmediate as nextTurn } from 'node:timers/promises'
import { mostBlockRecords } from '../../../shared/bridge/blocks'
import { keyOf, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { listKinds, recordKindOfList, tagsListField } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import { joinTags, readTags, tagsField, tagsOf, withoutTags } from '../../../shared/domain/tags'
import type { ColumnSource } from '../../store/columnSource'
import { putHand, readStates, withFields, type HandChanges, type RecordState } from '../records/recordState'
import { applyChange, personsChange, type RecordChange, type RecordServices } from '../records/recordServices'
import type { JobWatch } from '../runJob'
import { taggedIds } from './tagCounts'

const readRecords = 250
const tagLabel = tagsListField.label

export interface Retagging {
  tag: string
  /** What takes its place; a tag that is known already takes both together. Null: the tag goes. */
  to: string | null
}

/**
 * Renames a tag on every record that has it, or takes it off all of them, as one change that can be undone.
 *
 * @returns unknown_name where no record has it, text_too_long or bad_format for what is no single tag, batch_too_large,
 *          job_cancelled, register_changed when a record was changed in between
 */
export async function retag(services: RecordServices, source: Pick<ColumnSource, 'scan'>, { tag, to }: Retagging, watch: Partial<JobWatch> = {}): Promise<Result<RecordChange>> {
  const wanted = to === null ? succeed(null) : singleTag(to)
  if (!wanted.ok) return wanted
  const found = await recordsWith(source, tag)
  const total = countOf(found)
  if (total === 0) return fail('unknown_name', undefined, { what: tagLabel, value: tag })
  if (total > mostBlockRecords) return fail('batch_too_large', undefined, { count: total, limit: mostBlockRecords })
  const plan = await planRetag(services, found, { tag, to: wanted.value }, watch)
  if (!plan.ok) return plan
  const { changes, key } = plan.value
  const [first] = changes.updates
  const change = { kind: first?.kind ?? 'unit', id: first?.id ?? 0, key, what: 'edited', field: tagLabel, records: Math.max(1, changes.updates.length) } as const
  if (first === undefined) return succeed({ ...change, sequence: null })
  return applyChange(services, personsChange(services, tagLabel, changes), change)
}

/** A name of one tag. */
function singleTag(text: string): Result<string> {
  const tags = readTags(text)
  if (!tags.ok) return tags
  const [only, more] = tags.value
  return only === undefined || more !== undefined ? fail('bad_format', { field: tagsField }, { value: text, field: tagLabel }) : succeed(only)
}

interface TaggedRecords { kind: RecordKind; ids: number[] }

async function recordsWith(source: Pick<ColumnSource, 'scan'>, tag: string): Promise<TaggedRecords[]> {
  const found: TaggedRecords[] = []
  for (const list of listKinds) found.push({ kind: recordKindOfList[list], ids: await taggedIds(source, list, tag) })
  return found
}

async function planRetag({ store }: RecordServices, found: readonly TaggedRecords[], { tag, to }: Retagging, { signal, onProgress }: Partial<JobWatch>): Promise<Result<{ changes: HandChanges; key: string }>> {
  const changes: HandChanges = { updates: [], evidence: [], handEdits: [] }
  const total = countOf(found)
  let key = ''
  let done = 0
  for (const { kind, ids } of pagesOf(found)) {
    if (signal?.aborted) return fail('job_cancelled')
    for (const state of (await readStates(store, kind, ids)).values()) {
      if (changes.updates.length === 0) key = keyOf(state.record)
      putHand(changes, state, withFields(state, { [tagsField]: retagged(state, tag, to) }, []))
    }
    done += ids.length
    onProgress?.(done, total)
    await nextTurn()
  }
  return succeed({ changes, key })
}

function countOf(found: readonly TaggedRecords[]): number {
  return found.reduce((sum, { ids }) => sum + ids.length, 0)
}

function* pagesOf(found: readonly TaggedRecords[]): Generator<TaggedRecords> {
  for (const { kind, ids } of found) for (let at = 0; at < ids.length; at += readRecords) yield { kind, ids: ids.slice(at, at + readRecords) }
}

/** The record's tags with the new name where the old one stood; once where it has both. */
function retagged({ record }: RecordState, tag: string, to: string | null): readonly string[] | null {
  const tags = tagsOf(record.values[tagsField])
  const left = to === null ? withoutTags(tags, [tag]) : joinTags(tags.map((known) => (known === tag ? to : known)), [])
  return left.length === 0 ? null : left
}
