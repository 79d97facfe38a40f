import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import { keyOf, kindDefinitions } from '../../../../shared/domain/catalogue/fields'
import { listDefinitions, type ListKind } from '../../../../shared/domain/catalogue/listFields'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import type { RecordAttachment } from '../../../../shared/bridge/attachments'
import type { HistoryEntry } from '../../../store/historyStore'
import type { StoredRecord } from '../../../store/registerStore'
import { packDate } from '../../columns/packedDate'
import { createPageContext } from '../../lists/cellContext'
import { cellsOf, draftingOf, localUnits, type CellContext, type ListCell } from '../../lists/rowCells'
import type { RegisterSession } from '../../opened/session'

/** A drafting unit, patentee or applicant in the order of the source. */
export interface RecordParty {
  position: number
  name: string
  /** District of the unit that the name resolves to; null outside the city or when it resolves to none. */
  district: string | null
  isLocal: boolean
}

/** A row of a file that supports the record. */
export interface RecordSource {
  batch: number
  file: string
  sheet: string | null
  row: number
  /** Epoch milliseconds. */
  importedAt: number
}

/** Everything that stands behind one row of a list. */
export interface RecordDetails {
  kind: ListKind
  id: number
  key: string
  cells: Record<string, ListCell>
  parties: RecordParty[]
  sources: RecordSource[]
  history: HistoryEntry[]
  attachments: RecordAttachment[]
}

/** @returns unknown_record */
export async function recordDetails(session: RegisterSession, kind: ListKind, id: number, today: string): Promise<Result<RecordDetails>> {
  const definition = listDefinitions[kind]
  const [record] = await session.store.records.byIds(definition.record, [id])
  if (!record) return fail('unknown_record', undefined, { value: id })
  const context = await createPageContext(await session.columns.current(), [record], packDate(today))
  return succeed({
    kind, id,
    key: keyOf(record),
    cells: cellsOf(kind, definition.fields, record, context),
    parties: partiesOf(record, context),
    sources: await sourcesOf(session, definition.record, id),
    history: (await session.history.ofRecord(definition.record, id)).map(({ support, ...entry }) => { void support; return entry }),
    attachments: await attachmentsOf(session, definition.record, id),
  })
}

function partiesOf({ kind, values }: StoredRecord, context: CellContext): RecordParty[] {
  if (kind === 'standard') {
    const local = new Map(localUnits(values, context).map((unit) => [unit.position, context.names.ofPlace(unit.place)]))
    return draftingOf(values).map(([position, name]) => ({ position, name, district: local.get(position) ?? null, isLocal: local.has(position) }))
  }
  if (kind === 'trademark') return typeof values['owner'] === 'string' ? [partyOf(values['owner'], 1, context)] : []
  const field = kindDefinitions[kind].namesTable?.field
  const names = field === undefined ? undefined : values[field]
  if (!Array.isArray(names)) return []
  return names.map((name: unknown, index) => partyOf(String(name), index + 1, context))
}

function partyOf(name: string, position: number, context: CellContext): RecordParty {
  const unit = context.unitOfName(name)
  const place = unit < 0 ? null : context.units.placeOn(unit, context.today)
  const district = place === null ? null : context.names.ofPlace(place)
  return { position, name, district, isLocal: district !== null }
}

async function sourcesOf(session: RegisterSession, kind: RecordKind, id: number): Promise<RecordSource[]> {
  const evidence = (await session.store.evidence.ofRecords(kind, [id])).get(id) ?? []
  const sources = await session.store.evidence.sources([...new Set(evidence.map(({ source }) => source))])
  const rows: RecordSource[] = []
  for (const { source: sourceId, row } of evidence) {
    const source = sources.get(sourceId)
    const batch = source ? await session.store.batches.get(source.batch) : null
    if (source && batch) rows.push({ batch: batch.id, file: batch.fileName, sheet: source.sheet, row, importedAt: batch.at })
  }
  return rows
}

async function attachmentsOf({ store, files }: RegisterSession, kind: RecordKind, id: number): Promise<RecordAttachment[]> {
  return (await store.attachments.ofRecord(kind, id)).map(({ sha256, fileName, sizeBytes, type, note, at, operator }) => ({ sha256, fileName, sizeBytes, type, note, at, operator, isMissing: !files.isThere(sha256) }))
}
