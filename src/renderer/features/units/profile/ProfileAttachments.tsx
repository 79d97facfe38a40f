import type { UnitProfile } from '../../../../shared/bridge/units'
import { sizeWords } from '../../../../shared/text/sizeWords'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { keyText } from '../../../bridge/keyText'
import { useAnnounce } from '../../../components/feedback/announcement'
import { useGoTo } from '../../../components/navigation'
import { recordDestination } from '../../../components/records/recordRoute'

type Attached = UnitProfile['attachments'][number]

/** Files of the records that a unit's page shows, each with its record. */
export function ProfileAttachments({ attachments }: Pick<UnitProfile, 'attachments'>) {
  const goTo = useGoTo()
  const announce = useAnnounce()
  if (attachments.length === 0) return null
  const open = ({ kind, id, sha256 }: Attached): void => {
    callBridge('shell.openAttachment', { kind, id, sha256 }).catch((error: unknown) => announce({ text: failureText(error), isFailure: true }))
  }
  return (
    <section aria-label={t('attachment.title')}>
      <h3>{t('attachment.count', { count: attachments.length })}</h3>
      <table className="unit-records">
        <thead><tr><th>{t('attachments.name')}</th><th>{t('attachments.type')}</th><th>{t('attachments.size')}</th><th>{t('attachments.note')}</th><th>{t('attachments.record')}</th></tr></thead>
        <tbody>
          {attachments.map((file) => (
            <tr key={`${file.kind} ${file.id} ${file.sha256}`}>
              <td>{file.isMissing ? <>{file.fileName} <span className="secondary">{t('attachment.missing')}</span></> : <button type="button" className="plain link" onClick={() => open(file)}>{file.fileName}</button>}</td>
              <td>{t(`attachmentType.${file.type}`)}</td>
              <td>{sizeWords(file.sizeBytes)}</td>
              <td>{file.note}</td>
              <td><button type="button" className="plain link" onClick={() => goTo(recordDestination(file.kind, file))}>{keyText(file.key)}</button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
