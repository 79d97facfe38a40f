import { succeed, type Result } from '../../shared/domain/result'
import type { ColumnSource } from '../store/columnSource'
import type { HistoryStore } from '../store/historyStore'
import type { NoteReader } from '../store/noteStore'
import type { RegisterStore } from '../store/registerStore'
import { createColumnSource } from '../store/sqlite/columnSource'
import { createStore } from '../store/sqlite/createStore'
import { createHistoryReader } from '../store/sqlite/historyReader'
import { createListReader } from '../store/sqlite/listReader'
import { createNoteReader } from '../store/sqlite/noteReader'
import { createColumnsOwner, type ColumnsOwner } from './columns/registerColumns'
import { createListService, type ListService } from './lists/listService'
import { districtNameOf, registerCity } from './registerCity'

/** An open register for reading: what the window's calls and the command line's reading commands share. */
export interface RegisterSession {
  path: string
  store: RegisterStore
  source: ColumnSource
  columns: ColumnsOwner
  lists: ListService
  history: HistoryStore
  notes: NoteReader
  /** Version of the database library. */
  sqliteVersion: string
  close(): Promise<void>
}

/**
 * Opens a register for reading; it is made when missing. Another thread or program may write meanwhile: every question
 * is answered from the newest committed state.
 *
 * @returns register_newer, register_damaged, register_in_use, file_not_readable, file_not_writable
 */
export function openSession(path: string): Result<RegisterSession> {
  const opened = createStore(path, { mode: 'read' })
  if (!opened.ok) return opened
  const store = opened.value
  const source = createColumnSource(store.db)
  const columns = createColumnsOwner(source, registerCity())
  const lists = createListService({ store, lists: createListReader(store.db), columns: source, owner: columns, districtName: districtNameOf })
  const history = createHistoryReader(store.db)
  const notes = createNoteReader(store.db)
  const sqliteVersion = String(store.db.prepare('SELECT sqlite_version()').pluck().get())
  return succeed({ path, store, source, columns, lists, history, notes, sqliteVersion, close: () => store.close() })
}
