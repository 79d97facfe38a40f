import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileStore } from '../../src/main/store/fileStore'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { patiently, RecordsWindow } from '../support/window/recordsWindow'
import { importSample, samplesFolder } from '../support/registers/sampleImport'
import { writeCsv } from '../support/workbooks/tableFiles'
import { tempRegister } from '../support/registers/tempRegister'
import { answerDialogs } from '../support/window/windowDialogs'

const files = ['01_单位名录_2021.xlsx', '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx', '90_脏数据_标准.xlsx']

/** From a record back to the file it came from, and out again as a file. */
describe('the files behind the records', () => {
  const register = tempRegister()
  let app: RunningApp
  let records: RecordsWindow

  beforeAll(async () => {
    const store = register.open()
    const renamed = join(register.folder, '更名.csv')
    writeCsv(renamed, [['标准编号', '标准名称', '发布日期'], ['GB/T 28317-2021', '另一个名称', '']])
    for (const path of [...files.map((file) => join(samplesFolder, file)), renamed]) {
      expect(await importSample(store, path)).toMatchObject({ ok: true })
      expect(await createFileStore(register.path).keep(path)).toMatchObject({ ok: true })
    }
    await store.close()
    app = await launchApp({ registerFile: register.path })
    records = new RecordsWindow(app)
  })
  afterAll(async () => {
    await app.close()
    register[Symbol.dispose]()
  })

  it('opens a register on the first page', async () => {
    await app.window.getByRole('heading', { name: '工作台' }).waitFor(patiently)
    await expect.poll(() => app.window.getByRole('navigation').getByRole('button', { name: '工作台' }).getAttribute('aria-current')).toBe('page')
  })

  it('shows the row of the original that supports a record', async () => {
    await records.go('标准')
    await records.cells('standardNo').first().click(patiently)
    const evidence = records.panel.getByRole('region', { name: '来源' })
    const row = /\d+/u.exec((await evidence.getByRole('button', { name: /行/u }).first().textContent(patiently)) ?? '')?.[0] ?? ''
    await evidence.getByRole('button', { name: /行/u }).first().click()
    await app.window.locator(`.document-line.is-current[data-row="${row}"]`).waitFor(patiently)
    await app.window.getByRole('region', { name: `第 ${row} 行` }).getByRole('list', { name: '记录' }).getByRole('button').first().waitFor(patiently)
    await app.screenshot('original-row')
  })

  it('opens a batch from the list of imports, and shows the rows of one verdict with the cell that kept them out', async () => {
    await records.go('导入')
    await app.window.getByRole('button', { name: '导入记录' }).click(patiently)
    await app.window.getByRole('button', { name: /90_脏数据_标准/u }).click(patiently)
    const chips = app.window.getByRole('toolbar', { name: '判定' })
    const count = Number(await chips.getByRole('button', { name: /退回/u }).locator('b').textContent(patiently))
    await chips.getByRole('button', { name: /退回/u }).click()
    await expect.poll(() => app.window.locator('.document-line.has-rejected').count(), patiently).toBe(count)
    await app.window.locator('.document-line.has-rejected').nth(1).click()
    await expect.poll(() => app.window.locator('.document-line.is-current .is-marked').count()).toBe(1)
    await expect.poll(() => app.window.getByRole('region', { name: '这一批' }).textContent()).toMatch(/程序版本/u)
    await app.window.locator('.document-remark').first().waitFor(patiently)
    await app.screenshot('batch-rejected')
  })

  it('undoes a batch and lets it count again, each after a look at what that means', async () => {
    await app.window.getByRole('button', { name: '导入记录' }).click()
    const line = app.window.locator('.batch-table tbody tr', { hasText: '04_崂山区' })
    await line.getByRole('button', { name: '撤销' }).click(patiently)
    await app.window.getByRole('heading', { name: /删去 \d+ 项/u }).waitFor(patiently)
    await app.window.getByRole('button', { name: '撤销这批' }).click(patiently)
    await line.getByText('已撤销').waitFor(patiently)
    expect(await line.locator('.batch-tools').evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBe(0)
    await line.getByRole('button', { name: '恢复批次' }).click()
    await app.window.getByRole('heading', { name: /加回 \d+ 项/u }).waitFor(patiently)
    await app.screenshot('batch-redo')
    await app.window.getByRole('button', { name: '恢复这批' }).click(patiently)
    await line.getByText('有效').waitFor(patiently)
    await app.window.getByText(/已恢复第 \d+ 批：加回 \d+ 项/u).waitFor(patiently)
  })

  it('goes from what waits on the first page to the questions of its file', async () => {
    await records.go('工作台')
    await app.window.getByRole('button', { name: '去回答' }).click(patiently)
    await app.window.locator('.import-file[aria-current]', { hasText: '90_脏数据' }).waitFor(patiently)
    await app.window.locator('.row-line .cut').first().waitFor(patiently)
    await expect.poll(() => app.window.getByRole('toolbar', { name: '判定' }).getByRole('button', { pressed: true }).textContent()).toMatch(/待答/u)
    await app.screenshot('original-questions')
  })

  it('writes the listed records, as filtered and sorted, where the clerk wants them', async () => {
    const out = join(register.folder, '标准.xlsx')
    await answerDialogs(app.electron, out)
    await records.go('标准')
    await records.cells('standardNo').first().waitFor(patiently)
    await expect.poll(() => app.window.locator('.list-count').first().textContent(), patiently).toMatch(/\d/u)
    const total = Number(/\d+/u.exec((await app.window.locator('.list-count').first().textContent()) ?? '')?.[0])
    await app.window.getByRole('main').getByRole('button', { name: '导出' }).click()
    await expect.poll(() => records.said()).toContain(`已导出 ${total} 条`)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(out)
    expect(workbook.worksheets[0]?.rowCount).toBe(total + 1)
  })

  it('leads from a row of a batch to the record that it changed, where the words of its sources stand side by side', async () => {
    await records.go('导入')
    await app.window.getByRole('button', { name: '导入记录' }).click(patiently)
    await app.window.getByRole('button', { name: '更名.csv' }).click(patiently)
    await app.window.locator('.document-line.has-changed').first().click(patiently)
    const record = app.window.getByRole('list', { name: '记录' }).getByRole('button').first()
    const key = (await record.textContent(patiently)) ?? ''
    await record.click()
    await records.panel.getByText(key, { exact: true }).first().waitFor(patiently)
    const said = records.panel.getByRole('region', { name: '各来源的说法' })
    await said.getByText('现值').first().waitFor(patiently)
    await app.screenshot('record-conflicts')
    await said.getByRole('button', { name: '用这个' }).first().click()
    await said.getByText('手工填写').waitFor(patiently)
  })

  it('met no complaint on its way', () => {
    expect(app.complaints).toEqual([])
  })
})
