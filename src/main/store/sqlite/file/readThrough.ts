import type { ReadDb } from './database'
import { cacheKiB } from './openRegister'

/** Enough for the inner pages of the trees; what an export reads it needs once. */
const throughKiB = 4 * 1024

/** Reads from end to end keep the page cache small while they last; several may at a time. */
export function createReadThrough(db: ReadDb): () => Disposable {
  let readers = 0
  return () => {
    if (readers++ === 0) db.pragma(`cache_size = -${throughKiB}`)
    return {
      [Symbol.dispose]() {
        if (--readers === 0 && db.open) db.pragma(`cache_size = -${cacheKiB}`)
      },
    }
  }
}
