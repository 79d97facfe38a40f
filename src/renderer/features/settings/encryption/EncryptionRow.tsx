import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { BackupList } from '../../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { useAnnounce } from '../../../components/feedback/announcement'
import { useConfirm } from '../../../components/feedback/useConfirm'
import { readable } from '../../../components/form/PathField'
import { instantText } from '../../../components/values/instantText'
import { SettingRow } from '../SettingRow'
import type { RegisterSettings } from '../useSettings'
import { EncryptionDialog, type EncryptionTask } from './EncryptionDialog'

const doneTexts = { setUp: 'encryption.isOn', change: 'encryption.isChanged', renew: 'encryption.isRenewed' } as const

/** Whether backups are encrypted, and everything to do about it. @param onChanged  makes a backup that has what changed */
export function EncryptionRow({ encryption, onChanged }: { encryption: RegisterSettings['backupEncryption']; onChanged(): void }) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const { ask, holder } = useConfirm()
  const [task, setTask] = useState<EncryptionTask | null>(null)
  const onError = (error: unknown): void => announce({ text: failureText(error), isFailure: true })
  const takingBack = useMutation({ mutationFn: (sequence: number) => callBridge('settings.takeBack', { sequence }), onSuccess: () => queries.invalidateQueries(), onError })
  const stopping = useMutation({
    async mutationFn() {
      const isSure = await ask({ title: t('encryption.stop.title'), text: t('encryption.stop.text'), ok: t('encryption.stop.ok'), cancel: t('encryption.stop.cancel') })
      return isSure ? callBridge('backup.stopEncryption', {}) : null
    },
    async onSuccess(stopped) {
      if (stopped === null) return
      await queries.invalidateQueries()
      announce({ text: t('encryption.stopped'), undo: () => takingBack.mutate(stopped.sequence) })
    },
    onError,
  })
  const finish = (done: EncryptionTask): void => {
    setTask(null)
    announce({ text: t(doneTexts[done]) })
    void queries.invalidateQueries()
    onChanged()
  }
  return (
    <>
      {holder}
      {task === null ? null : <EncryptionDialog key={task} task={task} onDone={() => finish(task)} onLeave={() => setTask(null)} />}
      <SettingRow label={t('encryption.label')} hint={<Hint encryption={encryption} />}>
        {(id) => (
          <div className="setting-actions" id={id}>
            {encryption === null ? <Button onClick={() => setTask('setUp')}>{t('encryption.set')}</Button> : (
              <>
                {encryption.passwordSetAt === null ? null : (
                  <>
                    <Button onClick={() => setTask('change')}>{t('encryption.change')}</Button>
                    <Button onClick={() => setTask('renew')}>{t('encryption.renew')}</Button>
                  </>
                )}
                <Button loading={stopping.isPending} onClick={() => stopping.mutate()}>{t('encryption.stop')}</Button>
              </>
            )}
          </div>
        )}
      </SettingRow>
    </>
  )
}

/** What was written openly before stays so: the clerk is told as long as there is any. */
function Hint({ encryption }: { encryption: RegisterSettings['backupEncryption'] }) {
  const list = useQuery({ queryKey: ['backup.list'], queryFn: () => callBridge('backup.list', {}) })
  if (encryption === null) return t('encryption.hintOff')
  if (encryption.passwordSetAt === null) return t('encryption.hintUnreadable')
  const left = list.data === undefined ? null : leftOpen(list.data)
  return <>{t('encryption.hintOn', { at: instantText(encryption.passwordSetAt) })}{left === null ? null : <><br />{left}</>}</>
}

/** Originals and attachments belong to the backups beside them; without one they are of no use to anybody but a finder. */
function leftOpen({ backups, openFiles }: BackupList): string | null {
  const count = backups.filter(({ contents }) => contents !== null).length
  if (count > 0) return t('encryption.openOnes', { count })
  return openFiles === null ? null : t('encryption.openFiles', { folder: readable(openFiles) })
}
