import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { backupRule } from '../../../shared/domain/backup/backupRule'
import type { BackupStatus } from '../../../shared/bridge/operations/settingsOperations'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { useBackupRun } from '../../bridge/useBackupRun'
import { useAnnounce } from '../../components/feedback/announcement'
import { readable } from '../../components/form/PathField'
import { useGoTo } from '../../components/navigation'
import { momentText } from '../../components/values/momentText'

/** When the register was last backed up, and where to. */
export function BackupLines() {
  const announce = useAnnounce()
  const goTo = useGoTo()
  const status = useQuery({ queryKey: ['backup.status'], queryFn: () => callBridge('backup.status', {}) })
  const run = useBackupRun(announce, readable)
  if (status.data === undefined) return null
  const { folder, second } = status.data
  const { days, weeks, months } = backupRule
  return (
    <section>
      <header>
        <h2>{t('settings.backup')}</h2>
        {folder === null
          ? <Button type="link" size="small" onClick={() => goTo({ route: 'settings' })}>{t('workbench.backup.choose')}</Button>
          : <Button type="link" size="small" loading={run.isPending || status.data.isRunning} onClick={() => run.mutate()}>{t('backup.now')}</Button>}
      </header>
      {folder === null ? <p className="workbench-none secondary">{t('workbench.backup.noFolder')}</p> : (
        <dl className="workbench-facts">
          <Fact name={t('workbench.backup.last')} value={lastText(status.data)} />
          <Fact name={t('workbench.backup.kept')} value={t('workbench.backup.rule', { days, weeks, months })} />
          <Fact name={t('workbench.backup.place')} value={readable(folder)} title={folder} />
          {second === null ? null : <Fact name={t('workbench.backup.second')} value={second.isThere ? readable(second.folder) : t('workbench.backup.away')} title={second.folder} />}
        </dl>
      )}
    </section>
  )
}

function lastText({ lastAt, failure }: BackupStatus): string {
  if (failure !== null) return t('backup.failed')
  return lastAt === null ? t('backup.none') : t('workbench.backup.verified', { at: momentText(lastAt) })
}

function Fact({ name, value, title = value }: { name: string; value: string; title?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="cut" title={title}>{value}</dd>
    </div>
  )
}
