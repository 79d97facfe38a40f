import type { RecordAttachment } from '../../../shared/bridge/attachments'
import { sizeWords } from '../../../shared/text/sizeWords'
import { t } from '../../../shared/text/t'
import { textTable } from '../textTable'

type Printed = Pick<RecordAttachment, 'fileName' | 'type' | 'sizeBytes' | 'note' | 'operator' | 'isMissing'> & { state?: 'intact' | 'missing' | 'changed' }

/** With `state` by content, else by whether the file is there. */
export function printAttachments(attachments: readonly Printed[]): string {
  const rows = attachments.map(({ fileName, type, sizeBytes, note, operator, isMissing, state = isMissing ? 'missing' : 'intact' }) =>
    [fileName, t(`attachmentType.${type}`), sizeWords(sizeBytes), note, operator, state === 'intact' ? '' : t(`attachments.${state}`)])
  return textTable([t('attachments.name'), t('attachments.type'), t('attachments.size'), t('attachments.note'), t('batches.operator'), t('attachments.state')], rows)
}
