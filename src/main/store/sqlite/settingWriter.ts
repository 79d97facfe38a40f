import type { SettingChange } from '../historyStore'
import type { WriteDb } from './file/database'

export interface SettingWriter {
  /** Writes what is otherwise than it was. @returns what changed, with the values before */
  put(settings: Readonly<Record<string, string>>): SettingChange[]
}

export function createSettingWriter(db: WriteDb): SettingWriter {
  const known = db.prepare<[string], string>('SELECT value FROM register_info WHERE key = ?').pluck()
  const replace = db.prepare<[string, string]>('INSERT INTO register_info (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  return {
    put: (settings) => Object.entries(settings).flatMap(([key, after]) => {
      const before = known.get(key) ?? null
      if (before === after) return []
      replace.run(key, after)
      return [{ key, before, after }]
    }),
  }
}

/** A settings change set keeps its changes in its note, where the journal's chain covers them. */
export function settingsNote(changes: readonly SettingChange[]): string {
  return JSON.stringify(changes.map(({ key, before, after }) => [key, before, after]))
}

/** The changes that a settings change set keeps in its note: {@link settingsNote}. */
export function settingsOfNote(note: string): SettingChange[] {
  return (JSON.parse(note) as [string, string | null, string][]).map(([key, before, after]) => ({ key, before, after }))
}
