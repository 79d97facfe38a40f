import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { samplesFolder } from '../support/registers/sampleImport'
import { tempRegister, type TempRegister } from '../support/registers/tempRegister'
import { answerDialogs, dropFiles } from '../support/window/windowDialogs'

const soon = { timeout: 60_000 }
const hostileFolder = join(import.meta.dirname, '../fixtures/hostile')

/** Places of the buttons in the question before leaving. */
const leave = 0
const stay = 1

/** Has the system's next question answered by one of its buttons; tells what was asked since. */
async function answerNextQuestion({ app: { electron } }: ImportScreen, button: number): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ dialog }, response) => {
    const messages: string[] = []
    Object.assign(globalThis, { askedMessages: messages })
    const answerAsUsual = dialog.showMessageBox
    dialog.showMessageBox = async (...given: unknown[]) => {
      messages.push((given.at(-1) as { message: string }).message)
      dialog.showMessageBox = answerAsUsual
      return { response, checkboxChecked: false }
    }
  }, button)
  return () => electron.evaluate(() => (globalThis as unknown as { askedMessages: string[] }).askedMessages)
}

/** The import page as a user sees it. */
class ImportScreen {
  constructor(readonly app: RunningApp) {}

  get window() {
    return this.app.window
  }

  async open(): Promise<void> {
    await this.window.getByRole('navigation').getByRole('button', { name: '导入' }).click()
    await this.window.getByRole('heading', { name: '导入', exact: true }).waitFor()
  }

  async add(...files: string[]): Promise<void> {
    await this.window.locator('input[type=file]').setInputFiles(files)
  }

  /** Lets files go over the window, as the system does when they are dragged there. */
  async drop(...files: string[]): Promise<void> {
    await dropFiles(this.window, 'body', files)
  }

  entry(file: string): Locator {
    return this.window.locator('.import-file', { hasText: file.slice(0, 12) })
  }

  async standing(file: string, words: RegExp): Promise<void> {
    await this.entry(file).filter({ hasText: words }).waitFor({ timeout: 60_000 })
  }

  async step(name: '表' | '列' | '行' | '结果'): Promise<void> {
    await this.window.locator('.import-steps').getByRole('button', { name }).click()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.window.getByRole('main').getByRole('button', { name }).click()
  }

  async closeAll(): Promise<void> {
    await this.press('清空列表')
    const question = this.window.getByRole('dialog', { name: '移出没有提交的文件吗' })
    const empty = this.window.getByText('把报来的表拖到窗口里')
    await question.or(empty).waitFor()
    if (await question.isVisible()) await question.getByRole('button', { name: '移出', exact: true }).click()
    await this.window.getByText('把报来的表拖到窗口里').waitFor()
  }
}

const sample = (name: string): string => join(samplesFolder, name)
const dirty = '90_脏数据_标准.xlsx'

