import { t } from '../../../shared/text/t'
import { TabStrip } from './TabStrip'
import './pageControl.css'

interface Props<Id extends string> {
  tabs: readonly { id: Id; text: string }[]
  current: Id
  onChoose(id: Id): void
}

/** The head of a page that stands for several: its name is the chosen tab. */
export function PageTabs<Id extends string>({ tabs, current, onChoose }: Props<Id>) {
  return <TabStrip label={t('frame.views')} className="page-tabs" tabs={tabs} current={current} onChoose={onChoose} />
}
