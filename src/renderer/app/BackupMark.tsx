import { CheckOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import type { BackupStatus } from '../../shared/bridge/operations/settingsOperations'
import { backupAge } from './backupAge'

const lookAgainMs = 30_000

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

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookAgainMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
