import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { StatedValue, StatedValues, StatementClass } from '../../../../shared/domain/merging/statement'
import type { EvidenceStore, StoredSource, WithdrawnRow } from '../../../store/registerStore'
import type { RowStatement } from '../kinds/kindJudge'

/** A judged row as far as a replay looks at it. */
export interface ReplayedRow { row: { row: number }; statements: RowStatement[] }

/**
 * What the rows of an undone batch stated when they counted: the kept file says most of it, what was put aside at the
 * undo says which rows counted, for which records, and where they said something else than the record. Whatever the
 * register and the program have become since, a row comes back with what it said then, or not at all.
 */
export class Replay {
  /** Ids that records had, by kind and key, for those that are not there any more. */
  private readonly ids = new Map<string, number>()

  /** @param sources  of the undone batch, in the order of the tables in the file */
  constructor(readonly batch: number, readonly sources: readonly StoredSource[], private readonly evidence: Pick<EvidenceStore, 'withdrawn'>) {}

  classOf(table: number): StatementClass | undefined {
    return this.sources[table]?.class
  }

  /** Whether it was kept which fields of a table's rows were edits of an export: earlier programs did not. */
  knowsEdits(table: number): boolean {
    return this.sources[table]?.states.includes('_edited') === true
  }

  idOf(kind: RecordKind, key: string): number | undefined {
    return this.ids.get(`${kind}|${key}`)
  }

  /** Those of a table's judged rows that counted, each with what it stated then. Rows come in their order. */
  async restrict<R extends ReplayedRow>(table: number, judged: readonly R[]): Promise<R[]> {
    const source = this.sources[table]
    const [first, last] = [judged[0]?.row.row, judged.at(-1)?.row.row]
    if (!source || first === undefined || last === undefined) return []
    const counted = Map.groupBy(await this.evidence.withdrawn(source.id, first, last), ({ row }) => row)
    return judged.flatMap((row) => {
      const known = counted.get(row.row.row) ?? []
      const statements = known.flatMap((withdrawn) => this.statementOf(withdrawn, row.statements, known.length, source) ?? [])
      return statements.length === 0 ? [] : [{ ...row, statements }]
    })
  }

  private statementOf(withdrawn: WithdrawnRow, statements: readonly RowStatement[], count: number, source: StoredSource): RowStatement | null {
    const { kind, key, id, diff } = withdrawn
    // A key that is made of the directory of units may be written otherwise by now; a row of one record is still that record's.
    const said = statements.find((statement) => statement.key === key) ?? (count === 1 && statements.length === 1 ? statements[0] : undefined)
    if (!said) return null
    this.ids.set(`${kind}|${key}`, id)
    return { key, values: valuesThen(said.values, source.states, diff, { field: kindDefinitions[kind].key, key }) }
  }
}

/** Of all that the file says, what the row stated then: within the fields its sheet spoke about, with its own word where one was kept. */
function valuesThen(now: StatedValues, states: readonly string[], diff: WithdrawnRow['diff'], own: { field: string; key: string }): StatedValues {
  const values: StatedValues = now._asOf === undefined ? {} : { _asOf: now._asOf }
  for (const field of states) {
    const value = diff !== null && field in diff ? (diff[field] as StatedValue) : now[field]
    if (value !== null && value !== undefined) values[field] = value
  }
  if (values[own.field] !== undefined) values[own.field] = own.key
  return values
}
