import type { UseQueryResult } from '@tanstack/react-query'
import { t } from '../../../shared/text/t'
import { isCancelled } from '../../bridge/bridgeClient'
import { cancelJob } from '../../bridge/cancelJob'
import { useJobTold } from '../../bridge/useJobTold'
import { EmptyState } from '../../components/feedback/EmptyState'
import { WorkUnderWay } from '../../components/feedback/WorkUnderWay'

interface Props {
  /** What is asked by looking through all records. */
  query: Pick<UseQueryResult, 'data' | 'error' | 'isFetching' | 'refetch'>
}

/** In place of the answer, as long as it is looked for or when nobody wanted to wait any longer. */
export function Looking({ query: { data, error, isFetching, refetch } }: Props) {
  const told = useJobTold('job.doctor')
  if (data !== undefined) return null
  if (isFetching) return <WorkUnderWay text={t('doctor.looking')} textAt={(percent) => t('doctor.lookingAt', { percent })} percent={told?.percent ?? null} onCancel={() => cancelJob(told?.cancel ?? null)} />
  return isCancelled(error) ? <EmptyState text={t('doctor.cancelled')} action={{ text: t('doctor.again'), run: () => void refetch() }} /> : null
}
