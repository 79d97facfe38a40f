import type { Result } from '../../shared/domain/result'
import { readingIn } from '../register/records/fieldReaders'
import type { FindingServices } from '../register/records/findRecord'
import type { RecordServices } from '../register/records/recordServices'
import { openSession, type RegisterSession } from '../register/opened/session'
import { operatorOf } from '../register/opened/operatorOf'
import { openWriting } from '../register/writer/writingRegister'
import type { Call } from './command'

export type WritingServices = RecordServices & FindingServices

/** Opens the call's register as its writer, lets the command change records, and closes it whatever happens. */
export async function withRecords<T>(call: Call, work: (services: WritingServices, session: RegisterSession) => Promise<Result<T>>): Promise<Result<T>> {
  const writing = openWriting(call.global.register)
  if (!writing.ok) return writing
  try {
    const session = openSession(call.global.register)
    if (!session.ok) return session
    try {
      const { store, history, notes, places, hits } = session.value
      const operator = call.global.operator ?? await operatorOf(store.info)
      const apply: RecordServices['apply'] = (changes) => writing.value.store.apply(changes)
      return await work({ store, history, notes, operator, reading: readingIn(places, call.global.today), lists: hits, now: () => call.global.now(), apply }, session.value)
    } finally {
      await session.value.close()
    }
  } finally {
    await writing.value.close()
  }
}
