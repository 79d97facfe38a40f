import type { RegisterProblem } from '../store/registerProblem'

export { checkRegister } from '../store/checkRegister'
export type { CheckReport, RegisterProblem } from '../store/registerProblem'

/** What a problem is about, most telling first: a record's key, a batch or a change set. */
export function subjectOf({ key, id, batch, sequence }: RegisterProblem): string {
  return key ?? (id !== undefined ? String(id) : batch !== undefined ? `#${batch}` : sequence !== undefined ? `@${sequence}` : '')
}
