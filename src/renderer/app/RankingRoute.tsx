import { useState } from 'react'
import { t } from '../../shared/text/t'
import { PageTabs } from '../components/controls/PageTabs'
import { useKept } from '../components/keptState'
import type { AskedRecords } from '../components/navigation'
import { CrosstabPage, RankingPage } from './lazyPages'

type View = 'ranking' | 'crosstab'

interface Props {
  /** With a list, a cross table of it is asked for. */
  asked: AskedRecords | null
  onStatus(text: string): void
  onImport(): void
}

/** The place of figures: indicators of the districts, and cross tables of any list. */
export function RankingRoute({ asked, onStatus, onImport }: Props) {
  const [chosen, setChosen] = useKept<View>('figures.view', 'ranking')
  // A tab that is clicked holds until another place asks for something.
  const [left, setLeft] = useState<AskedRecords | null>(null)
  const view = asked?.list === undefined || left === asked ? chosen : 'crosstab'
  const tabs = (
    <PageTabs<View>
      tabs={[{ id: 'ranking', text: t('nav.ranking') }, { id: 'crosstab', text: t('crosstab.sheet') }]}
      current={view} onChoose={(next) => {
        setChosen(next)
        setLeft(asked)
      }}
    />
  )
  return view === 'ranking'
    ? <RankingPage tabs={tabs} onStatus={onStatus} onImport={onImport} />
    : <CrosstabPage key={asked?.list === undefined ? '' : JSON.stringify(asked.list)} tabs={tabs} asked={asked?.list ?? null} onStatus={onStatus} onImport={onImport} />
}
