import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// Declares window.bridge, which the page functions below use.
import type {} from '../../src/renderer/bridge/bridgeClient'
import { launchApp, type RunningApp } from '../support/window/electronApp'
import { processTree } from '../support/faults/processTree'
import { samplesFolder } from '../support/registers/sampleImport'
import { sampleRegister, type SampleRegister } from '../support/registers/sampleRegister'
import { answerDialogs } from '../support/window/windowDialogs'

describe('settings, backup, help and the frame', () => {
  let app: RunningApp
  let sample: SampleRegister
  let folder: string

  beforeAll(async () => {
    sample = await sampleRegister()
    folder = sample.folder
    app = await launchApp({ registerFile: sample.file })
    await app.window.evaluate(() => window.bridge.call('settings.save', { operator: '王芳' }))
    await app.window.getByRole('navigation').getByRole('button', { name: '设置' }).click()
    await app.window.getByLabel('单位名称').waitFor()
  })
  afterAll(async () => {
    await app.close()
    sample.remove()
  })

  it('names office and register in the title bar', async () => {
    const bar = app.window.getByRole('banner')
    await bar.getByText('青岛市市场监督管理局').waitFor()
    await bar.getByText('样例台账 2021.bzr').waitFor()
    await bar.getByRole('button', { name: '未设备份' }).waitFor()
    await app.screenshot('settings')
  })

  it('leads from its index to each section, and marks the one that is looked at', async () => {
    const index = app.window.getByRole('navigation', { name: '设置目录' })
    const marked = (): Promise<string[]> => index.locator('[aria-current]').allTextContents()
    const headings = await app.window.locator('.settings > section > h2').allTextContents()
    await expect.poll(() => index.getByRole('button').allTextContents()).toEqual(headings)
    await expect.poll(marked).toEqual([headings[0]])
    for (const title of ['备份', '显示', headings.at(-1) ?? '']) {
      await index.getByRole('button', { name: title, exact: true }).focus()
      await app.window.keyboard.press('Enter')
      await expect.poll(marked).toEqual([title])
      expect(await app.window.evaluate(() => document.activeElement?.textContent)).toBe(title)
      await expect.poll(() => app.window.getByRole('heading', { name: title, exact: true }).evaluate((heading) => heading.getBoundingClientRect().bottom < innerHeight)).toBe(true)
    }
    await app.window.locator('.settings').evaluate((box) => { box.scrollTop = 0 })
    await expect.poll(marked).toEqual([headings[0]])
    await app.window.getByRole('heading', { name: '备份', exact: true }).evaluate((heading) => heading.scrollIntoView())
    await expect.poll(marked).toEqual(['备份'])
  })

  it('saves a changed operator when the field is left, and takes it back', async () => {
    const operator = app.window.getByLabel('操作人')
    await operator.fill('李明')
    await operator.press('Tab')
    await app.window.getByRole('status').getByText('已保存“操作人”').waitFor()
    await app.window.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => operator.inputValue()).toBe('王芳')
  })

  it('keeps what was set before, with who changed it, and takes one change back', async () => {
    const office = app.window.getByLabel('单位名称')
    await office.fill('青岛市市场监管局标准化处')
    await office.press('Tab')
    const lines = app.window.getByRole('list', { name: '设置的修改记录' }).getByRole('listitem')
    const line = lines.filter({ hasText: '青岛市市场监管局标准化处' }).first()
    await line.waitFor()
    await expect.poll(() => line.textContent()).toContain('王芳')
    await line.scrollIntoViewIfNeeded()
    await app.screenshot('settings-history')
    await line.getByRole('button', { name: '改回' }).click()
    await lines.filter({ hasText: '青岛市市场监管局标准化处 → 未设' }).waitFor()
  })

  it('refuses a district list that cannot hold, and keeps one that can', async () => {
    const districts = app.window.getByRole('table', { name: '区市' })
    const aliases = districts.getByRole('textbox', { name: '别名和曾用名' }).first()
    const save = app.window.getByRole('button', { name: '保存' })
    await aliases.fill('崂山区')
    await aliases.press('Tab')
    await app.window.getByText('名称或别名重复：崂山区').waitFor()
    await expect.poll(() => save.isDisabled()).toBe(true)
    await aliases.fill('市南、老市南')
    await aliases.press('Tab')
    await save.click()
    await app.window.getByRole('status').getByText('已保存“区市”').waitFor()
    const settings = await app.window.evaluate(() => window.bridge.call('settings.get', {}))
    expect(settings).toMatchObject({ ok: true, value: { districts: expect.arrayContaining([{ code: '370202', name: '市南区', aliases: ['市南', '老市南'] }]) } })
  })

  it('makes a backup into the chosen folder and shows its age in the title bar', async () => {
    await answerDialogs(app.electron, join(folder, '备份'))
    await app.window.getByRole('main').locator('section', { hasText: '备份放在' }).getByRole('button', { name: '更改' }).click()
    await app.window.getByRole('button', { name: '立即备份' }).click()
    await app.window.getByRole('banner').getByRole('button', { name: '刚刚备份，已核对' }).waitFor()
    await app.screenshot('settings-backup')
  })

  it('lists the backups and goes back to one, saying before what that changes', async () => {
    await app.window.evaluate(() => window.bridge.call('settings.save', { officeName: '另一个处室' }))
    const line = app.window.getByRole('list', { name: '已有的备份' }).getByRole('listitem').last()
    await line.getByRole('button', { name: '用它还原' }).click()
    const question = app.window.getByRole('dialog')
    await question.getByText('少 0 条记录，多 0 条，不同 0 条').waitFor()
    await app.screenshot('backup-replace')
    await question.getByRole('button', { name: '还原', exact: true }).click()
    await app.window.getByRole('status').getByText('已还原。之前的台账留在').waitFor()
    await app.window.getByRole('list', { name: '已有的备份' }).getByText('还原前').waitFor()
    expect(await app.window.evaluate(() => window.bridge.call('settings.get', {}))).not.toMatchObject({ value: { officeName: '另一个处室' } })
  })

  it('says in a bar that a backup failed, with what to do', async () => {
    const inTheWay = join(folder, 'E盘')
    writeFileSync(inTheWay, '')
    await answerDialogs(app.electron, join(inTheWay, '备份'))
    await app.window.getByRole('main').locator('section', { hasText: '备份放在' }).getByRole('button', { name: '更改' }).click()
    await app.window.getByLabel('备份放在').and(app.window.locator('[title*="E盘"]')).waitFor()
    await app.window.getByRole('button', { name: '立即备份' }).click()
    const bar = app.window.getByRole('status').filter({ hasText: '备份没有完成' })
    await bar.getByRole('button', { name: '换备份位置' }).waitFor()
    await app.screenshot('backup-failed')
    await answerDialogs(app.electron, join(folder, '备份'))
    await app.window.getByRole('main').locator('section', { hasText: '备份放在' }).getByRole('button', { name: '更改' }).click()
    await app.window.getByLabel('备份放在').and(app.window.locator('[title$="备份"]:not([title*="E盘"])')).waitFor()
    await bar.getByRole('button', { name: '重试' }).click()
    await bar.waitFor({ state: 'detached' })
  })

  it('encrypts backups once the recovery sheet is put away, and opens one by password or sheet', async () => {
    const row = app.window.getByRole('main').locator('.setting-row', { hasText: '备份加密' })
    await row.getByRole('button', { name: '设密码' }).click()
    const dialog = app.window.getByRole('dialog', { name: '给备份设密码' })
    await dialog.getByLabel('密码', { exact: true }).fill('1234')
    await dialog.getByText('至少 8 个字').waitFor()
    await dialog.getByLabel('密码', { exact: true }).fill('梧桐树下三只灰喜鹊')
    await dialog.getByText('很好').waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: '下一步' }).isDisabled()).toBe(true)
    await dialog.getByLabel('再输一遍').fill('梧桐树下三只灰喜鹊')
    await app.screenshot('encryption-password')
    await dialog.getByRole('button', { name: '下一步' }).click()
    const step = app.window.getByRole('dialog', { name: '恢复表' })
    await step.getByLabel('恢复密钥').waitFor()
    const groups = await step.getByLabel('恢复密钥').locator('span').allTextContents()
    const sheet = join(folder, '恢复表.pdf')
    await answerDialogs(app.electron, sheet)
    await step.getByRole('button', { name: '保存恢复表' }).click()
    await step.getByText('恢复表写到').waitFor()
    expect(readFileSync(sheet).subarray(0, 5).toString()).toBe('%PDF-')
    const opening = app.electron.waitForEvent('window')
    await step.getByRole('button', { name: '打印' }).click()
    const paper = await opening
    expect(paper.url()).toContain(encodeURIComponent('备份恢复表'))
    await paper.close()
    await expect.poll(() => step.locator('.ant-btn-loading').count()).toBe(0)
    await expect.poll(() => step.getByRole('alert').count()).toBe(0)
    await step.getByLabel('最后一组').fill(groups[0] ?? '')
    await app.screenshot('encryption-sheet')
    await step.getByRole('button', { name: '恢复表已收好，开始加密' }).click()
    await step.getByText('恢复密钥的最后一组与恢复表上的不一样').waitFor()
    await step.getByLabel('最后一组').fill(groups.at(-1) ?? '')
    await step.getByRole('button', { name: '恢复表已收好，开始加密' }).click()
    await step.waitFor({ state: 'detached' })
    const line = app.window.getByRole('list', { name: '已有的备份' }).getByRole('listitem').filter({ hasText: '已加密' }).first()
    await line.waitFor()
    await row.getByText('打开备份时才问密码').waitFor()
    await app.screenshot('encryption-on')
    await line.getByRole('button', { name: '用它还原' }).click()
    const asked = app.window.getByRole('dialog', { name: '这份备份加了密' })
    await asked.getByLabel('密码或恢复密钥').fill('不是这个密码')
    await asked.getByRole('button', { name: '打开' }).click()
    await asked.getByText('密码或恢复密钥不对').waitFor()
    await asked.getByLabel('密码或恢复密钥').fill(groups.join(' ').toLowerCase())
    await app.screenshot('encryption-unlock')
    await asked.getByRole('button', { name: '打开' }).click()
    const question = app.window.getByRole('dialog', { name: '的备份还原？' })
    await question.getByText('少 0 条记录，多 0 条，不同 0 条').waitFor()
    await question.getByRole('button', { name: '还原', exact: true }).click()
    await app.window.getByRole('status').getByText('已还原。之前的台账留在').waitFor()
    await row.getByRole('button', { name: '停用' }).click()
    await app.window.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await row.getByRole('button', { name: '设密码' }).waitFor()
    await app.window.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await row.getByRole('button', { name: '换恢复表' }).waitFor()
  })

  it('keeps neither the password of the backups nor that of a workbook: not in register, log or diagnosis, nor in the arguments of a process', async () => {
    const locked = join(folder, '名录.xlsx')
    copyFileSync(join(samplesFolder, '96_加密工作簿_密码qd2022.xlsx'), locked)
    const states = await app.window.evaluate(async (file) => {
      const opened = await window.bridge.call('imports.open', { files: [file] })
      const job = opened.ok ? opened.value.jobs[0]?.job ?? 0 : 0
      const stateOf = async (): Promise<string | undefined> => {
        const answer = await window.bridge.call('imports.jobs', {})
        return answer.ok ? answer.value.jobs.find((candidate) => candidate.job === job)?.state : answer.code
      }
      const over = async (): Promise<string | undefined> => {
        for (;;) {
          const state = await stateOf()
          if (state === 'locked' || state === 'ready' || state === 'refused' || state === 'done') return state
          await new Promise(requestAnimationFrame)
        }
      }
      const first = await over()
      await window.bridge.call('imports.unlock', { job, password: 'qd2022' })
      return [first, await over()]
    }, locked)
    expect(states).toEqual(['locked', 'ready'])
    const diagnosis = await app.window.evaluate(() => window.bridge.call('shell.diagnosis', {}))
    expect(diagnosis.ok).toBe(true)
    const [profile, pid] = await app.electron.evaluate((electron) => [electron.app.getPath('userData'), process.pid] as const)
    const kept = [folder, profile].flatMap((place) => readdirSync(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    expect(kept.some((file) => file.endsWith('.log')) && kept.some((file) => file.endsWith('.bzrx'))).toBe(true)
    for (const secret of ['梧桐树下三只灰喜鹊', 'qd2022']) {
      const holds = (bytes: Buffer): boolean => (['utf8', 'utf16le'] as const).some((encoding) => bytes.includes(Buffer.from(secret, encoding)))
      expect(kept.filter((file) => holds(readFileSync(file))), secret).toEqual([])
      expect(JSON.stringify(diagnosis)).not.toContain(secret)
      expect(processTree(pid).commandLines.filter((words) => words.includes(secret))).toEqual([])
    }
    await app.window.evaluate(async () => {
      const answer = await window.bridge.call('imports.jobs', {})
      if (answer.ok) await window.bridge.call('imports.close', { jobs: answer.value.jobs.map(({ job }) => job) })
    })
  })

  it('zooms by keys between 80 and 200 percent, and tells the settings', async () => {
    const press = (keyCode: string) => app.electron.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] })
      contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: ['control'] })
    }, keyCode)
    const factor = () => app.electron.evaluate(({ BrowserWindow }) => Math.round((BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor() ?? 0) * 100))
    await press('=')
    await expect.poll(factor).toBe(110)
    await press('-')
    await press('-')
    await press('-')
    await press('-')
    await expect.poll(factor).toBe(80)
    await app.screenshot('settings-80-percent')
    await press('0')
    await expect.poll(factor).toBe(100)
    await app.window.evaluate(() => window.bridge.call('shell.setPreferences', { zoomPercent: 150 }))
    await expect.poll(factor).toBe(150)
    await app.screenshot('settings-150-percent')
    await app.window.evaluate(() => window.bridge.call('shell.setPreferences', { zoomPercent: 100 }))
  })

  it('follows the chosen theme at once', async () => {
    await app.window.emulateMedia({ colorScheme: null })
    const ground = () => app.window.evaluate(() => getComputedStyle(document.body).backgroundColor)
    await app.window.getByText('深色', { exact: true }).click()
    await expect.poll(ground).toBe('rgb(28, 31, 36)')
    await app.screenshot('settings-dark')
    await app.window.getByText('浅色', { exact: true }).click()
    await expect.poll(ground).toBe('rgb(252, 252, 253)')
  })

  it('folds the rail to icons and keeps it folded after a reload', async () => {
    const rail = app.window.getByRole('navigation', { name: '主导航' })
    await rail.getByRole('button', { name: '收起左栏' }).click()
    await expect.poll(async () => (await rail.boundingBox())?.width).toBe(48)
    await app.window.reload()
    await rail.waitFor()
    expect((await rail.boundingBox())?.width).toBe(48)
    await app.screenshot('rail-narrow')
    await rail.getByRole('button', { name: '展开左栏' }).click()
    await expect.poll(async () => (await rail.boundingBox())?.width).toBe(96)
  })

  it('opens the manual at the page the clerk is on, and the shortcuts with “?”', async () => {
    await app.window.getByRole('navigation').getByRole('button', { name: '报表' }).click()
    await app.window.getByRole('heading', { name: '报表', exact: true }).waitFor()
    await app.electron.evaluate(({ Menu }) => {
      const help = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []).find(({ accelerator }) => accelerator === 'F1')
      help?.click()
    })
    const manual = app.window.getByRole('complementary', { name: '使用说明' })
    await manual.getByRole('heading', { name: '报表' }).waitFor()
    await app.screenshot('help')
    await app.window.keyboard.press('Escape')
    await manual.waitFor({ state: 'detached' })
    await app.window.getByRole('heading', { name: '报表', exact: true }).click()
    await app.window.keyboard.press('?')
    await manual.getByText('打开说明，翻到当前这一页').waitFor()
    await app.window.keyboard.press('Escape')
  })

  it('leads through the samples in seven steps', async () => {
    await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []).find(({ label }) => label === '十分钟上手')?.click())
    const tour = app.window.getByRole('complementary', { name: '十分钟上手' })
    await tour.getByText('第 1 步，共 7 步').waitFor()
    for (let step = 2; step <= 7; step++) await tour.getByRole('button', { name: '下一步' }).click()
    await tour.getByText('第 7 步，共 7 步').waitFor()
    await app.screenshot('tour')
    await tour.getByRole('button', { name: '结束' }).last().click()
    await tour.waitFor({ state: 'detached' })
  })

  it('says so when the register process died, and works on; the log knows codes and no contents', async () => {
    await app.window.getByRole('navigation').getByRole('button', { name: '标准' }).click()
    await app.electron.evaluate(({ app: electronApp }) => {
      const register = electronApp.getAppMetrics().find(({ name, serviceName }) => [name, serviceName].includes('register'))
      if (register === undefined) throw new Error('no register process')
      process.kill(register.pid)
    })
    const bar = app.window.getByRole('status').filter({ hasText: '后台重新启动过' })
    await bar.waitFor()
    await app.window.locator('.ag-row').first().waitFor()
    await app.screenshot('register-restarted')
    await bar.getByRole('button', { name: '知道了' }).click()
    await bar.waitFor({ state: 'detached' })
    const log = readFileSync(await app.electron.evaluate(({ app: electronApp }) => `${electronApp.getPath('userData')}/logs/biaozhi.log`), 'utf8')
    expect(log).toContain('"event":"register.exited"')
    expect(log).not.toContain('GB/T')
    expect(log).not.toContain('青岛')
  })

  it('drew itself without a complaint', () => {
    expect(app.complaints).toEqual([])
  })
})
