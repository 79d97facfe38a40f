import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, dialog } from 'electron'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'
import { writePicture } from './pictureClipboard'

/** First bytes of every PNG: nothing else is ever written. */
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Asks where to put a picture, and puts it there; null when the clerk closed the dialog.
 *
 * @returns bridge_invalid_input for what is no PNG, file_not_writable, disk_full
 */
export async function savePicture({ name, png }: { name: string; png: string }): Promise<Result<{ file: string | null }>> {
  const bytes = pngOf(png)
  if (bytes === null) return fail('bridge_invalid_input', { field: 'png' })
  const filters = [{ name: t('picture.files'), extensions: ['png'] }]
  const { canceled, filePath } = await dialog.showSaveDialog({ title: t('picture.saveTitle'), filters, defaultPath: join(app.getPath('documents'), name.replaceAll(/[\\/:*?"<>|]/g, '_')) })
  if (canceled || filePath === '') return succeed({ file: null })
  try {
    await writeFile(filePath, bytes)
    return succeed({ file: filePath })
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
    return fail(isFull ? 'disk_full' : 'file_not_writable', undefined, { path: filePath })
  }
}

/**
 * Puts a picture on the clipboard; the page itself may only put texts there.
 *
 * @returns bridge_invalid_input for what is no PNG
 */
export async function copyPicture({ png }: { png: string }): Promise<Result<Record<string, never>>> {
  const bytes = pngOf(png)
  if (bytes === null) return fail('bridge_invalid_input', { field: 'png' })
  await writePicture(bytes)
  return succeed({})
}

function pngOf(dataUrl: string): Buffer | null {
  const bytes = Buffer.from(dataUrl.replace(/^data:image\/png;base64,/u, ''), 'base64')
  return bytes.subarray(0, signature.length).equals(signature) ? bytes : null
}
