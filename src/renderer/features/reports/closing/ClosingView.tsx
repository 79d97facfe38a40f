import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClosingOptions } from '../../../../shared/bridge/periods'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { PeriodList, type ClosingPlace } from './PeriodList'
import { PeriodPage } from './PeriodPage'
import { ReportChecker } from './ReportChecker'
import { RestatementPage } from './RestatementPage'
import './closing.css'

/** Closing a period: what is frozen at the left, the period or one of its forms beside it. `period` is the one of the page. */
export function ClosingView({ period, options }: { period: string; options: ClosingOptions }) {
  const [place, setPlace] = useState<ClosingPlace>({ period: null, form: null })
  const closed = useQuery({ queryKey: ['periods.list'], queryFn: () => callBridge('periods.list', {}) })
  const shown = place.period ?? period
  return (
    <div className="closing">
      <aside className="closing-list" aria-label={t('closing.title')}>
        <PeriodList current={period} options={options} place={{ ...place, period: shown }} closed={closed.data?.periods ?? null} onGo={setPlace} />
        <ReportChecker />
      </aside>
      <div className="closing-main">
        {closed.isError ? <FailureBanner text={failureText(closed.error)} /> : null}
        {place.form === null
          ? <PeriodPage key={shown} period={shown} options={options} onForm={(form) => setPlace({ period: shown, form })} />
          : <RestatementPage key={`${shown} ${place.form}`} period={shown} options={options} form={place.form} onBack={() => setPlace({ period: shown, form: null })} />}
      </div>
    </div>
  )
}
