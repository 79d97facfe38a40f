import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/bridge/events'
import { t } from '../../shared/text/t'

/** The Chinese menu. What acts inside the window is sent there as a command; the rest is Electron's own. */
export function installMenu(send: (command: MenuCommand) => void): void {
  const command = (label: string, name: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(name),
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: t('menu.file'),
        submenu: [
          command(t('menu.newRegister'), 'newRegister'),
          command(t('menu.openRegister'), 'openRegister', 'CmdOrCtrl+O'),
          { type: 'separator' },
          { label: t('menu.quit'), role: 'quit' },
        ],
      },
      { label: t('menu.edit'), submenu: editMenu() },
      { label: t('menu.view'), submenu: [command(t('menu.search'), 'search', 'CmdOrCtrl+K'), ...viewMenu()] },
    ]),
  )
}

function editMenu(): MenuItemConstructorOptions[] {
  return [
    { label: t('menu.undo'), role: 'undo' },
    { label: t('menu.redo'), role: 'redo' },
    { type: 'separator' },
    { label: t('menu.cut'), role: 'cut' },
    { label: t('menu.copy'), role: 'copy' },
    { label: t('menu.paste'), role: 'paste' },
    { label: t('menu.selectAll'), role: 'selectAll' },
  ]
}

function viewMenu(): MenuItemConstructorOptions[] {
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ role: 'reload' }, { role: 'toggleDevTools' }]
  return [
    { type: 'separator' },
    { label: t('menu.resetZoom'), role: 'resetZoom' },
    { label: t('menu.zoomIn'), role: 'zoomIn' },
    { label: t('menu.zoomOut'), role: 'zoomOut' },
    { label: t('menu.fullScreen'), role: 'togglefullscreen' },
    ...forDevelopers,
  ]
}
