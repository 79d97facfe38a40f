import type { Result } from '../../../shared/domain/result'
import type { OpenedRegister } from '../opened/openedRegister'
import type { RegisterSession } from '../opened/session'

/** Answers what needs an open register; where none is, its refusal is the answer. */
export async function inSession<T>(register: Pick<OpenedRegister, 'session'>, work: (session: RegisterSession) => Promise<Result<T>> | Result<T>): Promise<Result<T>> {
  const session = register.session()
  return session.ok ? work(session.value) : session
}
