import type { RecordKind } from '../../shared/domain/catalogue/fields'

/** What a check can find; one name for each thing that can be wrong. */
export type ProblemCode =
  | 'database_damaged' | 'reference_broken' | 'count_wrong'
  | 'record_changed' | 'record_unreadable' | 'record_unsupported' | 'names_without_record'
  | 'evidence_changed' | 'evidence_without_record' | 'evidence_without_source'
  | 'batch_changed' | 'hand_edit_changed' | 'note_changed' | 'chain_broken'
  | 'attachment_changed' | 'attachment_without_record' | 'attachment_missing' | 'attachment_altered'
  | 'search_incomplete' | 'original_missing' | 'original_changed'

export interface RegisterProblem {
  problem: ProblemCode
  kind?: RecordKind
  id?: number
  key?: string
  batch?: number
  /** Change set where the chain breaks. */
  sequence?: number
  detail?: string
}

export interface CheckReport {
  ok: boolean
  problems: RegisterProblem[]
  /** True when the list was cut: a ruined register has as many problems as rows. */
  more: boolean
}
