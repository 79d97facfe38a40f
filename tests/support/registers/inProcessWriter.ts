import { succeed } from '../../../src/shared/domain/result'
import { writeNote } from '../../../src/main/register/writer/writeNote'
import type { RegisterWriter } from '../../../src/main/register/writer/registerWriter'
import type { ChangePart, ChangeSet } from '../../../src/main/store/changeSet'
import { createStore } from '../../../src/main/store/sqlite/createStore'

/** Writes as the writer thread does, a connection for each change set, but without a thread to build and start. */
export const inProcessWriter: Pick<RegisterWriter, 'apply' | 'grow' | 'note'> = {
  async apply(register, changes, { signal } = {}) {
    const opened = createStore(register, { mode: 'write' })
    if (!opened.ok) return opened
    try {
      return await opened.value.apply(changes, { isCancelled: () => signal?.aborted === true })
    } finally {
      await opened.value.close()
    }
  },
  grow(register, { lockIsHeld = false, signal } = {}) {
    const parts: ChangePart[] = []
    return {
      async add(portion) {
        parts.push({ portion })
        return succeed(null)
      },
      async finish(rest: ChangeSet) {
        parts.push({ rest })
        const opened = createStore(register, { mode: 'write', lockIsHeld })
        if (!opened.ok) return opened
        try {
          return opened.value.applyParts(() => parts.shift() ?? null, { isCancelled: () => signal?.aborted === true })
        } finally {
          await opened.value.close()
        }
      },
      async abandon() {
        parts.length = 0
      },
    }
  },
  async note(register, written) {
    const opened = createStore(register, { mode: 'write' })
    if (!opened.ok) return opened
    try {
      return succeed(await writeNote(opened.value, written))
    } finally {
      await opened.value.close()
    }
  },
}
