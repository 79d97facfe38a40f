import type { VerdictCode } from './errorCodes'
import type { Failure } from './result'

/** A cell's text that a parser does not take: one code, and the facts a message or a question can show. */
export interface Rejected<C extends VerdictCode = VerdictCode> extends Failure {
  code: C
}

export function reject<C extends VerdictCode>(code: C, details?: Failure['details']): Rejected<C> {
  return details ? { ok: false, code, details } : { ok: false, code }
}

/** Shared so that clean values cost no allocation. */
export const noWarnings: readonly never[] = Object.freeze([])
