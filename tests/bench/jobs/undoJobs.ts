import Database from 'better-sqlite3'
import { undoBatch } from '../../../src/main/register/evidence/undoBatch'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { keepHeapsTight, keepNurserySmall } from '../../../src/main/register/writer/smallHeap'

/** Withdraws the last batch as the command line does. */
export async function undoJob({ register }: { register: string }): Promise<{ removed: number }> {
  keepNurserySmall()
  keepHeapsTight()
  const opened = createStore(register, { mode: 'write' })
  if (!opened.ok) throw new Error(opened.code)
  try {
    const [last] = await opened.value.batches.list()
    const undone = await undoBatch(opened.value, last?.id ?? 0, { at: Date.UTC(2022, 0, 18), operator: '测试' })
    if (!undone.ok) throw new Error(undone.code)
    return { removed: undone.value.records.removed }
  } finally {
    await opened.value.close()
  }
}

/** The peer: the rows of a batch go from a plain table with four indexes, as durably. */
export async function plainDeleteJob({ file, batch }: { file: string; batch: number }): Promise<{ removed: number }> {
  const db = new Database(file)
  try {
    db.pragma('synchronous = FULL')
    db.pragma('cache_size = -65536')
    return { removed: db.prepare('DELETE FROM patent WHERE batch = ?').run(batch).changes }
  } finally {
    db.close()
  }
}
