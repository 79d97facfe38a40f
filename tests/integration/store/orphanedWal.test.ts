import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { createStore } from '../../../src/main/store/sqlite/createStore'
import { valueOf } from '../../support/valueOf'

it('never plays a left-over -wal file into a new register of the same name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bzr-wal-'))
  const path = join(folder, 'a.bzr')
  const first = valueOf(createStore(path, { mode: 'write' }))
  await first.info.set('office_name', '旧台账')
  // The state a killed program leaves: committed pages in the -wal file, then the register itself is taken away.
  copyFileSync(`${path}-wal`, `${path}.kept-wal`)
  await first.close()
  rmSync(path)
  copyFileSync(`${path}.kept-wal`, `${path}-wal`)
  const second = valueOf(createStore(path, { mode: 'write' }))
  expect(await second.info.get('office_name')).toBeNull()
  expect(existsSync(`${path}-wal-orphan-1`)).toBe(true)
  await second.close()
  const db = new Database(path, { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})
