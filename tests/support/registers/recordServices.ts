import type { RecordServices } from '../../../src/main/register/records/recordServices'
import { placesOf } from '../../../src/main/register/city/registerPlaces'
import { DistrictDirectory } from '../../../src/main/register/import/districtDirectory'
import { createHistoryReader } from '../../../src/main/store/sqlite/journal/historyReader'
import { createNoteReader } from '../../../src/main/store/sqlite/notes/noteReader'
import type { SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { RecordKind, Values } from '../../../src/shared/domain/catalogue/fields'

/** Services over an open store, as the window's calls get them. */
export function recordServicesOver(store: SqliteStore): RecordServices {
  let clock = 1_700_000_000_000
  const { resolver, city, words } = placesOf(null, null)
  return {
    store, history: createHistoryReader(store.db), notes: createNoteReader(store.db), operator: '王芳', now: () => clock++,
    reading: { today: '2022-01-17', districts: new DistrictDirectory(resolver, city.code), words },
    apply: (changes) => store.apply(changes),
  }
}

/** Everything the register keeps about a record, to compare before and after. */
export async function wholeRecord({ store, notes }: RecordServices, kind: RecordKind, id: number) {
  const [record] = await store.records.byIds(kind, [id])
  const note = await notes.ofRecord(kind, id)
  return {
    digest: record?.digest ?? null, values: record?.values ?? null,
    evidence: (await store.evidence.ofRecords(kind, [id])).get(id),
    hand: (await store.evidence.handEdits(kind, [id])).get(id) ?? null,
    note: note && { text: note.text, followUpOn: note.followUpOn },
    attachments: (await store.attachments.ofRecord(kind, id)).map(({ fileName, sha256, addedIn }) => ({ fileName, sha256, addedIn })),
  }
}

export async function valuesOf({ store }: RecordServices, kind: RecordKind, id: number): Promise<Values> {
  const [record] = await store.records.byIds(kind, [id])
  if (!record) throw new Error(`no ${kind} ${id}`)
  return record.values
}
