import { Button } from 'antd'
import { useState } from 'react'
import { t } from '../../../../shared/text/t'
import { callBridge, useBridgeEvent } from '../../../bridge/bridgeClient'
import { EmptyState } from '../../../components/feedback/EmptyState'

interface Props {
  /** Nobody wanted to wait any longer. */
  isCancelled: boolean
  onAgain(): void
}

/** In place of a page whose contents are still being looked for: how far it is, and the way out. */
export function Searching({ isCancelled, onAgain }: Props) {
  const [percent, setPercent] = useState<number | null>(null)
  useBridgeEvent('job.progress', ({ name, done }) => { if (name === 'job.units') setPercent(done) })
  if (isCancelled) return <EmptyState text={t('units.searchCancelled')} action={{ text: t('units.searchAgain'), run: onAgain }} />
  return (
    <div className="empty-state" role="status">
      <p>{percent === null ? t('units.searching') : t('units.searchingAt', { percent })}</p>
      <progress className="job-bar unit-searching" aria-label={t('units.searching')} max={100} {...(percent === null ? {} : { value: percent })} />
      <Button onClick={() => void callBridge('units.cancelSearch', {})}>{t('jobs.cancel')}</Button>
    </div>
  )
}
