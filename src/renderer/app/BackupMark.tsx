import { CheckOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons'
import type { BackupStatus } from '../../shared/bridge/operations/settingsOperations'
import { backupAge } from './backupAge'
import { useNow } from './useNow'

/** How old the newest verified backup is, in the title bar; it leads to the settings. */
export function BackupMark({ status, onOpen }: { status: BackupStatus; onOpen(): void }) {
  const now = useNow()
  const { text, state } = backupAge(status, now)
  const Icon = state === 'good' ? CheckOutlined : state === 'running' ? SyncOutlined : WarningOutlined
  return (
    <button type="button" className={`plain backup-mark is-${state}`} title={status.lastFile ?? undefined} onClick={onOpen}>
      {state === 'none' ? null : <Icon />}
      {text}
    </button>
  )
}
