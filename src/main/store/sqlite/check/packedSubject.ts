import { kindNumber, recordKinds, unpackRecord } from '../../../../shared/domain/catalogue/fields'
import type { RegisterProblem } from '../../registerProblem'

const numbers = new Set<number>(recordKinds.map((kind) => kindNumber[kind]))

/** The record that a row says it belongs to; nothing where rot has made no record of it. */
export function packedSubject(rec: unknown): Pick<RegisterProblem, 'kind' | 'id'> {
  return typeof rec === 'number' && numbers.has(rec % 16) ? unpackRecord(rec) : {}
}
