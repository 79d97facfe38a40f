import type { PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import type { RecordKind, Values } from '../../../../shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import { formOf } from '../../../../shared/domain/catalogue/recordForms'
import { positionsIn } from '../../../../shared/domain/merging/settleDrafting'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { RecordDetail } from '../../../../shared/bridge/records'
import { succeed, type Result } from '../../../../shared/domain/result'
import { recordDetails } from './recordDetails'
import type { RegisterSession } from '../../opened/session'
import { labelOf } from '../edit/editRecord'
import { changesOf } from './recordHistory'
import { conflictsOf } from './fieldConflicts'
import type { SupportRow } from '../../evidence/statementCodec'
import { foldState, readState, sameField, type RecordState } from '../recordState'
import { unknownRecord } from '../recordServices'
import { reasonsOf } from './statusReason'
import { typedText } from '../edit/typedText'

/**
 * Everything the record panel shows: the fields as an editor takes them with what the files alone would say, what each
 * supporting row states, every change with the values before and after it, and why computed values are what they are.
 *
 * @returns unknown_record
 */
export async function recordPanel(session: RegisterSession, list: ListKind, id: number, today: string): Promise<Result<RecordDetail>> {
  const details = await recordDetails(session, list, id, today)
  if (!details.ok) return details
  const kind = listDefinitions[list].record
  const state = await readState(session.store, kind, id)
  if (!state) return unknownRecord(id)
  const { key, cells, parties, attachments } = details.value
  const { words } = session.places
  const note = await session.notes.ofRecord(kind, id)
  const sources = await Promise.all(state.support.map(async (row) => sourceOf(kind, row, state.record.values, words, await session.store.batches.get(row.source.batch))))
  return succeed({
    kind: list, id, key, cells, parties, sources, attachments,
    fields: fieldsOf(state, words),
    conflicts: await conflictsOf(session, state, words),
    reasons: reasonsOf(kind, state.record.values, parties, today),
    history: changesOf(kind, state.record.values, words, await session.history.ofRecord(kind, id)),
    note: note && { text: note.text, followUpOn: note.followUpOn, at: note.at, operator: note.operator },
  })
}

function fieldsOf(state: RecordState, words: PlaceWords): RecordDetail['fields'] {
  const { kind, values } = state.record
  const stated = state.support.length > 0 ? foldState(state, null) : null
  return formOf(kind).flatMap(({ fields }) => fields).map(({ name }) => {
    const differs = stated !== null && state.hand !== null && name in state.hand.values && !sameField(stated[name], values[name])
    return { name, text: typedText(kind, name, values, words), isHand: differs, sourceText: differs ? typedText(kind, name, stated, words) : null }
  })
}

type Batch = Awaited<ReturnType<RegisterSession['store']['batches']['get']>>

function sourceOf(kind: RecordKind, { row, source, statement }: SupportRow, values: Values, words: PlaceWords, batch: Batch): RecordDetail['sources'][number] {
  return {
    batch: source.batch, file: batch?.fileName ?? '', sheet: source.sheet, row: row.row, importedAt: batch?.at ?? 0,
    states: statedWords(kind, statement.values, values, words),
  }
}

/** What a row says, field by field in words; told apart where the record says otherwise. */
function statedWords(kind: RecordKind, stated: StatedValues, values: Values, places: PlaceWords): RecordDetail['sources'][number]['states'] {
  const words = formOf(kind).flatMap(({ fields }) => fields).flatMap(({ name, label }) => {
    const value = stated[name]
    if (value === undefined || value === null) return []
    const record = { [name]: value } as Values // statement fields without an underscore are record fields
    return [{ label, text: typedText(kind, name, record, places).replaceAll('\n', '、'), differs: !sameField(record[name], values[name]) }]
  })
  return [...words, ...listWords(stated)]
}

function listWords({ _list, _position, _places, _firstParty }: StatedValues): RecordDetail['sources'][number]['states'] {
  const words: RecordDetail['sources'][number]['states'] = []
  const say = (kind: RecordKind, name: string, text: string): void => { words.push({ label: labelOf(kind, name), text, differs: false }) }
  if (_list) say('standard', 'drafting', _list.names.join('、'))
  if (_places) say('standard', 'drafting', _places.places.map(([position, name]) => `${position} ${name}`).join('、'))
  for (const { name, rank, total } of positionsIn(_position)) {
    say('standard', 'drafting', [name, rank === null ? '' : String(rank), total === null ? '' : `/ ${total}`].filter((part) => part !== '').join(' '))
  }
  if (typeof _firstParty === 'string') say('patent', 'parties', _firstParty)
  return words
}
