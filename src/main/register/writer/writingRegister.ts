import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { GrowingChange } from '../../store/changeSet'
import { createFileStore } from '../../store/fileStore'
import type { RegisterStore, StoredBatch } from '../../store/registerStore'
import { isOnShare } from '../../store/sharedPlace'
import { createStore } from '../../store/sqlite/createStore'
import { openParser } from '../../workbook/parserClient'
import type { ReadEvent, ReadOptions } from '../../workbook/types'
import { originalOf, type OriginalCopy } from '../import/originalFile'
import { createRegisterWriter } from './registerWriter'

/** A register open for writing by one caller in its own process, with what an import needs beside it. */
export interface WritingRegister {
  store: RegisterStore
  /** Begins a change set that a thread writes while this one goes on making it. */
  grow(): GrowingChange
  keepOriginal(path: string): Promise<Result<null>>
  /** Reads a file in the parser process. */
  open(path: string, options: ReadOptions): AsyncIterable<ReadEvent>
  /** A copy of the file that a batch was taken from. */
  original(batch: StoredBatch): Promise<OriginalCopy | null>
  close(): Promise<void>
}

/** Opens a register as its only writer; made when missing. Refuses with register_in_use, register_on_share and the like. */
export function openWriting(path: string): Result<WritingRegister> {
  if (isOnShare(path)) return fail('register_on_share', { file: basename(path) })
  const opened = createStore(path, { mode: 'write' })
  if (!opened.ok) return opened
  const store = opened.value
  const files = createFileStore(path)
  const writer = createRegisterWriter(builtWriterEntry())
  return succeed({
    store,
    grow: () => writer.grow(path, { lockIsHeld: true }),
    async keepOriginal(path) {
      const kept = await files.keep(path)
      return kept.ok ? succeed(null) : kept
    },
    open: openParser,
    original: (batch) => originalOf(path, batch),
    async close() {
      await writer.stop()
      await store.close()
    },
  })
}

/** The built thread stands next to the other programs; shared code stands one folder deeper. */
function builtWriterEntry(): string {
  const beside = join(import.meta.dirname, 'writer.js')
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', 'writer.js')
}
