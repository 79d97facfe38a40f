import type { Result } from '../../shared/domain/result'
import { openSession, type RegisterSession } from '../register/opened/session'
import { t } from '../../shared/text/t'
import type { Call } from './command'

/** Opens the call's register for reading; where that is all that can be done with it, somebody who reads along is told. */
export function openToRead(call: Call): Result<RegisterSession> {
  const session = openSession(call.global.register)
  if (session.ok && session.value.readOnlyPlace !== null && !call.global.json) call.progress(t('readOnly.hint'))
  return session
}

/** Opens the call's register, lets the command read, and closes it whatever happens. */
export async function withSession<T>(call: Call, read: (session: RegisterSession) => Promise<Result<T>>): Promise<Result<T>> {
  const session = openToRead(call)
  if (!session.ok) return session
  try {
    return await read(session.value)
  } finally {
    await session.value.close()
  }
}
