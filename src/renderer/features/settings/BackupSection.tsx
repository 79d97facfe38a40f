import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { useAnnounce } from '../../components/feedback/announcement'
import { PathField, readable } from '../../components/form/PathField'
import { SettingRow } from './SettingRow'
import type { RegisterSettings, SaveSetting } from './useSettings'

export function BackupSection({ settings, save }: { settings: RegisterSettings; save: SaveSetting }) {
  const queries = useQueryClient()
  const announce = useAnnounce()
  const status = useQuery({ queryKey: ['backup.status'], queryFn: () => callBridge('backup.status', {}) })
  const { backupFolder } = settings
  const run = useMutation({
    mutationFn: () => callBridge('backup.run', {}),
    onSuccess: (after) => {
      queries.setQueryData(['backup.status'], after)
      if (after.failure !== null || after.lastFile === null) return
      const { missingAttachments: count } = after
      announce(count > 0 ? { text: t('backup.missingAttachments', { count }), isFailure: true } : { text: t('backup.done', { file: readable(after.lastFile) }) })
    },
    onError: (error) => announce({ text: failureText(error), isFailure: true }),
  })
  const choose = async (): Promise<void> => {
    const { folder } = await callBridge('shell.chooseFolder', {})
    if (folder !== null) save(t('settings.backupFolder'), { backupFolder: folder }, { backupFolder })
  }
  const { lastAt = null } = status.data ?? {}
  return (
    <section>
      <h2>{t('settings.backup')}</h2>
      <SettingRow label={t('settings.backupFolder')} hint={t('settings.backupHint')}>
        {(id) => <PathField id={id} path={backupFolder ?? ''} placeholder={t('settings.backupNone')} buttonText={t('settings.change')} onChoose={() => void choose()} />}
      </SettingRow>
      <SettingRow label="" hint={lastAt === null ? t('backup.none') : t('backup.lastGood', { at: new Date(lastAt).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }) })}>
        {() => <Button disabled={backupFolder === null} loading={run.isPending} onClick={() => run.mutate()}>{t('backup.now')}</Button>}
      </SettingRow>
    </section>
  )
}
