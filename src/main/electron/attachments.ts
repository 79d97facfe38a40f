import { join } from 'node:path'
import { app, dialog, shell } from 'electron'
import type { Input, Output } from '../../shared/bridge/contract'
import { attachmentEndings, endingFor, type AttachmentType } from '../../shared/domain/catalogue/attachmentTypes'
import { fail, succeed, type Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'
import type { RegisterHost } from './registerHost'

export interface AttachmentDesk {
  open(request: Input<'shell.openAttachment'>): Promise<Result<Output<'shell.openAttachment'>>>
  save(request: Input<'shell.saveAttachment'>): Promise<Result<Output<'shell.saveAttachment'>>>
}

/**
 * Hands attachments to the system: always a copy, only types of the catalogue, and only after the clerk has said so for
 * the file or, until the program ends, for its type. The stored file itself is never shown to another program.
 */
export function createAttachmentDesk(host: Pick<RegisterHost, 'call'>): AttachmentDesk {
  const agreed = new Set<AttachmentType>()
  return {
    async open(request) {
      const copy = await host.call('attachments.copy', request)
      if (!copy.ok) return copy
      const { file, type } = copy.value
      const name = file.replace(/^.*[\\/]/, '')
      if (!attachmentEndings.includes(endingOf(name)) || endingFor(type, name) !== endingOf(name)) return fail('bridge_invalid_input', { field: 'file' })
      if (!agreed.has(type)) {
        const answer = await ask(name, type)
        if (answer.isRemembered) agreed.add(type)
        if (!answer.isYes) return succeed({ isOpened: false })
      }
      const complaint = await shell.openPath(file)
      return complaint === '' ? succeed({ isOpened: true }) : fail('file_not_readable', undefined, { path: name })
    },
    async save(request) {
      const named = await host.call('attachments.name', request)
      if (!named.ok) return named
      const { canceled, filePath } = await dialog.showSaveDialog({ title: t('attachment.saveTitle'), defaultPath: join(app.getPath('documents'), named.value.name) })
      return canceled || filePath === '' ? succeed({ file: null }) : host.call('attachments.save', { ...request, file: filePath })
    },
  }
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase()
}

/** The box counts only with a yes: a no to one file is no no to all of its type. */
async function ask(file: string, type: AttachmentType): Promise<{ isYes: boolean; isRemembered: boolean }> {
  const { response, checkboxChecked } = await dialog.showMessageBox({
    type: 'question', noLink: true, defaultId: 0, cancelId: 1, buttons: [t('attachment.askYes'), t('attachment.askNo')],
    message: t('attachment.ask', { file }), detail: t('attachment.askDetail'), checkboxLabel: t('attachment.askAgain', { type: t(`attachmentType.${type}`) }),
  })
  return { isYes: response === 0, isRemembered: response === 0 && checkboxChecked }
}
