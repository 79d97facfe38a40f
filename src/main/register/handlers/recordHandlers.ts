import type { HandlersOf } from '../../../shared/bridge/contract'
import type { recordOperations } from '../../../shared/bridge/operations/recordOperations'
import type { RecordChange as ShownChange } from '../../../shared/bridge/records'
import { listDefinitions, listKinds, type ListKind } from '../../../shared/domain/catalogue/listFields'
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
import { titleOf } from '../records/shown/recordTitle'
import { recycledRecords, restoreRecord } from '../records/edit/restoreRecord'
import { createAttachmentHandlers } from './attachmentHandlers'
import { createBlockHandlers } from './blockHandlers'
import type { HandlerContext } from './handlerContext'
import type { PersonsWork } from './personsWork'

const longestList = 1_000

export function createRecordHandlers(context: HandlerContext, work: PersonsWork): HandlersOf<keyof typeof recordOperations> {
  const { today } = context
  const { read } = work

  /** A change by the clerk: done, remembered for undo, and said in the window's words. */
  const change = async (make: (services: RecordServices) => Promise<Result<RecordChange>>): Promise<Result<ShownChange>> => shown(await work.change(make))

  return {
    ...createBlockHandlers(context, { change, read }),
    ...createAttachmentHandlers(context, { change, read }),
    'records.get': ({ kind, id }) => read((_services, session) => recordPanel(session, kind, id, today())),
    'records.edit': ({ kind, ...edit }) => change((services) => editRecord(services, { kind: recordOf(kind), ...edit })),
    'records.withdraw': ({ kind, id, field }) => change((services) => withdrawEdit(services, recordOf(kind), id, field)),
    'records.create': ({ kind, fields }) => change((services) => createRecord(services, recordOf(kind), fields)),
    'records.delete': ({ kind, id }) => change((services) => deleteRecord(services, recordOf(kind), id)),
    'records.restore': ({ kind, id }) => change((services) => restoreRecord(services, recordOf(kind), id)),
    'records.note': ({ kind, id, text, followUpOn }) => change((services) => noteRecord(services, recordOf(kind), id, text, followUpOn)),
    'records.undo': async () => shown(await work.undo()),
    'records.redo': async () => shown(await work.redo(), 'redone'),
    'records.recycled': () => read(async (services) => succeed({
      records: (await recycledRecords(services, longestList)).filter(({ kind }) => isListed(kind)).map(({ kind, id, at, operator, old }) => ({ kind: listOf(kind), id, at, operator, key: keyOf({ kind, values: old }), title: titleOf(kind, old) })),
    })),
    'records.notes': () => read(async ({ store, notes }) => succeed({
      notes: await Promise.all((await notes.list(longestList)).map(async ({ kind, id, ...note }) => {
        const [record] = await store.records.byIds(kind, [id])
        return { ...note, kind: listOf(kind), id, key: record ? keyOf(record) : '', title: record ? titleOf(kind, record.values) : '' }
      })),
    })),
    'records.changes': ({ from, to }) => read(async (_services, session) => succeed(await recentChanges(session, startOfDay(from), startOfDay(to, 1)))),
    'records.places': () => read(async (_services, { places }) => succeed({ names: places.resolver.districts().map(({ name }) => name) })),
  }
}

function recordOf(kind: ListKind): RecordKind {
  return listDefinitions[kind].record
}

/** What a person said about names is kept as records, but no list shows it. */
function isListed(kind: RecordKind): boolean {
  return listKinds.some((list) => listDefinitions[list].record === kind)
}

function listOf(kind: RecordKind): ListKind {
  return listKinds.find((list) => listDefinitions[list].record === kind) ?? 'standards'
}

function shown(result: Result<RecordChange>, as?: 'redone'): Result<ShownChange> {
  return result.ok ? succeed({ ...result.value, kind: listOf(result.value.kind), what: as ?? result.value.what }) : result
}
