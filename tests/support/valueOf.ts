import type { Result } from '../../src/shared/domain/result'

/** What a call answers that a test takes for granted. @throws with the refusal where it was refused */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`refused: ${JSON.stringify(result)}`)
}
