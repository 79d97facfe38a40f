import type { RecordKind, Values } from '../../../shared/domain/catalogue/fields'
import { sameValue, type Statement, type StatedValue, type StatedValues } from '../../../shared/domain/merging/statement'
import type { Diff, EvidenceRow } from '../../store/changeSet'
import type { StoredEvidence, StoredSource } from '../../store/registerStore'

/**
 * Statements as the store keeps them: what a row states = its diff, else the record.
 *
 * `null` in a diff means the row is silent about a field its source states. Statement-only words that equal what the
 * record says (a whole drafting list) are left out of the diff like any other field; the status date lives in the source.
 */

/** The record's own word for a statement-only field, or undefined where it has none. */
function recordWord(field: string, record: Values): StatedValue | undefined {
  if (field !== '_list') return undefined
  const drafting = record.drafting
  if (!Array.isArray(drafting) || record.listComplete !== 1) return undefined
  return { names: drafting.map((place) => (Array.isArray(place) ? String(place[1]) : '')), cut: false }
}

/** Fields a statement speaks of, to be joined into what its source states. */
export function statedFields(values: StatedValues): string[] {
  return Object.keys(values).filter((field) => isStated(values, field))
}

/** Whether a statement speaks of a field: the day of its words is none. */
export function isStated(values: StatedValues, field: string): boolean {
  return field !== '_asOf' && values[field] !== undefined && values[field] !== null
}

/** What a record says of a field, or of a statement-only one. */
export function saidByRecord(field: string, record: Values): StatedValue {
  return (field.startsWith('_') ? recordWord(field, record) : (record[field] as StatedValue | undefined)) ?? null
}

/** What must be kept of a statement beside the record; null when the record says it all. */
export function diffOf(values: StatedValues, states: ReadonlySet<string>, record: Values): Diff | null {
  let diff: Diff | null = null
  for (const field of states) {
    const stated = values[field] ?? null
    const kept = saidByRecord(field, record)
    if (sameValue(stated, kept)) continue
    diff ??= {}
    diff[field] = stated
  }
  return diff
}

/** A row that supports a record: as it is kept, where it came from, and what it states. */
export interface SupportRow {
  row: StoredEvidence
  source: StoredSource
  statement: Statement
}

/** Rows go on stating what they stated: where the record moves away from them, their diff says so. */
export function evidenceBeside(kind: RecordKind, id: number, support: readonly SupportRow[], values: Values): EvidenceRow[] {
  return support.flatMap(({ row, source, statement }) => {
    const diff = diffOf(statement.values, new Set(source.states), values)
    return JSON.stringify(diff) === JSON.stringify(row.diff) ? [] : [{ kind, id, source: row.source, row: row.row, diff }]
  })
}

/** What a statement's meaning needs of its source. */
export interface SourceFacts extends Pick<StoredSource, 'class' | 'context'> {
  states: Iterable<string>
  /** Where the register's policy says otherwise than the class alone. */
  rank?: number
}

/** The statement behind a row's evidence. */
export function statementOf(evidence: Pick<StoredEvidence, 'row' | 'diff'>, source: SourceFacts, order: number, record: Values): Statement {
  const values: StatedValues = {}
  for (const field of source.states) {
    const kept = evidence.diff !== null && field in evidence.diff
      ? (evidence.diff[field] as StatedValue)
      : saidByRecord(field, record)
    if (kept !== null) values[field] = kept
  }
  const statusDate = source.context.statusDate
  if (typeof statusDate === 'string' && values.statedStatus !== undefined) values._asOf = statusDate
  return { order: [order, evidence.row], class: source.class, ...(source.rank === undefined ? {} : { rank: source.rank }), values }
}

/** Two statements that say the same of every field. */
export function sameStatement(a: StatedValues, b: StatedValues): boolean {
  for (const field in a) if (!sameValue(a[field], b[field])) return false
  for (const field in b) if (!(field in a) && !sameValue(undefined, b[field])) return false
  return true
}

/** One text for all statements that are the same ({@link sameStatement}). */
export function statementKey(values: StatedValues): string {
  const fields = Object.keys(values).filter((field) => (values[field] ?? null) !== null)
  return JSON.stringify(fields.toSorted().map((field) => [field, values[field]]))
}
