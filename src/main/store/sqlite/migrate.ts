import type { WriteDb } from './file/database'
import { defineNameFunctions } from './names/unitNames'
import { defineSearchFunctions } from './search/searchIndex'

export interface Migration {
  version: number
  sql: string
}

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** Every migration in order; found by folder, so that adding one is adding its file. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({ version: versionOf(path), sql }))
  .toSorted((a, b) => a.version - b.version)

export const newestVersion = migrations.at(-1)?.version ?? 0

/**
 * Brings a register to the newest version, all steps in one transaction: whatever ends the program, it is the register that
 * its backup was made of, or this program's.
 */
export function migrate(db: WriteDb, steps: readonly Migration[] = migrations): void {
  const current = Number(db.pragma('user_version', { simple: true }))
  const missing = steps.filter(({ version }) => version > current)
  if (missing.length === 0) return
  defineNameFunctions(db)
  defineSearchFunctions(db)
  db.transaction(() => {
    for (const { version, sql } of missing) {
      db.exec(sql)
      db.pragma(`user_version = ${version}`)
    }
  }).immediate()
}

function versionOf(path: string): number {
  const digits = /(\d{4})_[^/]*\.sql$/.exec(path)?.[1]
  if (digits === undefined) throw new Error(`migration without a number: ${path}`)
  return Number(digits)
}
