import type { ErrorCode } from './errorCodes'

/** Where in the clerk's files something happened. Rows are Excel row numbers (1-based), columns are letters. */
export interface At {
  file?: string
  sheet?: string | null
  row?: number
  column?: string
  field?: string
}

/** An expected failure, as data: codes travel, prose is made from the catalogue where it is shown. */
export interface Failure {
  ok: false
  code: ErrorCode
  at?: At
  details?: Readonly<Record<string, unknown>>
}

export interface Success<T> {
  ok: true
  value: T
}

export type Result<T> = Success<T> | Failure

export function succeed<T>(value: T): Success<T> {
  return { ok: true, value }
}

export function fail(code: ErrorCode, at?: At, details?: Failure['details']): Failure {
  return { ok: false, code, ...(at ? { at } : {}), ...(details ? { details } : {}) }
}

/**
 * Carries a Failure through code that cannot return a Result (generators, parser callbacks).
 * The outermost handler turns it back into a value; anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(code: ErrorCode, at?: At, details?: Failure['details']) {
    super(code)
    this.name = 'Refusal'
    this.failure = fail(code, at, details)
  }
}
