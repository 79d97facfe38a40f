import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { samplesFolder } from '../registers/sampleImport'

/** A place of the English window on the samples: how to come there, and what shows that it is drawn. */
export interface Place {
  name: string
  /** One of the rail's is looked at in every way; a list as another list is, is only read. */
  looks?: 'main' | 'like another'
  open(window: Page): Promise<void>
  ready(window: Page): Locator
}

const go = (window: Page, page: string): Promise<void> => window.getByRole('navigation').first().getByRole('button', { name: page, exact: true }).click()
const main = (window: Page): Locator => window.getByRole('main')
const button = (window: Page, name: string | RegExp): Locator => main(window).getByRole('button', { name })
const tab = (window: Page, name: string | RegExp): Locator => main(window).getByRole('tab', { name })

function page(name: string, ready: (window: Page) => Locator, looks: NonNullable<Place['looks']> = 'main'): Place {
  return { name, looks, open: (window) => go(window, name), ready }
}

/** A page that stands as it was left, brought to the first of its tabs. */
function firstTab(name: string, ready: (window: Page) => Locator): Place {
  return {
    name, looks: 'main', ready,
    async open(window) {
      await go(window, name)
      await main(window).getByRole('tab').first().click()
    },
  }
}

/** One press on the page that is open already. */
function press(name: string, what: (window: Page) => Locator, ready: (window: Page) => Locator): Place {
  return { name, open: (window) => what(window).click(), ready }
}

const row = (window: Page): Locator => window.locator('[role="gridcell"][col-id]').nth(3)
const link = (name: string) => (window: Page): Locator => main(window).locator('.filter-bar').getByRole('button', { name })
/** Leaves whatever the page of the rail shows, and comes to its first view again. */
const afresh = (name: string, from: string, what: (window: Page) => Locator, ready: (window: Page) => Locator): Place => ({
  name,
  async open(window) {
    await go(window, 'Workbench')
    await window.locator('.leader-value').first().waitFor()
    await go(window, from)
    await what(window).click()
  },
  ready,
})

const dirtyFile = '90_脏数据_标准.xlsx'
const lockedFile = '96_加密工作簿_密码qd2022.xlsx'
const chart = (name: string): Place => press(`chart: ${name}`, (window) => window.locator('.chart-tools .ant-segmented-item', { hasText: name }), (window) => window.locator('.ant-segmented-item-selected', { hasText: name }))
const report = (name: RegExp, ready: string): Place => press(`reports: ${name.source}`, (window) => tab(window, name), (window) => window.locator(ready).first())

/** Every place that is reached by a click or two, in the order in which they are walked. */
export const everyPlace: readonly Place[] = [
  page('Workbench', (window) => window.locator('.leader-value').nth(6)),
  page('Standards', row),
  press('a record', row, (window) => window.locator('.record section[aria-label]').first()),
  page('Patents', row, 'like another'), page('Trademarks', row, 'like another'), page('Units', row, 'like another'),
  press('merge units', link('Merge units that are one'), (window) => window.locator('.compare')),
  press('names without a unit', (window) => button(window, 'Names without a unit'), (window) => window.getByRole('button', { name: 'New unit' }).first()),
  afresh('unit profile', 'Units', link('Unit profile'), (window) => main(window).getByRole('textbox').or(main(window).getByRole('combobox')).first()),
  afresh('due dates', 'Units', link('Due dates'), (window) => main(window).getByRole('table')),
  afresh('fill in a list', 'Units', link('Fill in a list'), (window) => main(window).locator('.ant-btn-primary')),
  page('Honours', row, 'like another'),
  firstTab('Rankings', (window) => window.locator('.chart canvas').first()),
  press('the records behind a figure', (window) => window.locator('.rank-table td[tabindex]').first(), (window) => window.locator('.figure-panel .row-window-row button').first()),
  chart('Ranks'), chart('Places over time'), chart('Shares'), chart('Tile map'), chart('Effect of what falls due'),
  afresh('own indicators', 'Rankings', (window) => button(window, 'Own indicators'), (window) => window.locator('.own-form')),
  afresh('cross table', 'Rankings', (window) => tab(window, 'Cross table'), (window) => window.locator('.cross-grid')),
  firstTab('Reports', (window) => window.locator('.paper td, .paper [role="gridcell"], .paper button').first()),
  report(/^Rules$/u, '.report-explanation td'), report(/^Produced/u, 'main'), report(/^Freeze$/u, '.closing-steps'), report(/^Received/u, '.empty-state'),
  page('Import', (window) => main(window).getByRole('heading', { name: 'Import' })),
  press('collection forms', (window) => button(window, 'Make a collection form'), (window) => main(window).locator('.ant-btn-primary')),
  afresh('remembered layouts', 'Import', (window) => button(window, 'Remembered layouts'), (window) => main(window).locator('.empty-state, .layout-table').first()),
  afresh('import history', 'Import', (window) => button(window, 'Import history'), (window) => window.locator('.batch-table')),
  press('a batch as a document', (window) => window.locator('.batch-table .link').first(), (window) => window.locator('.import-side .fact').first()),
  {
    name: 'a file with questions',
    async open(window) {
      await go(window, 'Workbench')
      await go(window, 'Import')
      await window.locator('input[type=file]').first().setInputFiles([join(samplesFolder, dirtyFile), join(samplesFolder, lockedFile)])
      await window.locator('.import-file', { hasText: dirtyFile.slice(0, 6) }).filter({ hasText: 'to answer' }).click({ timeout: 40_000 })
    },
    ready: (window) => window.locator('.row-line .cut').first(),
  },
  press('its columns', (window) => window.locator('.import-steps button').nth(1), (window) => window.locator('.column-table')),
  press('its sheet', (window) => window.locator('.import-steps button').nth(0), (window) => window.locator('.sheet-table')),
  press('a file with a password', (window) => window.locator('.import-file', { hasText: lockedFile.slice(0, 4) }), (window) => window.locator('input[type=password]')),
  page('Settings', (window) => main(window).getByLabel('Office')),
]

/** Something that opens over or beside a list, and closes with Escape. */
export interface Popup {
  name: string
  opener(window: Page): Locator
  shown(window: Page): Locator
}

const aside = (name: string | RegExp) => (window: Page): Locator => window.getByRole('complementary', { name })
const dialog = (window: Page): Locator => window.getByRole('dialog')

export const popupsOfAList: readonly Popup[] = [
  { name: 'columns', opener: (window) => button(window, /^Columns$/u), shown: dialog },
  { name: 'groups', opener: (window) => button(window, 'Count by groups'), shown: aside('Count by groups') },
  { name: 'batch changes', opener: (window) => button(window, 'Change many'), shown: dialog },
  { name: 'a new record', opener: (window) => button(window, 'Add to standards'), shown: aside(/standard/iu) },
  { name: 'recycle bin', opener: (window) => button(window, 'Recycle bin'), shown: aside('Recycle bin') },
  { name: 'saving a view', opener: (window) => button(window, 'Save view'), shown: (window) => main(window).locator('.view-name') },
]

export const popupsOfTheWorkbench: readonly Popup[] = [
  { name: 'the records behind a figure', opener: (window) => window.locator('button.leader-value').first(), shown: (window) => window.locator('.worklist') },
  { name: 'changes', opener: (window) => button(window, 'Changes'), shown: (window) => window.locator('.worklist.changes') },
  { name: 'data check', opener: (window) => button(window, 'All checks'), shown: (window) => window.locator('.worklist') },
]
