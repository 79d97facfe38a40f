import type { ListKind } from '../../../shared/domain/catalogue/listFields'
import { fail, succeed } from '../../../shared/domain/result'
import { recordHistory, type PlacedChangeEntry } from '../../register/records/shown/recordHistory'
import { defineCommand } from '../command'
import { findingIn, shownFieldName, namedOrDeleted, recordArguments } from '../namedRecord'
import { printHistory } from '../print/printRecord'
import { withSession } from '../withSession'

export const command = defineCommand({
  name: 'history',
  arguments: recordArguments,
  options: {},
  run: (call) => withSession(call, async (session) => {
    const found = await namedOrDeleted({ ...findingIn(session, call.global.today), history: session.history }, call)
    if (!found.ok) return found
    const { record, list, id, key, isDeleted } = found.value
    const entries = await recordHistory(session, record, id, session.places.words)
    if (!entries.ok) return fail('unknown_record', undefined, { value: key })
    return succeed({ kind: list, key, isDeleted, entries: entries.value.map((entry) => entryOf(list, entry)) })
  }),
  print: printHistory,
})

/** Instants as texts, fields by the names that lists give them. */
function entryOf(list: ListKind, { sequence, at, operator, change, reason, batch, rows, fields, isNote, attachments }: PlacedChangeEntry) {
  return { sequence, at: new Date(at).toISOString(), operator, change, reason, batch, rows, fields: fields.map((field) => ({ ...field, field: shownFieldName(list, field.field) })), isNote, attachments }
}
