import type { Result } from '../../shared/domain/result'
import { openSession, type RegisterSession } from '../register/opened/session'
import type { Call } from './command'

/** Opens the call's register, lets the command read, and closes it whatever happens. */
export async function withSession<T>(call: Call, read: (session: RegisterSession) => Promise<Result<T>>): Promise<Result<T>> {
  const session = openSession(call.global.register)
  if (!session.ok) return session
  try {
    return await read(session.value)
  } finally {
    await session.value.close()
  }
}
