import { existsSync } from 'node:fs'
import { extname, join } from 'node:path'
import { app, dialog, shell, type OpenDialogOptions } from 'electron'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'

/** Lets the clerk name a register to make, or choose one to open, or a backup, encrypted or not; null when the dialog was closed. */
export async function chooseRegister({ create, backup }: { create: boolean; backup: boolean }, proposed: string): Promise<Result<{ file: string | null }>> {
  const filters = [{ name: t('dialog.registerFiles'), extensions: backup ? ['bzr', 'bzrx'] : ['bzr'] }]
  if (create) {
    const { canceled, filePath } = await dialog.showSaveDialog({ title: t('dialog.createRegister'), filters, defaultPath: proposed })
    return succeed({ file: canceled ? null : filePath })
  }
  const { filePaths } = await dialog.showOpenDialog({ title: t(backup ? 'dialog.chooseBackup' : 'dialog.openRegister'), filters, properties: ['openFile'] })
  return succeed({ file: filePaths[0] ?? null })
}

export async function chooseFolder(): Promise<Result<{ folder: string | null }>> {
  const properties: OpenDialogOptions['properties'] = ['openDirectory', 'createDirectory']
  const { filePaths } = await dialog.showOpenDialog({ title: t('dialog.chooseFolder'), properties })
  return succeed({ folder: filePaths[0] ?? null })
}

/** Formats that hold tables: what may be chosen for import, and with PDF all that is ever handed to another program. */
const tableExtensions = ['xlsx', 'xlsm', 'xlsb', 'xls', 'et', 'ods', 'csv', 'txt']

export async function chooseTables(): Promise<Result<{ files: string[] }>> {
  const filters = [{ name: t('dialog.tables'), extensions: tableExtensions }]
  const { filePaths } = await dialog.showOpenDialog({ title: t('dialog.chooseTables'), filters, properties: ['openFile', 'multiSelections'] })
  return succeed({ files: filePaths })
}

/** Lets the clerk choose where a workbook or a PDF goes; the name is a proposal. */
export async function saveWorkbook({ name }: { name: string }): Promise<Result<{ file: string | null }>> {
  const isPdf = /\.pdf$/iu.test(name)
  const filters = [isPdf ? { name: t('print.pdfFiles'), extensions: ['pdf'] } : { name: t('dialog.workbooks'), extensions: [/\.xlsm$/iu.test(name) ? 'xlsm' : 'xlsx'] }]
  const { canceled, filePath } = await dialog.showSaveDialog({ title: t(isPdf ? 'print.savePdf' : 'dialog.saveWorkbook'), filters, defaultPath: join(app.getPath('documents'), name.replaceAll(/[\\/:*?"<>|]/g, '_')) })
  return succeed({ file: canceled || filePath === '' ? null : filePath })
}

/** A window must not be able to start programs: only tables and PDFs are opened. */
export async function openTable({ file }: { file: string }): Promise<Result<Record<never, never>>> {
  if (![...tableExtensions, 'pdf'].includes(extname(file).slice(1).toLowerCase())) return fail('bridge_invalid_input', { field: 'file' })
  if (!existsSync(file)) return fail('file_not_found', undefined, { path: file })
  const complaint = await shell.openPath(file)
  return complaint === '' ? succeed({}) : fail('file_not_readable', undefined, { path: file })
}

export async function showInFolder({ file }: { file: string }): Promise<Result<Record<never, never>>> {
  if (!existsSync(file)) return fail('file_not_found', undefined, { path: file })
  shell.showItemInFolder(file)
  return succeed({})
}

/** Where a new register goes if the clerk says nothing else. @param dataFolder  of a portable program, else null */
export function proposedRegister(dataFolder: string | null): string {
  return join(dataFolder ?? join(app.getPath('documents'), t('app.name')), t('dialog.newRegisterName', { year: new Date().getFullYear() }))
}
