/** A form of a closed period, with all it was made of (domain.md 8.10). */
export interface NewFrozenReport {
  form: string
  /** Canonical name of the period. */
  period: string
  /** How it was asked for. */
  request: Readonly<object>
  rules: Readonly<object>
  /** The printed cells, row by row. */
  values: readonly (readonly (string | number | null)[])[]
  /** Sheets as they were written, and the records behind every number. */
  content: Readonly<object>
  fileName: string
  sha256: string
  /** Sequence of the register it was computed from. */
  sequence: number
  /** Epoch milliseconds; also the date inside the file, so that it can be written again to the byte. */
  frozenAt: number
  operator: string
  /** Why there is another version; null for the first one. */
  reason: string | null
}

export interface FrozenReport extends Omit<NewFrozenReport, 'content'> {
  id: number
  version: number
  /** Set once the version was reopened: it stays, and another one may follow. */
  reopened: { at: number; by: string; reason: string } | null
}

export interface FrozenStore {
  /** Keeps a form as the next version of its period; needs a register opened for writing. */
  add(report: NewFrozenReport): Promise<FrozenReport>
  /** Without their content, newest first. */
  list(): Promise<FrozenReport[]>
  /** What `add` was given as content; null when there is no such report. */
  content(id: number): Promise<unknown>
  reopen(id: number, by: { at: number; operator: string; reason: string }): Promise<void>
}
