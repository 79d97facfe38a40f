import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { PendingSheet } from '../../../../shared/bridge/operations/encryptionOperations'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { ModalDialog } from '../../../components/feedback/ModalDialog'
import { isGoodPassword, NewPassword, type TypedPassword } from './NewPassword'
import { SheetStep } from './SheetStep'

/** What the clerk is about: a first password, another one, or another sheet. */
export type EncryptionTask = 'setUp' | 'change' | 'renew'

interface Props {
  task: EncryptionTask
  onDone(): void
  onLeave(): void
}

const nobody: TypedPassword = { password: '', again: '' }

/** Passwords first, then the sheet where there is a new one; nothing holds before the last step is done. */
export function EncryptionDialog({ task, onDone, onLeave }: Props) {
  const [sheet, setSheet] = useState<PendingSheet | null>(null)
  return (
    <ModalDialog className="encryption" title={sheet === null ? t(`encryption.${task}.title`) : t('encryption.sheet.title')} onLeave={onLeave}>
      {sheet === null ? <SecretStep task={task} onSheet={setSheet} onDone={onDone} onLeave={onLeave} /> : <SheetStep sheet={sheet} isFirst={task === 'setUp'} onDone={onDone} onLeave={onLeave} />}
    </ModalDialog>
  )
}

function SecretStep({ task, onSheet, onDone, onLeave }: Props & { onSheet(sheet: PendingSheet): void }) {
  const secretId = useId()
  const [secret, setSecret] = useState('')
  const [typed, setTyped] = useState(nobody)
  const going = useMutation({
    async mutationFn() {
      const { password } = typed
      if (task === 'change') await callBridge('backup.changePassword', { secret, password })
      else return task === 'setUp' ? callBridge('backup.beginEncryption', { password }) : callBridge('backup.renewSheet', { secret })
      return null
    },
    onSuccess: (sheet) => (sheet === null ? onDone() : onSheet(sheet)),
  })
  const isReady = (task === 'setUp' || secret !== '') && (task === 'renew' || isGoodPassword(typed))
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (isReady) going.mutate() }}>
      <p>{t(`encryption.${task}.text`)}</p>
      <div className="question-fields">
        {task === 'setUp' ? null : (
          <>
            <label htmlFor={secretId}>{t('encryption.secret')}</label>
            <Input.Password id={secretId} autoFocus autoComplete="off" maxLength={256} value={secret} onChange={(event) => setSecret(event.target.value)} />
          </>
        )}
        {task === 'renew' ? null : <NewPassword label={t(task === 'setUp' ? 'encryption.password' : 'encryption.newPassword')} typed={typed} isFirst={task === 'setUp'} onType={setTyped} />}
      </div>
      {going.error === null ? null : <p role="alert" className="question-why">{failureText(going.error)}</p>}
      <div className="question-answers">
        <Button onClick={onLeave}>{t('encryption.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={going.isPending}>{t(task === 'change' ? 'encryption.change' : 'encryption.next')}</Button>
      </div>
    </form>
  )
}
