import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { ModalDialog } from '../../components/feedback/ModalDialog'
import { readable } from '../../components/form/PathField'
import { SettingRow } from './SettingRow'

/** What goes to whoever maintains the program, read before it is saved. */
export function DiagnosisRow() {
  const announce = useAnnounce()
  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const showing = useMutation({ mutationFn: () => callBridge('shell.diagnosis', {}), onError })
  const saving = useMutation({
    mutationFn: () => callBridge('shell.saveDiagnosis', {}),
    onSuccess({ file }) {
      if (file === null) return
      showing.reset()
      announce({ text: t('diagnosis.saved', { file: readable(file) }) })
    },
    onError,
  })
  return (
    <>
      <SettingRow label={t('diagnosis.title')} hint={t('diagnosis.hint')}>{() => <Button loading={showing.isPending} onClick={() => showing.mutate()}>{t('diagnosis.show')}</Button>}</SettingRow>
      {showing.data === undefined ? null : <DiagnosisDialog text={showing.data.text} onSave={() => saving.mutate()} onClose={showing.reset} />}
    </>
  )
}

function DiagnosisDialog({ text, onSave, onClose }: { text: string; onSave(): void; onClose(): void }) {
  return (
    <ModalDialog className="diagnosis" title={t('diagnosis.title')} onLeave={onClose}>
      <p>{t('diagnosis.lead')}</p>
      <pre className="selectable" tabIndex={0}>{text}</pre>
      <div className="question-answers">
        <Button onClick={onClose}>{t('diagnosis.close')}</Button>
        <Button type="primary" onClick={onSave}>{t('diagnosis.save')}</Button>
      </div>
    </ModalDialog>
  )
}
