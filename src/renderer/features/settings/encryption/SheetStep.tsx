import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { PendingSheet } from '../../../../shared/bridge/operations/encryptionOperations'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { readable } from '../../../components/form/PathField'

interface Props {
  sheet: PendingSheet
  /** Encryption begins with it; else it takes the place of another sheet. */
  isFirst: boolean
  onDone(): void
  onLeave(): void
}

/** The key is shown once, here; the last group, typed, says that somebody has it before her. */
export function SheetStep({ sheet: { recoveryKey, sheetName }, isFirst, onDone, onLeave }: Props) {
  const lastId = useId()
  const [lastGroup, setLastGroup] = useState('')
  const saving = useMutation({
    async mutationFn() {
      const { file } = await callBridge('shell.saveWorkbook', { name: sheetName })
      if (file !== null) await callBridge('backup.writeSheet', { file })
      return file
    },
  })
  const printing = useMutation({ mutationFn: () => callBridge('shell.previewSheet', { name: sheetName }) })
  const confirming = useMutation({ mutationFn: () => callBridge('backup.confirmSheet', { lastGroup }), onSuccess: onDone })
  const error = confirming.error ?? saving.error ?? printing.error
  return (
    <form onSubmit={(event) => { event.preventDefault(); if (lastGroup !== '') confirming.mutate() }}>
      <p>{t('encryption.sheet.text')}</p>
      <p className="encryption-key selectable" aria-label={t('encryption.sheet.key')}>{recoveryKey.split('-').map((group) => <span key={group}>{group}</span>)}</p>
      <p className="encryption-keep">
        <Button loading={saving.isPending} onClick={() => saving.mutate()}>{t('encryption.sheet.save')}</Button>
        <Button loading={printing.isPending} onClick={() => printing.mutate()}>{t('encryption.sheet.print')}</Button>
      </p>
      {saving.data ? <p className="secondary" role="status">{t('encryption.sheet.saved', { file: readable(saving.data) })}</p> : null}
      <div className="question-fields">
        <label htmlFor={lastId}>{t('encryption.sheet.last')}</label>
        <Input id={lastId} autoComplete="off" maxLength={20} value={lastGroup} onChange={(event) => setLastGroup(event.target.value)} />
      </div>
      {error === null ? null : <p role="alert" className="question-why">{failureText(error)}</p>}
      <div className="question-answers">
        <Button onClick={onLeave}>{t('encryption.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={lastGroup === ''} loading={confirming.isPending}>{t(isFirst ? 'encryption.sheet.done' : 'encryption.sheet.renewed')}</Button>
      </div>
    </form>
  )
}
