import type { WriteDb } from '../file/database'
import { settingsOfNote } from '../settingWriter'

/**
 * Settings carry no digest of their own, but the journal has every change of them under its chain: what it says last stands.
 * Called while the chain is proved.
 */
export function restoreSettings(db: WriteDb): void {
  const put = db.prepare<[string, string]>('INSERT INTO register_info (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const notes = db.prepare<[], string>("SELECT note FROM change_set WHERE kind = 'settings' AND note IS NOT NULL ORDER BY sequence").pluck().all()
  for (const note of notes) for (const { key, after } of settingsOfNote(note)) if (after !== null) put.run(key, after)
}
