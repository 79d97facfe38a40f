import type { Generated } from 'kysely'

/** Tables that are read through the typed builder; records, evidence and the journal have bulk paths of their own. */
export interface RegisterSchema {
  register_info: { key: string; value: string }
  batch: BatchTable
  source: SourceTable
  name: { id: Generated<number>; text: string }
  change_set: ChangeSetTable
}

export interface BatchTable {
  id: number
  file_name: string
  sha256: string
  size_bytes: number
  format: string
  kind: string
  at: number
  operator: string
  program_version: string
  options: string
  summary: string
  state: 'active' | 'undone'
  undone_at: number | null
  digest: Buffer
}

export interface SourceTable {
  id: number
  batch: number
  position: number
  sheet: string | null
  kind: number
  class: string
  states: string
  header_rows: string
  mapping: string
  context: string
  evidence_sum: number
}

export interface ChangeSetTable {
  sequence: number
  at: number
  operator: string
  kind: string
  note: string | null
  batch: number | null
  inserted: string | null
  chain: Buffer
}
