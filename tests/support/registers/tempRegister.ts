import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStore, type SqliteStore } from '../../../src/main/store/sqlite/createStore'
import type { OpenMode } from '../../../src/main/store/sqlite/file/openRegister'

/** A folder of its own for one test, with the path of a register in it that does not exist yet. */
export interface TempRegister extends Disposable {
  folder: string
  path: string
  open(mode?: OpenMode): SqliteStore
}

export function tempRegister(): TempRegister {
  const folder = mkdtempSync(join(tmpdir(), 'register-'))
  const path = join(folder, '台账.bzr')
  const opened: SqliteStore[] = []
  return {
    folder,
    path,
    open(mode = 'write') {
      const store = createStore(path, { mode, waitMs: 50 })
      if (!store.ok) throw new Error(`register refused: ${store.code} ${JSON.stringify(store.details)}`)
      opened.push(store.value)
      return store.value
    },
    [Symbol.dispose]() {
      for (const store of opened) void store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
