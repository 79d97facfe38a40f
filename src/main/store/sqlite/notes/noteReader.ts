import { packRecord, unpackRecord } from '../../../../shared/domain/catalogue/fields'
import type { NoteReader } from '../../noteStore'
import type { ReadDb } from '../file/database'

interface NoteRow { rec: number; text: string; followUpOn: string | null; at: number; operator: string }

const columns = `n.rec, n.text, n.follow_up_on AS followUpOn, c.at, c.operator`

export function createNoteReader(db: ReadDb): NoteReader {
  const one = db.prepare<[number], NoteRow>(`SELECT ${columns} FROM note n JOIN change_set c ON c.sequence = n.change_set WHERE n.rec = ?`)
  const dueFirst = db.prepare<[number], NoteRow>(`
    SELECT ${columns} FROM note n JOIN change_set c ON c.sequence = n.change_set
     ORDER BY n.follow_up_on IS NULL, n.follow_up_on, n.rec LIMIT ?`)
  return {
    async ofRecord(kind, id) {
      const row = one.get(packRecord(kind, id))
      return row ? toNote(row) : null
    },
    list: async (limit) => dueFirst.all(limit).map(toNote),
  }
}

function toNote({ rec, ...note }: NoteRow) {
  return { ...unpackRecord(rec), ...note }
}
