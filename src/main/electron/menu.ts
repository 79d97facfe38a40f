import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/bridge/events'
import { t } from '../../shared/text/t'

export interface MenuActions {
  /** What acts inside the window is sent there as a command. */
  send(command: MenuCommand): void
  zoom(step: 1 | -1 | 0): void
}

/** The menu; hidden until Alt, its keys always work. */
export function installMenu({ send, zoom }: MenuActions): void {
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
      { label: t('menu.view'), submenu: [command(t('menu.search'), 'search', 'CmdOrCtrl+K'), ...viewMenu(zoom)] },
      { label: t('menu.help'), submenu: [command(t('menu.manual'), 'help', 'F1'), command(t('menu.shortcuts'), 'shortcuts'), command(t('menu.tour'), 'tour'), { type: 'separator' }, command(t('menu.card'), 'card'), command(t('menu.releases'), 'releases')] },
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

function viewMenu(zoom: MenuActions['zoom']): MenuItemConstructorOptions[] {
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ role: 'reload' }, { role: 'toggleDevTools' }]
  return [
    { type: 'separator' },
    { label: t('menu.resetZoom'), accelerator: 'CmdOrCtrl+0', click: () => zoom(0) },
    { label: t('menu.zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: () => zoom(1) },
    // Ctrl and the key + without Shift.
    { label: t('menu.zoomIn'), accelerator: 'CmdOrCtrl+=', visible: false, acceleratorWorksWhenHidden: true, click: () => zoom(1) },
    { label: t('menu.zoomOut'), accelerator: 'CmdOrCtrl+-', click: () => zoom(-1) },
    { label: t('menu.fullScreen'), role: 'togglefullscreen' },
    ...forDevelopers,
  ]
}