describe('taking files in', () => {
  let register: TempRegister
  let folder: string
  let screen: ImportScreen

  beforeAll(async () => {
    register = tempRegister()
    folder = mkdtempSync(join(tmpdir(), 'rejects-'))
    await register.open().close()
    screen = new ImportScreen(await launchApp({ registerFile: register.path }))
    await screen.open()
  })
  afterAll(async () => {
    await screen.app.close()
    register[Symbol.dispose]()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says what to do while there is nothing, and offers the samples', async () => {
    await screen.window.getByRole('button', { name: '用样例试一遍' }).waitFor()
    await screen.app.screenshot('imports-empty')
  })

  it('shows a dropped sheet as it looks, with its header in a frame and its rows judged', async () => {
    await screen.drop(sample('04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx'))
    await screen.standing('04_崂山区', /可提交|待答/u)
    await screen.window.locator('.sheet-table tr.is-header').first().waitFor()
    await expect.poll(() => screen.window.locator('.sheet-table tr.is-header').count(), soon).toBe(2)
    await expect.poll(() => screen.window.locator('.sheet-table tr.is-skipped').count()).toBeGreaterThan(1)
    await screen.app.screenshot('imports-sheet')
  })

  it('takes no cut-off date that is no day, and says so at its field', async () => {
    const field = screen.window.getByLabel('截止日期', { exact: true })
    const before = await field.inputValue()
    await field.fill('2021-13-45')
    await field.press('Tab')
    await expect.poll(() => field.evaluate((element) => element.classList.contains('ant-input-status-error'))).toBe(true)
    expect(await screen.window.locator('.failure-banner').count()).toBe(0)
    await field.fill(before)
  })

  it('makes a clicked row the header, and recognises again when asked', async () => {
    const second = screen.window.locator('.sheet-table tr.is-header').nth(1)
    const row = await second.getAttribute('data-row')
    const table = await screen.window.locator('.sheet-table').elementHandle()
    await second.getByRole('button').click()
    await expect.poll(() => screen.window.locator('.sheet-table tr.is-header').count(), soon).toBe(1)
    // The sheet stands while it is judged anew: it neither jumps to its top nor gives way to “not read”.
    expect(await table?.evaluate((element) => element.isConnected)).toBe(true)
    await screen.press('重新识别')
    await expect.poll(() => screen.window.locator('.sheet-table tr.is-header').count(), soon).toBe(2)
    await expect.poll(() => screen.window.locator('.sheet-table tr.is-header').nth(1).getAttribute('data-row')).toBe(row)
  })

  it('lists the columns with samples', async () => {
    await screen.step('列')
    await screen.window.locator('.column-table tbody tr').first().waitFor()
    await expect.poll(() => screen.window.locator('.column-table').textContent()).toContain('标准编号')
    await screen.app.screenshot('imports-columns')
    await screen.closeAll()
  })

  it('knows on return what became of files while another page was open', async () => {
    await screen.add(sample('06_城阳区_2021年度标准制修订调查表.xlsx'))
    await screen.standing('06_城阳区', /等待|读取|可提交/u)
    await screen.window.getByRole('navigation').getByRole('button', { name: '标准' }).click()
    const states = (): Promise<(string | undefined)[]> => screen.window.evaluate(async () => {
      const answer = await window.bridge.call('imports.jobs', {})
      return answer.ok ? answer.value.jobs.map(({ state }) => state) : []
    })
    await expect.poll(states, soon).toEqual(['ready'])
    // What tells of it has been told: nobody calls the page back.
    await screen.window.locator('.status-bar .work').waitFor({ state: 'detached' })
    await screen.open()
    await screen.standing('06_城阳区', /可提交/u)
    await screen.closeAll()
  })

  it('asks by cause, never with a reading chosen, and takes answers by key', async () => {
    await screen.add(sample(dirty))
    await screen.standing(dirty, /行待答/u)
    await screen.step('行')
    const panel = screen.window.getByRole('complementary', { name: '未答的行不提交' })
    await panel.getByRole('heading', { name: /待答 \d+ 行/u }).waitFor()
    await expect.poll(() => screen.window.locator('.import-question ol [aria-checked=true], .import-question ol :checked').count()).toBe(0)
    await screen.app.screenshot('imports-rows')
    const heading = await panel.getByRole('heading', { level: 2 }).textContent()
    const open = Number(/待答 (\d+) 行/u.exec(heading ?? '')?.[1])
    const list = screen.window.getByRole('listbox', { name: '行' })
    const top = await list.evaluate((element) => { element.scrollTop = 140; return element.scrollTop })
    await screen.window.keyboard.press('1')
    await panel.getByRole('heading', { name: `待答 ${open - 1} 行` }).waitFor()
    await list.getByRole('option').first().waitFor()
    // Judging the rows anew leaves the clerk where she was among them.
    expect([top, await list.evaluate((element) => element.scrollTop)]).toEqual([140, 140])
    await screen.press('撤回上一个答复')
    await panel.getByRole('heading', { name: `待答 ${open} 行` }).waitFor()
  })

  it('takes a wrong cell written anew in the row, and says what it said before', async () => {
    await screen.window.locator('.verdict-chips').getByRole('button', { name: /退回/u }).click()
    const refused = screen.window.locator('.row-line[role=option]').filter({ hasText: '2021-02-30' }).first()
    const before = Number(/退回\s*(\d+)/u.exec((await screen.window.locator('.verdict-chips').textContent()) ?? '')?.[1])
    await refused.click()
    await screen.window.getByLabel('改为', { exact: true }).fill('2021-02-28')
    await screen.app.screenshot('imports-correct')
    await screen.press('改好')
    await screen.window.locator('.verdict-chips').getByRole('button', { name: new RegExp(`退回\\s*${before - 1}$`, 'u') }).waitFor()
    await screen.window.locator('.verdict-chips').getByRole('button', { name: /^全部/u }).click()
    await screen.press('撤回上一个答复')
    await screen.window.locator('.verdict-chips').getByRole('button', { name: new RegExp(`退回\\s*${before}$`, 'u') }).waitFor()
  })

  it('goes to the next doubt with F8 and from a row to its cell', async () => {
    await screen.window.keyboard.press('F8')
    const current = screen.window.locator('.row-line.is-current')
    await current.waitFor()
    await expect.poll(() => current.textContent()).toMatch(/待答|冲突/u)
    // Readers of the screen hear of the row, though the list keeps the keyboard.
    expect(await screen.window.getByRole('listbox', { name: '行' }).getAttribute('aria-activedescendant')).toBe(await current.getAttribute('id'))
    await screen.window.locator('.verdict-chips').getByRole('button', { name: /退回/u }).click()
    await screen.window.locator('.row-line .link').first().click()
    await screen.window.locator('.sheet-table td.is-focus').waitFor()
    await screen.app.screenshot('imports-cell')
  })

  it('commits, shows the effect, and gives the refused rows back', async () => {
    await screen.step('行')
    await screen.press(/^提交 \d+ 行/u)
    await screen.window.getByRole('heading', { name: /导入完成：新增 \d+/u }).waitFor({ timeout: 60_000 })
    await screen.app.screenshot('imports-result')
    const file = join(folder, '退回.xlsx')
    await screen.app.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
    }, file)
    await screen.press(/退回更正表 \d+ 行/u)
    await expect.poll(() => existsSync(file), { timeout: 60_000 }).toBe(true)
  })

  it('makes a form for a district, and gives a batch back from the list of what was taken in', async () => {
    const [form, back] = [join(folder, '填报模板.xlsx'), join(folder, '批次退回.xlsx')]
    const saveAs = (path: string): Promise<void> => screen.app.electron.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
    await screen.press('制作填报模板')
    await screen.window.getByRole('heading', { name: '制作填报模板' }).waitFor()
    await screen.app.screenshot('imports-template')
    await saveAs(form)
    await screen.press('存为…')
    await expect.poll(() => existsSync(form), soon).toBe(true)
    await screen.press('导入文件')
    await screen.window.getByRole('button', { name: '导入记录', exact: true }).click()
    await saveAs(back)
    await screen.window.getByRole('button', { name: '退回更正表…' }).first().click()
    await expect.poll(() => existsSync(back), { timeout: 60_000 }).toBe(true)
    await screen.app.screenshot('imports-batches')
    await screen.press('导入文件')
  })

  it('keeps the register’s value of a change that the clerk does not take, and says so in the row', async () => {
    const changed = join(folder, '更名.csv')
    writeFileSync(changed, '标准编号,标准名称,发布日期\r\nGB/T 39501-2021,另一个名称,2021-05-10\r\n')
    await screen.add(changed)
    await screen.standing('更名', /可提交/u)
    await screen.entry('更名').click()
    await screen.step('行')
    await screen.window.locator('.row-line[role=option]').first().click()
    const comparison = screen.window.getByRole('region', { name: '第 2 行与台账对照' })
    await comparison.getByText('另一个名称').waitFor(soon)
    await comparison.getByRole('row', { name: /标准名称/u }).getByRole('button', { name: '保留原值' }).click()
    await screen.window.locator('.row-line[role=option]', { hasText: /保留/u }).waitFor(soon)
    await screen.press('撤回上一个答复')
    await comparison.getByText('另一个名称').waitFor(soon)
    await screen.window.getByRole('button', { name: '移出“更名.csv”' }).click()
    const question = screen.window.getByRole('dialog', { name: '移出没有提交的文件吗' })
    await question.getByRole('button', { name: '移出', exact: true }).click()
    await screen.entry('更名').waitFor({ state: 'detached' })
  })

  it('undoes a batch after saying what goes', async () => {
    await screen.press('撤销这批导入')
    const preview = screen.window.getByRole('complementary', { name: /撤销第 1 批/u })
    await preview.waitFor()
    await screen.window.keyboard.press('Escape')
    await preview.waitFor({ state: 'detached' })
    await screen.window.getByRole('heading', { name: '导入记录' }).waitFor()
    await screen.window.locator('.batch-table tbody tr').last().getByRole('button', { name: '撤销', exact: true }).click()
    await preview.waitFor()
    await screen.window.getByText(/删去 \d+ 项/u).waitFor()
    await screen.app.screenshot('imports-undo')
    await screen.press('撤销这批')
    await screen.window.getByRole('cell', { name: '已撤销' }).waitFor()
    const status = await screen.window.evaluate(() => window.bridge.call('register.status', {}))
    expect(status).toMatchObject({ ok: true, value: { counts: { standards: 0 } } })
    await screen.press('导入文件')
    await screen.closeAll()
  })

  it('takes several dropped samples in one after the other and commits them together', async () => {
    const files = ['01_单位名录_2021.xlsx', '02_人口_两种口径.xlsx', '08_国家标准清单_信息平台_2019-2021.xlsx', '22_质量品牌荣誉汇总_F9.xlsx']
    await screen.drop(...files.map(sample))
    for (const file of files) await screen.standing(file, /可提交|待答/u)
    await screen.app.screenshot('imports-several')
    await screen.press(/全部提交/u)
    await expect.poll(() => screen.window.locator('.import-file', { hasText: '已导入' }).count(), { timeout: 60_000 }).toBeGreaterThan(2)
    // What stands there is what all of them did; the file's own share is one press away.
    await screen.entry('08_').click()
    await screen.step('结果')
    const scope = (name: string) => screen.window.locator('.import-result').getByRole('button', { name, exact: true })
    await expect.poll(() => scope('本次全部文件').getAttribute('aria-pressed'), soon).toBe('true')
    await screen.window.getByText(/\d 个文件合在一起，从第一个写入前到最后一个写入后/u).waitFor()
    await scope('本文件').click()
    await expect.poll(() => scope('本文件').getAttribute('aria-pressed')).toBe('true')
    await screen.closeAll()
  })

  it('says what to do with something dropped that lies nowhere on the computer', async () => {
    await screen.window.evaluate(() => {
      const carried = new DataTransfer()
      carried.items.add(new File(['标准编号'], '邮件附件.csv'))
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true }))
    })
    await expect.poll(() => screen.window.locator('.said').textContent(), soon).toContain('先在邮件或聊天程序里另存')
  })

  it('gives the rows of all committed files back into one folder', async () => {
    const files = ['05_青岛西海岸新区_2021年度标准制修订调查表.xls', '06_城阳区_2021年度标准制修订调查表.xlsx']
    await screen.drop(...files.map(sample))
    for (const file of files) await screen.standing(file.slice(0, 5), /可提交/u)
    await screen.press(/全部提交/u)
    const folder = mkdtempSync(join(tmpdir(), 'given-back-'))
    await answerDialogs(screen.app.electron, folder)
    await screen.press('全部退回，2 份…')
    await expect.poll(() => screen.window.locator('.said').textContent(), soon).toContain('2 份退回更正表已存到')
    expect(readdirSync(folder)).toHaveLength(2)
    rmSync(folder, { recursive: true, force: true })
    await screen.closeAll()
  })

  it('says of which cells a better source says otherwise, and that the rows came in so', async () => {
    const contrary = join(folder, '别称.csv')
    writeFileSync(contrary, '标准编号,标准名称,发布日期\r\nGB/T 28317-2021,另一个名称,2021-05-10\r\n')
    await screen.add(contrary)
    await screen.standing('别称', /可提交/u)
    await screen.entry('别称').click()
    await screen.step('行')
    await screen.window.locator('.row-line[role=option]').first().click()
    const remarks = screen.window.getByRole('region', { name: '第 2 行的说明' })
    await expect.poll(() => remarks.getByText('与其他来源不一致').allTextContents(), soon).toEqual([expect.stringMatching(/^B2 .*“另一个名称”/u), expect.stringMatching(/^C2 .*“2021-05-10”/u)])
    await screen.app.screenshot('imports-conflict')
    await screen.press('提交 1 行')
    await expect.poll(() => screen.window.locator('.result-counts div', { hasText: '冲突' }).textContent(), soon).toBe('冲突1')
    await screen.window.getByText('冲突的行与其他来源说法不同').waitFor()
    await screen.closeAll()
  })

  it('tells before the commit what the file would do to the main indicators', async () => {
    const file = '10_国际团体标准明细表_F1_2019-2021.xlsx'
    await screen.add(sample(file))
    await screen.standing(file, /可提交|待答/u)
    await screen.step('行')
    const forecast = screen.window.getByRole('region', { name: '提交后的指标' })
    await forecast.getByRole('rowheader', { name: /^制修订国际/u }).waitFor()
    await expect.poll(() => forecast.textContent()).toMatch(/全市[\d,]+→ [\d,]+\+[\d,]+/u)
    await screen.app.screenshot('imports-forecast')
    await screen.closeAll()
  })

  it('remembers how a sender’s file is read, says so for the next one, and forgets it again', async () => {
    const file = '04_崂山区_2021年度标准制修订调查表（定稿2）.xlsx'
    await screen.add(sample(file))
    await screen.standing(file, /可提交|待答/u)
    await screen.step('表')
    const remember = screen.window.getByRole('checkbox', { name: '这家单位以后都这样' })
    await remember.click()
    await expect.poll(() => remember.isChecked(), soon).toBe(true)
    await screen.step('行')
    await screen.press(/^提交 \d/u)
    await screen.standing(file, /已导入/u)
    await screen.closeAll()
    await screen.add(sample(file))
    await screen.standing(file, /可提交|待答/u)
    await screen.step('表')
    await screen.window.getByText(`与“${file}”的版式一致`).waitFor()
    await screen.app.screenshot('imports-layout')
    await screen.press('导入记录')
    await screen.window.getByRole('heading', { name: '导入记录' }).waitFor()
    await screen.window.getByRole('navigation').getByRole('button', { name: '导入' }).click()
    await screen.press('记住的版式')
    await screen.window.getByRole('cell', { name: file }).waitFor()
    await screen.app.screenshot('imports-layouts')
    await screen.press('不再记住')
    await screen.window.getByText('还没有记住的版式').waitFor()
    await screen.press('导入文件')
    await screen.closeAll()
  })

  it('tells how fast it reads, stops when it is told to, and leaves the register as it was', async () => {
    const big = join(folder, '大文件.csv')
    const lines = Array.from({ length: 150_000 }, (_, index) => `GB/T ${100_000 + index}-2021,电梯制动装置第${index}部分试验方法,国家标准,2021-03-05`)
    writeFileSync(big, ['标准编号,标准名称,标准级别,发布日期', ...lines].join('\n'))
    const status = async () => screen.window.evaluate(async () => JSON.stringify(await window.bridge.call('register.status', {})))
    const before = await status()
    await screen.add(big)
    await screen.standing('大文件.csv', /读取中\d+%，[\d,]+ 行\/秒/u)
    await screen.app.screenshot('imports-reading')
    await screen.press('取消')
    await screen.standing('大文件.csv', /已取消/u)
    await expect.poll(status).toBe(before)
    await screen.press('重新读取')
    await screen.standing('大文件.csv', /读取中\d+%/u)
    await screen.closeAll()
  })

  it('asks for the password of a locked workbook', async () => {
    await screen.add(sample('96_加密工作簿_密码qd2022.xlsx'))
    await screen.standing('96_加密工作簿', /要密码/u)
    await screen.window.getByLabel('密码', { exact: true }).fill('qd2022')
    await screen.app.screenshot('imports-password')
    await screen.press('打开')
    await screen.standing('96_加密工作簿', /可提交|待答/u)
    await screen.closeAll()
  })

  it.each([
    ['01_压缩炸弹_工作表.xlsx', '文件太大，或展开后太大，没有读取'],
    ['28_PDF改名.xlsx', '这是 PDF，不是表格'],
  ])('refuses %s with the reason and what to do', async (file, sentence) => {
    await screen.add(join(hostileFolder, file))
    await screen.standing(file, /读不了/u)
    await screen.window.getByRole('alert').filter({ hasText: sentence }).waitFor()
    await screen.app.screenshot(`imports-refused-${file.slice(0, 2)}`)
    await screen.closeAll()
  })

  it('shows markup in a file as text', async () => {
    await screen.add(join(hostileFolder, '23_界面注入.xlsx'))
    await screen.standing('23_界面注入', /可提交|待答|读不了/u)
    await screen.window.locator('.sheet-table td', { hasText: '<' }).first().waitFor()
    await expect.poll(() => screen.window.locator('.sheet-table td :is(img, script, svg, iframe, a)').count()).toBe(0)
    await screen.app.screenshot('imports-markup')
    await screen.step('行')
    await screen.window.locator('.row-line[role=option]').first().waitFor()
    await expect.poll(() => screen.window.locator('.row-line :is(img, script, svg, iframe, a)').count()).toBe(0)
    await screen.closeAll()
  })

  it('offers the samples as a guided first import and reads them all', async () => {
    await screen.press('用样例试一遍')
    await screen.window.getByRole('dialog').getByText('样例是虚构的').waitFor()
    await screen.press('不试')
    await expect.poll(() => screen.window.locator('.import-file').count()).toBe(0)
    await screen.press('用样例试一遍')
    await screen.press('读入样例')
    await screen.window.locator('.import-file').nth(15).waitFor()
    await expect.poll(() => screen.window.locator('.import-file', { hasText: /等待读取|读取中/u }).count(), { timeout: 100_000, interval: 200 }).toBe(0)
    await expect.poll(() => screen.window.locator('.import-file', { hasText: /可提交|待答|要密码/u }).count()).toBeGreaterThan(15)
    await screen.app.screenshot('imports-samples')
    await screen.closeAll()
  })

  it('sums up what all files brought, and offers the next step', async () => {
    await screen.add(sample('01_单位名录_2021.xlsx'), sample(dirty))
    await screen.standing('01_单位名录', /可提交/u)
    await screen.standing(dirty, /可提交|待答/u)
    await screen.entry('01_单位名录').click()
    await screen.step('行')
    await screen.press(/^提交 \d/u)
    await screen.window.getByText(/^已提交 1 个文件：新增 /u).waitFor({ timeout: 60_000 })
    await screen.app.screenshot('imports-all-files')
    await screen.window.getByRole('button', { name: /^还有 \d+ 行待答$|^去排名$/u }).waitFor()
  })

  it('asks before files that were not committed leave the list', async () => {
    const files = await screen.window.locator('.import-file').count()
    await screen.press('清空列表')
    const question = screen.window.getByRole('dialog', { name: '移出没有提交的文件吗' })
    await question.getByText('有 1 个文件还没有提交').waitFor()
    await screen.app.screenshot('imports-close-question')
    await question.getByRole('button', { name: '不移出' }).click()
    await expect.poll(() => screen.window.locator('.import-file').count()).toBe(files)
  })

  it('asks before it closes with files that were not committed', async () => {
    const { electron } = screen.app
    const messages = await answerNextQuestion(screen, stay)
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await expect.poll(messages, soon).toEqual(['有 1 个文件还没有提交，关闭后要重新打开这些文件。关闭吗'])
    await screen.window.getByRole('heading', { name: '导入', exact: true }).waitFor()
  })

  it('asks before another register takes the place of one with files that were not committed', async () => {
    using other = tempRegister()
    await other.open().close()
    await answerDialogs(screen.app.electron, other.path)
    const openOther = async (): Promise<void> => {
      await screen.window.getByRole('navigation').getByRole('button', { name: '设置' }).click()
      await screen.window.getByRole('button', { name: '打开其他台账' }).click()
    }
    const messages = await answerNextQuestion(screen, stay)
    await openOther()
    await expect.poll(messages, soon).toEqual(['有 1 个文件还没有提交，换台账后要重新打开这些文件。换台账吗'])
    await screen.open()
    await screen.entry(dirty).waitFor()
    await answerNextQuestion(screen, leave)
    await openOther()
    await screen.open()
    await screen.window.getByText('把报来的表拖到窗口里').waitFor()
    // The other register leaves with this test: the window goes back to its own.
    await answerDialogs(screen.app.electron, register.path)
    await openOther()
    await expect.poll(() => screen.window.evaluate(async () => JSON.stringify(await window.bridge.call('register.status', {}))), soon).toContain(basename(register.path))
  })

  it('drew itself without a complaint', () => {
    expect(screen.app.complaints).toEqual([])
  })
})
