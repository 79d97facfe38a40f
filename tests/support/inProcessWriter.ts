import type { RegisterWriter } from '../../src/main/register/registerWriter'
import { createStore } from '../../src/main/store/sqlite/createStore'

/** Writes as the writer thread does, a connection for each change set, but without a thread to build and start. */
export const inProcessWriter: Pick<RegisterWriter, 'apply'> = {
  async apply(register, changes, { signal } = {}) {
    const opened = createStore(register, { mode: 'write' })
    if (!opened.ok) return opened
    try {
      return await opened.value.apply(changes, { isCancelled: () => signal?.aborted === true })
    } finally {
      await opened.value.close()
    }
  },
}
