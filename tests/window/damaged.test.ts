import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { putSampleRegister, sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'
import { hasSmallDisks, smallDisk } from '../support/smallDisk'
import { answerDialogs } from '../support/window/windowDialogs'

const patiently = { timeout: 60_000 }

/** A page as a failing disk leaves it: the first of a table, which no page of the window reads. */
function zeroPage(file: string, table: string): void {
  const db = new Database(file)
  const page = db.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) ?? 0
  const size = Number(db.pragma('page_size', { simple: true }))
  db.close()
  expect(page).toBeGreaterThan(1)
  writeFileSync(file, readFileSync(file).fill(0, (page - 1) * size, page * size))
}

describe('a damaged register', () => {
  let app: RunningApp
  let sample: SampleRegister

  beforeEach(async () => {
    sample = await sampleRegister()
  })
  afterEach(async () => {
    await app.close()
    sample.remove()
  })

  it('opens to be read, says what is wrong and leads to what can be done', async () => {
    zeroPage(sample.file, 'patent_search_data')
    app = await launchApp({ registerFile: sample.file })
    await app.window.getByRole('status').getByText('台账有损坏（数据库文件已损坏），现在只能看，不能改').waitFor(patiently)
    await app.window.getByRole('banner').getByRole('button', { name: '台账有损坏' }).waitFor()
    await app.window.getByRole('button', { name: '去处理' }).click()
    await app.window.getByText('发现损坏：数据库文件已损坏').waitFor()
    await app.window.getByRole('button', { name: '救出还能读的记录' }).waitFor()
    await app.screenshot('damaged-settings')
  })

  it('that cannot be opened is named at the start, and what is left of it becomes a new one', async () => {
    const bytes = readFileSync(sample.file)
    writeFileSync(sample.file, bytes.fill(0, 200, 8_192))
    app = await launchApp({ registerFile: sample.file })
    await app.window.getByText('没有打开：台账文件已损坏').waitFor(patiently)
    await app.screenshot('damaged-start')
    const saved = join(sample.folder, '救出.bzr')
    await answerDialogs(app.electron, saved)
    await app.window.getByRole('button', { name: '救出还能读的记录' }).click()
    await app.window.getByRole('banner').getByText('救出.bzr').waitFor(patiently)
    await app.window.getByRole('status').getByText(/^救出 [\d,]+ 条/).waitFor()
    await app.screenshot('damaged-salvaged')
    expect(app.complaints).toEqual([])
  })
})

describe.skipIf(!hasSmallDisks)('a register on a medium that can only be read (needs a file system of its own)', () => {
  it('opens to be looked at, says why nothing can be changed and what can be done, and refuses a change in those words', async () => {
    using disk = smallDisk(60_000_000)
    const file = join(disk.folder, '台账 2021.bzr')
    await putSampleRegister(file)
    disk.protect()
    const app = await launchApp({ registerFile: file })
    try {
      await app.window.getByRole('status').getByText('台账放在不能写入的地方，现在只能看，不能改').waitFor(patiently)
      await app.window.getByRole('banner').getByRole('button', { name: '只能看' }).waitFor()
      await app.window.getByRole('navigation').getByRole('button', { name: '标准' }).click()
      await app.window.getByText('共 478 项').waitFor(patiently)
      await app.screenshot('read-only-list')
      const refused = await app.window.evaluate(async () => {
        const list = await window.bridge.call('lists.open', { kind: 'standards', search: 'GB/T 41701.1-2021' })
        if (!list.ok) throw new Error(list.code)
        const page = await window.bridge.call('lists.page', { handle: list.value.handle, from: 0, to: 1 })
        const row = page.ok ? page.value.rows[0] : undefined
        return window.bridge.call('records.edit', { kind: 'standards', id: row?.id ?? 0, field: 'publishedOn', text: '2019-01-05', before: String(row?.cells['publishedOn']) })
      })
      expect(refused).toMatchObject({ ok: false, code: 'file_not_writable', details: { what: 'register' } })
      expect(app.complaints).toEqual([])
    } finally {
      await app.close()
    }
  })
})
