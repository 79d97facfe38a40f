import type { HandlersOf } from '../../../shared/bridge/contract'
import type { recordOperations } from '../../../shared/bridge/operations/recordOperations'
import type { RecordChange as ShownChange } from '../../../shared/bridge/records'
import { listNameOf, recordKindOfList } from '../../../shared/domain/catalogue/listFields'
import { keyOf, type RecordKind } from '../../../shared/domain/catalogue/fields'
import { succeed, type Result } from '../../../shared/domain/result'
import { startOfDay } from '../localDate'
import { createRecord } from '../records/edit/createRecord'
import { deleteRecord } from '../records/edit/deleteRecord'
import { editRecord, withdrawEdit } from '../records/edit/editRecord'
import { noteRecord } from '../records/edit/noteRecord'
import { recentChanges } from '../records/shown/recentChanges'
import { recordPanel } from '../records/shown/recordPanel'
import type { RecordChange, RecordServices } from '../records/recordServices'
import { nameOf } from '../records/shown/recordTitle'
import { recycledRecords, restoreRecord } from '../records/edit/restoreRecord'
import { createAttachmentHandlers } from './attachmentHandlers'
import { createBlockHandlers } from './blockHandlers'
import type { HandlerContext } from './handlerContext'
import type { PersonsWork } from './personsWork'
import { shownChange } from './shownChange'

const longestList = 1_000

export function createRecordHandlers(context: HandlerContext, work: PersonsWork): HandlersOf<keyof typeof recordOperations> {
  const { today } = context
  const { read } = work

  /** A change by the clerk: done, remembered for undo, and said in the window's words. */
  const change = async (make: (services: RecordServices) => Promise<Result<RecordChange>>): Promise<Result<ShownChange>> => shownChange(await work.change(make))

  return {
    ...createBlockHandlers(context, { change, read }),
    ...createAttachmentHandlers(context, { change, read }),
    'records.get': ({ kind, id }) => read((_services, session) => recordPanel(session, kind, id, today())),
    'records.edit': ({ kind, ...edit }) => change((services) => editRecord(services, { kind: recordKindOfList[kind], ...edit })),
    'records.withdraw': ({ kind, id, field }) => change((services) => withdrawEdit(services, recordKindOfList[kind], id, field)),
    'records.create': ({ kind, fields }) => change((services) => createRecord(services, recordKindOfList[kind], fields)),
    'records.delete': ({ kind, id }) => change((services) => deleteRecord(services, recordKindOfList[kind], id)),
    'records.restore': ({ kind, id }) => change((services) => restoreRecord(services, recordKindOfList[kind], id)),
    'records.note': ({ kind, id, text, followUpOn }) => change((services) => noteRecord(services, recordKindOfList[kind], id, text, followUpOn)),
    'records.undo': async () => shownChange(await work.undo()),
    'records.redo': async () => shownChange(await work.redo(), 'redone'),
    'records.recycled': () => read(async (services, { places }) => succeed({
      records: (await recycledRecords(services, longestList)).filter(({ kind }) => isListed(kind)).map(({ kind, id, at, operator, old }) => ({ kind: listNameOf[kind], id, at, operator, key: keyOf({ kind, values: old }), title: nameOf(kind, old, places.words) })),
    })),
    'records.notes': () => read(async ({ store, notes }, { places }) => succeed({
      notes: await Promise.all((await notes.list(longestList)).map(async ({ kind, id, ...note }) => {
        const [record] = await store.records.byIds(kind, [id])
        return { ...note, kind: listNameOf[kind], id, key: record ? keyOf(record) : '', title: record ? nameOf(kind, record.values, places.words) : '' }
      })),
    })),
    'records.changes': ({ from, to }) => read(async (_services, session) => succeed(await recentChanges(session, startOfDay(from), startOfDay(to, 1)))),
    'records.places': () => read(async (_services, { places }) => succeed({ names: places.resolver.districts().map(({ name }) => name) })),
  }
}

/** What a person said about names is kept as records, but no list shows it. */
function isListed(kind: RecordKind): boolean {
  return recordKindOfList[listNameOf[kind]] === kind
}
