import { basename } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { ColumnSource } from '../../store/columnSource'
import type { ListStore, SearchTexts, SpelledSearch } from '../../store/listStore'
import type { HistoryStore } from '../../store/historyStore'
import type { NoteReader } from '../../store/noteStore'
import type { RegisterStore } from '../../store/registerStore'
import type { BatchRowReader } from '../../store/batchRows'
import type { RowFinder } from '../../store/rowFinder'
import { isOnShare } from '../../store/sharedPlace'
import { createBatchRowReader } from '../../store/sqlite/batches/batchRowReader'
import { createColumnChanges } from '../../store/sqlite/records/columnChanges'
import { createColumnSource } from '../../store/sqlite/records/columnSource'
import { createStore, type SqliteStore } from '../../store/sqlite/createStore'
import { createHistoryReader } from '../../store/sqlite/journal/historyReader'
import { createListReader } from '../../store/sqlite/records/listReader'
import { createRowFinder } from '../../store/sqlite/records/rowFinder'
import { createSpelledSearch } from '../../store/sqlite/search/spelledSearch'
import { readInfo } from '../../store/sqlite/infoStore'
import { createNoteReader } from '../../store/sqlite/notes/noteReader'
import { toOpeningFailure } from '../../store/sqlite/file/sqliteFailure'
import type { ReadOnlyPlace } from '../../store/sqlite/file/readOnlyPlace'
import { createUnitFinder } from '../../store/sqlite/names/unitNames'
import { placeKeys, placesOf, type RegisterPlaces } from '../city/registerPlaces'
import { createColumnsOwner, type ColumnsOwner } from '../columns/columnsOwner'
import { createKeptFiles, type KeptFiles } from '../attachments/keptFiles'
import { createListService, type ListService } from '../lists/listService'
import { withJoinedNames } from '../search/joinedNames'

/** An open register for reading: what the window's calls and the command line's reading commands share. */
export interface RegisterSession {
  path: string
  store: RegisterStore
  /** The city whose register this is, as it was when the register was opened. */
  places: RegisterPlaces
  source: ColumnSource
  rows: RowFinder
  columns: ColumnsOwner
  lists: ListService
  /** Hits of a search before any list is made of them. */
  hits: Pick<ListStore, 'search'> & SpelledSearch & SearchTexts
  history: HistoryStore
  batchRows: BatchRowReader
  notes: NoteReader
  /** Originals and attachments beside the register. */
  files: KeptFiles
  /** It lies where nothing can be written: a copy may be read, and nothing is changed. */
  readOnlyPlace: ReadOnlyPlace | null
  /** Version of the database library. */
  sqliteVersion: string
  close(): Promise<void>
}

/**
 * Opens a register for reading; it is made when missing. Another thread or program may write meanwhile: every question
 * is answered from the newest committed state.
 *
 * @returns register_newer, register_damaged, register_in_use, register_on_share, file_not_readable, file_not_writable
 */
export function openSession(path: string): Result<RegisterSession> {
  if (isOnShare(path)) return fail('register_on_share', { file: basename(path) })
  const opened = createStore(path, { mode: 'read' })
  if (!opened.ok) return opened
  try {
    return succeed(sessionOver(path, opened.value))
  } catch (error) {
    void opened.value.close()
    // The file may be a database whose tables can no longer be read.
    return toOpeningFailure(error)
  }
}

function sessionOver(path: string, store: SqliteStore): RegisterSession {
  const source = createColumnSource(store.db)
  const places = placesOf(readInfo(store.db, placeKeys.cityCode), readInfo(store.db, placeKeys.places), readInfo(store.db, placeKeys.populationKind), readInfo(store.db, placeKeys.tiles))
  const columns = createColumnsOwner(source, places.city, { finder: createUnitFinder(store.db), changes: createColumnChanges(store.db) })
  const reader = createListReader(store.db)
  const hits = withJoinedNames({ ...reader, ...createSpelledSearch(store.db, reader) }, source, createUnitFinder(store.db))
  const lists = createListService({ store, lists: hits, columns: source, owner: columns, districtName: places.districtNameOf })
  const history = createHistoryReader(store.db)
  const notes = createNoteReader(store.db)
  const batchRows = createBatchRowReader(store.db)
  const rows = createRowFinder(store.db)
  const files = createKeptFiles(path)
  const sqliteVersion = String(store.db.prepare('SELECT sqlite_version()').pluck().get())
  return { path, store, places, source, rows, columns, lists, hits, history, batchRows, notes, files, readOnlyPlace: store.readOnlyPlace, sqliteVersion, close: () => store.close() }
}
