import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportBatch } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { BridgeFailure, callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { OpenedPanel } from '../../../components/panels/OpenedPanel'
import { PasswordForm } from '../PasswordForm'
import { KeyList } from './KeyList'

interface Props {
  batch: Pick<ImportBatch, 'batch' | 'file'>
  isBusy: boolean
  onRedo(password: string | undefined): void
  onClose(): void
}

const lockedCodes: ReadonlySet<string> = new Set(['encrypted', 'wrong_password'])

/** What a redo brings back, changes and leaves, before it is done. The kept file is read for it, which can be stopped. */
export function RedoPanel({ batch: { batch, file }, isBusy, onRedo, onClose }: Props) {
  const [password, setPassword] = useState<string>()
  const { data, error, isFetching } = useQuery({
    queryKey: ['redoPreview', batch, password], queryFn: () => callBridge('batches.redoPreview', { batch, ...(password === undefined ? {} : { password }) }), gcTime: 0, retry: false,
  })
  const title = t('batch.redoTitle', { batch, file })
  const isLocked = error instanceof BridgeFailure && lockedCodes.has(error.failure.code)
  return (
    <OpenedPanel className="import-side" title={title} asked={batch} onClose={onClose}>
      {isFetching && !data ? <section><p className="secondary">{t('batch.redoReading')}</p></section> : null}
      {error === null ? null : isLocked ? <PasswordForm failure={failureText(error)} onUnlock={setPassword} /> : <FailureBanner text={failureText(error)} />}
      {data ? (
        <>
          <KeyList title={t('batch.restored', { count: data.restored })} why={t('batch.restoredWhy')} keys={data.restoredKeys} total={data.restored} />
          <KeyList title={t('batch.changed', { count: data.changed })} why={t('batch.changedWhy')} keys={data.changedKeys} total={data.changed} />
          <KeyList title={t('batch.kept', { count: data.kept })} why={t('batch.keptWhy')} keys={data.keptKeys} total={data.kept} />
          {data.missing === 0 ? null : (
            <KeyList
              title={t('batch.missing', { count: data.missing })} why={t('batch.missingWhy')} total={data.missing}
              keys={data.missingRows.map(({ sheet, row }) => ({ kind: sheet ?? '', key: t('batch.row', { row }), title: sheet ?? '' }))}
            />
          )}
        </>
      ) : null}
      <footer>
        <Button type="primary" loading={isBusy} disabled={!data} onClick={() => onRedo(password)}>{t('batch.redoConfirm')}</Button>
        {isBusy || (isFetching && !data) ? (
          <Button onClick={() => void callBridge('batches.cancelRedo', { batch })}>{t('batch.stop')}</Button>
        ) : (
          <Button type="text" onClick={onClose}>{t('imports.cancel')}</Button>
        )}
      </footer>
    </OpenedPanel>
  )
}
