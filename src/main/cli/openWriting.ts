import { succeed, type Result } from '../../shared/domain/result'
import { createFileStore } from '../store/fileStore'
import type { RegisterStore } from '../store/registerStore'
import { createStore } from '../store/sqlite/createStore'
import type { GlobalOptions } from './command'

/** A register open for writing by a command, with what an import needs beside it. */
export interface WritingRegister {
  store: RegisterStore
  keepOriginal(path: string): Promise<Result<null>>
  close(): Promise<void>
}

/** Opens the call's register as its only writer; made when missing. Refuses with register_in_use and the like. */
export function openWriting(global: GlobalOptions): Result<WritingRegister> {
  const opened = createStore(global.register, { mode: 'write' })
  if (!opened.ok) return opened
  const store = opened.value
  const files = createFileStore(global.register)
  return succeed({
    store,
    async keepOriginal(path) {
      const kept = await files.keep(path)
      return kept.ok ? succeed(null) : kept
    },
    close: () => store.close(),
  })
}
