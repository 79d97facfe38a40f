import { useState, type ComponentProps, type ReactNode } from 'react'
import { t } from '../../shared/text/t'
import { SubPage } from '../components/panels/SubPage'
import type { AskedKind } from './askedKind'
import { DuePage, FillListPage, ProfilePage, RecordsPage, UnitMergePage, UnitNamesPage } from './lazyPages'

type View = { at: 'list' | 'merge' | 'names' | 'due' | 'fill' } | { at: 'profile'; unit: string; from: 'list' | 'names' }

const list: View = { at: 'list' }

/** The place of units: their list, and what is done with units beyond their records. */
export function UnitsRoute(props: Omit<ComponentProps<typeof RecordsPage>, 'group' | 'askedKind'> & { askedKind: AskedKind | null }) {
  const { askedKind } = props
  const [opened, setOpened] = useState<{ view: View; asked: typeof askedKind }>({ view: viewAsked(askedKind), asked: askedKind })
  // Another place that asks for a record, and the rail, want the list.
  const view = opened.asked === askedKind ? opened.view : viewAsked(askedKind)
  const setView = (next: View): void => setOpened({ view: next, asked: askedKind })
  const back = (): void => setView(list)
  const under = (leave: () => void, page: ReactNode) => <SubPage key={view.at} onBack={leave}>{page}</SubPage>
  switch (view.at) {
    case 'merge': return under(back, <UnitMergePage onBack={back} onNames={() => setView({ at: 'names' })} onStatus={props.onStatus} />)
    case 'names': return under(back, <UnitNamesPage onBack={back} onMerge={() => setView({ at: 'merge' })} onProfile={(unit) => setView({ at: 'profile', unit, from: 'names' })} onStatus={props.onStatus} />)
    case 'profile': return under(() => setView({ at: view.from }), <ProfilePage unit={view.unit} {...(view.from === 'names' ? { backText: t('units.backToNames') } : {})} onBack={() => setView({ at: view.from })} onStatus={props.onStatus} />)
    case 'due': return under(back, <DuePage onBack={back} onStatus={props.onStatus} />)
    case 'fill': return under(back, <FillListPage onBack={back} onStatus={props.onStatus} />)
    case 'list': return (
      <RecordsPage
        group="units" more={entries.map(({ text, view: next }) => ({ text: t(text), open: () => setView(next) }))}
        recordLink={{ text: t('units.openProfile'), open: ({ cells }) => setView({ at: 'profile', unit: String(cells['uscc'] ?? cells['name'] ?? ''), from: 'list' }) }} {...props}
      />
    )
  }
}

function viewAsked(asked: AskedKind | null): View {
  if (asked?.isDue === true) return { at: 'due' }
  return asked?.profile === undefined ? list : { at: 'profile', unit: asked.profile, from: 'list' }
}

const entries = [
  { text: 'units.merge', view: { at: 'merge' } },
  { text: 'units.names', view: { at: 'names' } },
  { text: 'units.profile', view: { at: 'profile', unit: '', from: 'list' } },
  { text: 'due.title', view: { at: 'due' } },
  { text: 'fillList.title', view: { at: 'fill' } },
] as const satisfies readonly { text: string; view: View }[]
