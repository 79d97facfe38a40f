import { join } from 'node:path'
import { app, dialog } from 'electron'
import { succeed, type Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'

/** Lets the clerk name a register to make, or choose one to open; null when the dialog was closed. */
export async function chooseRegister({ create }: { create: boolean }): Promise<Result<{ file: string | null }>> {
  const filters = [{ name: t('dialog.registerFiles'), extensions: ['bzr'] }]
  if (create) {
    const defaultPath = join(app.getPath('documents'), t('dialog.newRegisterName'))
    const { canceled, filePath } = await dialog.showSaveDialog({ title: t('dialog.createRegister'), filters, defaultPath })
    return succeed({ file: canceled ? null : filePath })
  }
  const { filePaths } = await dialog.showOpenDialog({ title: t('dialog.openRegister'), filters, properties: ['openFile'] })
  return succeed({ file: filePaths[0] ?? null })
}

/** Lets the clerk choose where a workbook goes; the name is a proposal. */
export async function saveWorkbook({ name }: { name: string }): Promise<Result<{ file: string | null }>> {
  const filters = [{ name: t('dialog.workbooks'), extensions: ['xlsx'] }]
  const defaultPath = join(app.getPath('documents'), name.replaceAll(/[\\/:*?"<>|]/g, '_'))
  const { canceled, filePath } = await dialog.showSaveDialog({ filters, defaultPath })
  return succeed({ file: canceled ? null : filePath })
}
