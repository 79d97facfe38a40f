import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { backupRule } from '../../../shared/domain/backup/backupRule'
import type { BackupStatus } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { useBackupRun } from '../../bridge/useBackupRun'
import { useAnnounce } from '../../components/feedback/announcement'
import { PathField, readable } from '../../components/form/PathField'
import { BackupList } from './BackupList'
import { EncryptionRow } from './encryption/EncryptionRow'
import { ConditionRow } from './ConditionRow'
import { instantText } from '../../components/values/instantText'
import { SettingRow } from './SettingRow'
import type { RegisterSettings, SaveSetting } from './useSettings'

export function BackupSection({ settings, save }: { settings: RegisterSettings; save: SaveSetting }) {
  const announce = useAnnounce()
  const status = useQuery({ queryKey: ['backup.status'], queryFn: () => callBridge('backup.status', {}) })
  const { backupFolder } = settings
  const run = useBackupRun(announce, readable)
  const choose = async (): Promise<void> => {
    const { folder } = await callBridge('shell.chooseFolder', {})
    if (folder !== null) save(t('settings.backupFolder'), { backupFolder: folder }, { backupFolder })
  }
  const { lastAt = null } = status.data ?? {}
  const { days, weeks, months } = backupRule
  return (
    <section>
      <h2>{t('settings.backup')}</h2>
      <SettingRow label={t('settings.backupFolder')} hint={t('settings.backupHint')}>
        {(id) => <PathField id={id} path={backupFolder ?? ''} placeholder={t('settings.backupNone')} buttonText={t('settings.change')} onChoose={() => void choose()} />}
      </SettingRow>
      <EncryptionRow
        encryption={settings.backupEncryption} onChanged={() => {
          if (backupFolder !== null) run.mutate()
        }}
      />
      <SecondFolder settings={settings} save={save} second={status.data?.second ?? null} />
      <SettingRow label="" hint={lastAt === null ? t('backup.none') : t('backup.lastGood', { at: instantText(lastAt) })}>
        {() => <Button disabled={backupFolder === null} loading={run.isPending} onClick={() => run.mutate()}>{t('backup.now')}</Button>}
      </SettingRow>
      <ConditionRow />
      <p className="secondary">{t('settings.backupRule', { days, weeks, months })}</p>
      <BackupList />
    </section>
  )
}

/** A disk or share that gets the same backups while it is there. */
function SecondFolder({ settings: { backupFolder, secondBackupFolder: folder }, save, second }: { settings: RegisterSettings; save: SaveSetting; second: BackupStatus['second'] }) {
  const put = (next: string | null): void => save(t('settings.secondBackupFolder'), { secondBackupFolder: next }, { secondBackupFolder: folder })
  const choose = async (): Promise<void> => {
    const chosen = await callBridge('shell.chooseFolder', {})
    if (chosen.folder !== null && chosen.folder !== backupFolder) put(chosen.folder)
  }
  return (
    <SettingRow label={t('settings.secondBackupFolder')} hint={folder === null ? undefined : <>{secondState(second)} <button type="button" className="plain link" onClick={() => put(null)}>{t('backup.second.stop')}</button></>}>
      {(id) => <PathField id={id} path={folder ?? ''} placeholder={t('backup.second.none')} buttonText={t('backup.second.choose')} onChoose={() => void choose()} />}
    </SettingRow>
  )
}

function secondState(second: BackupStatus['second']): string {
  if (second === null || (second.lastAt === null && second.isThere && second.failure === null)) return t('backup.none')
  if (!second.isThere) return t('backup.second.away')
  return second.failure === null && second.lastAt !== null ? t('backup.second.good', { at: instantText(second.lastAt) }) : t('backup.second.failed')
}
