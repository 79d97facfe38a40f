import { CheckOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons'
import type { RegisterCondition } from '../../shared/bridge/operations/conditionOperations'
import type { BackupStatus } from '../../shared/bridge/operations/settingsOperations'
import { t } from '../../shared/text/t'
import { instantText } from '../components/values/instantText'
import { backupAge } from './backupAge'
import { useNow } from './useNow'

interface Props {
  status: BackupStatus
  condition: RegisterCondition | null
  /** Nothing changes in it, and no backup is due. */
  isReadOnlyPlace: boolean
  onOpen(): void
}

/** How old the newest verified backup is, or that the register is damaged or only read, in the title bar; it leads to the settings. */
export function BackupMark({ status, condition, isReadOnlyPlace, onOpen }: Props) {
  const now = useNow()
  const isDamaged = (condition?.problem ?? null) !== null
  const { text, state } = isDamaged ? { text: t('condition.mark'), state: 'failed' } : isReadOnlyPlace ? { text: t('readOnly.mark'), state: 'old' } : backupAge(status, now)
  const checked = condition === null || condition.checkedAt === null || isDamaged ? [] : [t('condition.sound', { at: instantText(condition.checkedAt) })]
  const title = [...(isReadOnlyPlace ? [t('readOnly.hint')] : []), ...(status.lastFile === null ? [] : [status.lastFile]), ...checked].join('\n')
  const Icon = state === 'good' ? CheckOutlined : state === 'running' ? SyncOutlined : WarningOutlined
  return (
    <button type="button" className={`plain backup-mark is-${state}`} title={title === '' ? undefined : title} onClick={onOpen}>
      {state === 'none' ? null : <Icon />}
      <span className="cut" title={title === '' ? text : undefined}>{text}</span>
    </button>
  )
}
