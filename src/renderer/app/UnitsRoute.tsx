import { useState, type ComponentProps } from 'react'
import { t } from '../../shared/text/t'
import { DuePage, FillListPage, ProfilePage, RecordsPage, UnitMergePage } from './lazyPages'
import './unitsRoute.css'

type View = 'list' | 'merge' | 'profile' | 'due' | 'fill'

/** The place of units: their list, and what is done with units beyond their records. */
export function UnitsRoute(props: Omit<ComponentProps<typeof RecordsPage>, 'group'>) {
  const [view, setView] = useState<View>('list')
  const back = (): void => setView('list')
  switch (view) {
    case 'merge': return <UnitMergePage onBack={back} onStatus={props.onStatus} />
    case 'profile': return <ProfilePage onBack={back} onStatus={props.onStatus} />
    case 'due': return <DuePage onBack={back} onStatus={props.onStatus} />
    case 'fill': return <FillListPage onBack={back} onStatus={props.onStatus} />
    case 'list': return <RecordsPage group="units" more={[{ text: t('units.merge'), open: () => setView('merge') }, { text: t('units.profile'), open: () => setView('profile') }, { text: t('due.title'), open: () => setView('due') }, { text: t('fillList.title'), open: () => setView('fill') }]} {...props} />
  }
}
