import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { useJobTold } from '../../../bridge/useJobTold'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { WorkUnderWay } from '../../../components/feedback/WorkUnderWay'

interface Props {
  /** Nobody wanted to wait any longer. */
  isCancelled: boolean
  onAgain(): void
}

/** In place of a page whose names are still being compared. */
export function Searching({ isCancelled, onAgain }: Props) {
  const told = useJobTold('job.units')
  if (isCancelled) return <EmptyState text={t('units.searchCancelled')} action={{ text: t('units.searchAgain'), run: onAgain }} />
  return <WorkUnderWay text={t('units.searching')} textAt={(percent) => t('units.searchingAt', { percent })} percent={told?.percent ?? null} onCancel={() => void callBridge('units.cancelSearch', {})} />
}
