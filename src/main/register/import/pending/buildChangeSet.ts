import type { ChangeSet, EvidenceRow, RecordAmendment, RecordInsert } from '../../../store/changeSet'
import { oldValues, sameValues } from '../../evidence/recordDifference'
import { diffOf, evidenceBeside } from '../../evidence/statementCodec'
import type { ImportAnswer } from '../answer'
import type { PendingRecords } from './pendingRecords'
import type { PendingRecord } from './pendingRecord'
import type { SheetImport } from '../sheet/sheetImport'

export interface BatchIdentity {
  fileName: string
  sha256: string
  sizeBytes: number
  format: string
}

export interface ChangeSetInput {
  pending: PendingRecords
  sheets: readonly SheetImport[]
  answer: ImportAnswer
  options: { at: number; operator: string; programVersion: string; as?: string; sheet?: string; district?: string; statusDate?: string; answers?: unknown; map?: unknown; keep?: unknown; sheets?: unknown }
  file: BatchIdentity
  /** Records of earlier portions whose rows' differences are otherwise now. */
  outdated?: RecordAmendment[]
}

/** The one change set that commits a judged file: new records, changed ones, and every row's evidence. */
export function buildChangeSet({ pending, sheets, answer, options, file, outdated = [] }: ChangeSetInput): ChangeSet {
  const states = sheets.map((sheet) => sheet.states)
  const changes: ChangeSet = {
    kind: 'import', at: options.at, operator: options.operator, note: file.fileName,
    batch: {
      ...file, kind: answer.kind, programVersion: options.programVersion,
      options: pickOptions(options),
      summary: { rows: answer.rows, records: answer.records, sheets: answer.sheets, ...(answer.corrects === undefined ? {} : { corrects: answer.corrects }) },
      sources: sheets.map((sheet) => sheet.toSource()),
    },
    inserts: [], updates: [], deletes: [], evidence: [], amendments: [...outdated],
  }
  for (const records of pending.byKind.values()) {
    for (const record of records.values()) {
      if (record.sent) changes.amendments?.push({ ...insertOf(record, states), at: record.sent.at })
      else if (record.own.length > 0) addRecord(changes, record, states)
    }
  }
  return changes
}

function pickOptions(options: ChangeSetInput['options']): Record<string, unknown> {
  const { as, sheet, sheets, district, statusDate, answers, map, keep } = options
  return Object.fromEntries(Object.entries({ as, sheet, sheets, district, statusDate, answers, map, keep }).filter(([, value]) => value !== undefined))
}

/** A new record with the rows of this file that support it; `states` holds what each sheet speaks about. */
export function insertOf(record: PendingRecord, states: readonly ReadonlySet<string>[]): RecordInsert {
  const evidence = record.own.map(({ source, row, values }) => ({ source, row, diff: diffOf(values, states[source] ?? new Set(), record.current) }))
  return { kind: record.kind, values: record.current, evidence }
}

function addRecord(changes: ChangeSet, record: PendingRecord, states: readonly ReadonlySet<string>[]): void {
  const insert = insertOf(record, states)
  if (record.stored === null) {
    changes.inserts.push(insert)
    return
  }
  const own = insert.evidence
  const { id, digest, values } = record.stored
  for (const row of own) changes.evidence.push({ kind: record.kind, id, source: -(row.source + 1), row: row.row, diff: row.diff })
  if (sameValues(record.kind, values, record.current)) return
  changes.updates.push({ kind: record.kind, id, basedOn: digest, values: record.current, old: oldValues(values, record.current) })
  for (const row of rewriteEvidence(record, id)) changes.evidence.push(row)
}

/** Older rows keep stating what they stated: where the record moves away from them, their diff says so. */
export function rewriteEvidence({ kind, prior, current }: PendingRecord, id: number): EvidenceRow[] {
  return evidenceBeside(kind, id, prior ?? [], current)
}
