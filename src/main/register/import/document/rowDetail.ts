import type { DocumentRowDetail } from '../../../../shared/bridge/batches'
import { columnIndex } from '../../../../shared/domain/columnLetters'
import { keyOf, unpackRecord, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { listNameOf } from '../../../../shared/domain/catalogue/listFields'
import { recordHistory } from '../../records/shown/recordHistory'
import { titleOf } from '../../records/shown/recordTitle'
import { questionIdOf } from '../questions'
import type { BatchInRegister, OpenSheet } from './openSheet'
import type { RowRemark } from '../../../store/changeSet'
import { describeRemark } from './rowRemarks'

type Detail = DocumentRowDetail

/** Everything about one row of a batch. @param support  as `BatchRowReader.supportOf` answers */
export async function describeRowDetail(document: BatchInRegister, sheet: OpenSheet, row: number, cells: readonly string[], remarks: readonly RowRemark[], support: Float64Array): Promise<Detail> {
  const records: Detail['records'] = []
  for (const source of sheet.sources) {
    for (const rec of recordsOf(support, source.id, row)) {
      const { kind, id } = unpackRecord(rec)
      records.push(await describeRecord(document, { source: source.id, row, kind, id }))
    }
  }
  return { row, verdict: sheet.ledger.verdictOf(row), remarks: [...remarks.map(describeRemark), ...answersOf(document, sheet, row, cells)], records }
}

/** A record that went with its batch is named by its key alone. */
async function describeRecord({ session, batch }: BatchInRegister, { source, row, kind, id }: { source: number; row: number; kind: RecordKind; id: number }): Promise<Detail['records'][number]> {
  const [record] = await session.store.records.byIds(kind, [id])
  if (!record) {
    const gone = (await session.store.evidence.withdrawn(source, row, row)).find((withdrawn) => withdrawn.kind === kind && withdrawn.id === id)
    return { kind: listNameOf[kind], id: null, key: gone?.key ?? '', title: '', changes: [] }
  }
  const history = await recordHistory(session, kind, id, session.places.words)
  const changed = history.ok ? history.value.find((entry) => entry.batch === batch.id && entry.reason === 'import' && entry.change === 'updated') : undefined
  return {
    kind: listNameOf[kind], id, key: keyOf(record), title: titleOf(kind, record.values),
    changes: (changed?.fields ?? []).map(({ label, before, after }) => ({ label, before, after })),
  }
}

/** What the clerk said about cells of the row, in place of what stands in them. */
function answersOf({ batch }: BatchInRegister, { name, sources }: OpenSheet, row: number, cells: readonly string[]): Detail['remarks'] {
  const { answers } = batch.options
  if (typeof answers !== 'object' || answers === null) return []
  const given = new Map<string, unknown>(Object.entries(answers))
  return sources.flatMap(({ mapping, context: { table } }) => Object.entries(mapping).flatMap(([field, { column }]): Detail['remarks'] => {
    const answer = given.get(questionIdOf(batch.sha256, { sheet: name, row, field, table: typeof table === 'string' ? table : null }))
    if (answer === undefined) return []
    const to = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
    return [{ kind: 'answered', cell: `${column}${row}`, message: '', from: cells[columnIndex(column) ?? -1] ?? '', to }]
  }))
}

const numbersARow = 3

/** Records of one row, from triples ordered by source and row. */
function recordsOf(support: Float64Array, source: number, row: number): number[] {
  let low = 0
  let high = support.length / numbersARow
  while (low < high) {
    const middle = (low + high) >> 1
    const [itsSource = 0, itsRow = 0] = [support[middle * numbersARow], support[middle * numbersARow + 1]]
    if (itsSource < source || (itsSource === source && itsRow < row)) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low * numbersARow; support[at] === source && support[at + 1] === row; at += numbersARow) found.push(support[at + 2] ?? 0)
  return found
}
