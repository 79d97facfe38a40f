import type { RecordKind } from '../../shared/domain/catalogue/fields'
import type { ProblemCode } from './registerProblem'

/** What could not be kept or not be proved, besides records. */
export interface Doubt {
  problem: ProblemCode
  /** A record's kind and key, a batch (#3) or a change set (@12). */
  subject: string
}

/** A record that was there and is not in the new register. */
export interface LostRecord {
  kind: RecordKind
  id: number
  /** Null where no index has it any more. */
  key: string | null
  /** missing: no row of it is left; doubtful: what is left is not what was written. */
  why: 'missing' | 'doubtful'
}

export interface SalvageReport {
  /** Records in the new register, by kind. */
  records: Partial<Record<RecordKind, number>>
  lost: LostRecord[]
  /** What else could not be kept, or not be proved: batches, notes, hand edits, history. */
  doubts: Doubt[]
  /** True when it cannot be told which records are missing: nothing that would know them is left. */
  isIncomplete: boolean
}

export interface SalvageOptions { at: number; operator: string; note: string }
