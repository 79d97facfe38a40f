import { succeed, type Result } from '../../../../shared/domain/result'
import { openAsItIs } from '../file/openRegister'
import { toStoreFailure } from '../file/sqliteFailure'

/**
 * Hashes of the content that records of a register or backup are said to have; the file is left as it is, and one of an
 * earlier version has none.
 *
 * @returns what openAsItIs refuses
 */
export function attachedContent(path: string): Result<string[]> {
  const opened = openAsItIs(path)
  if (!opened.ok) return opened
  const { db, close } = opened.value
  try {
    const isKnown = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'attachment'").get() !== undefined
    return succeed(isKnown ? db.prepare<[], string>('SELECT DISTINCT sha256 FROM attachment').pluck().all() : [])
  } catch (error) {
    return toStoreFailure(error)
  } finally {
    close()
  }
}
