import type { ChangedRecord, RecentChange } from '../../../../shared/bridge/records'
import { keyOf, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { listDefinitions, listKinds, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import type { ChangeSetHead, JournaledChangeSet } from '../../../store/historyStore'
import type { RegisterSession } from '../../opened/session'
import { changesOf } from './recordHistory'
import { nameOf } from './recordTitle'

/** More change sets nobody reads through; the records of a large one are counted, the first are shown. */
const mostChanges = 200
const shownRecords = 5

type Sources = Pick<RegisterSession, 'store' | 'history' | 'places'>

/**
 * What was done to the register from one instant up to another (epoch milliseconds), newest first: a file as a whole, a
 * person's change with its first records and their fields as they were and as they became.
 */
export async function recentChanges(sources: Sources, from: number, to: number): Promise<{ changes: RecentChange[]; hasMore: boolean }> {
  const heads = await sources.history.between(from, to, mostChanges + 1)
  const changes: RecentChange[] = []
  for (const head of heads.slice(0, mostChanges)) changes.push(await changeOf(sources, head))
  return { changes, hasMore: heads.length > mostChanges }
}

async function changeOf(sources: Sources, head: ChangeSetHead): Promise<RecentChange> {
  if (head.batch !== null) return { ...head, file: (await sources.store.batches.get(head.batch))?.fileName ?? '', count: 0, records: [] }
  const touched = touchedRecords(await sources.history.changeSet(head.sequence))
  const records: ChangedRecord[] = []
  for (const { list, kind, id } of touched.slice(0, shownRecords)) records.push(await recordOf(sources, list, kind, id, head.sequence))
  return { ...head, file: null, count: touched.length, records }
}

interface Touched { list: ListKind; kind: RecordKind; id: number }

/** Records that some list shows; what a person said about names is kept as records, too. */
function touchedRecords(changeSet: JournaledChangeSet | null): Touched[] {
  return [...changeSet?.inserted ?? [], ...changeSet?.changed ?? []].flatMap(({ kind, id }) => {
    const list = listKinds.find((candidate) => listDefinitions[candidate].record === kind)
    return list === undefined ? [] : [{ list, kind, id }]
  })
}

async function recordOf({ store, history, places }: Sources, list: ListKind, kind: RecordKind, id: number, sequence: number): Promise<ChangedRecord> {
  const [record] = await store.records.byIds(kind, [id])
  const entries = await history.ofRecord(kind, id)
  const values: Values = record?.values ?? entries.at(-1)?.old ?? {}
  const entry = changesOf(kind, values, places.words, entries).find((candidate) => candidate.sequence === sequence)
  return {
    kind: list, id, key: keyOf({ kind, values }), title: nameOf(kind, values, places.words), isGone: record === undefined,
    change: entry?.change ?? 'updated', isNote: entry?.isNote ?? false,
    fields: (entry?.fields ?? []).map(({ label, before, after }) => ({ label, before, after })),
  }
}
