import { t } from '../../../shared/text/t'
import { cancelExportJob } from '../../bridge/exportJob'
import { useJobTold } from '../../bridge/useJobTold'
import { EmptyState } from '../../components/feedback/EmptyState'
import { WorkUnderWay } from '../../components/feedback/WorkUnderWay'

interface Props {
  /** Nobody wanted to wait any longer. */
  isCancelled: boolean
  onAgain(): void
}

/** In place of what is found by looking through all records. */
export function Looking({ isCancelled, onAgain }: Props) {
  const told = useJobTold('job.doctor')
  if (isCancelled) return <EmptyState text={t('doctor.cancelled')} action={{ text: t('doctor.again'), run: onAgain }} />
  return <WorkUnderWay text={t('doctor.looking')} textAt={(percent) => t('doctor.lookingAt', { percent })} percent={told?.percent ?? null} onCancel={() => cancelExportJob(told?.jobId ?? null)?.()} />
}
