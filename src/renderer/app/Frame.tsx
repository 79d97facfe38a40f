import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobProgress } from '../../shared/bridge/events'
import { t, textOf } from '../../shared/text/t'
import { callBridge, useBridgeEvent } from '../bridge/bridgeClient'
import { EmptyState } from '../components/feedback/EmptyState'
import { StandardsPage } from '../features/standards/StandardsPage'
import { StartPage } from '../features/start/StartPage'
import { useRegisterChoice } from '../features/start/useRegisterChoice'
import { NavigationRail } from './NavigationRail'
import { routes, type RouteId } from './routes'
import { StatusBar } from './StatusBar'
import { TitleBar } from './TitleBar'
import './frame.css'

/** Title bar, rail, page and status bar; which page shows; what the register looks like now. */
export function Frame() {
  const queries = useQueryClient()
  const status = useQuery({ queryKey: ['register.status'], queryFn: () => callBridge('register.status', {}) })
  const info = useQuery({ queryKey: ['app.info'], queryFn: () => callBridge('app.info', {}) })
  const [chosen, setChosen] = useState<RouteId>('standards')
  const [search, setSearch] = useState('')
  const [pageStatus, setPageStatus] = useState('')
  const [job, setJob] = useState<JobProgress | null>(null)
  const register = useRegisterChoice()
  const refresh = (): void => void queries.invalidateQueries()

  useBridgeEvent('register.changed', refresh)
  useBridgeEvent('register.restarted', refresh)
  useBridgeEvent('job.progress', setJob)
  useBridgeEvent('job.ended', () => setJob(null))
  useBridgeEvent('menu.command', ({ command }) => {
    if (command === 'newRegister') register.choose(true)
    if (command === 'openRegister') register.choose(false)
  })

  const file = status.data?.file ?? null
  const route: RouteId = file === null ? 'workbench' : chosen
  const searchFor = (text: string): void => {
    setSearch(text)
    setChosen('standards')
  }
  return (
    <div className="frame">
      <TitleBar file={file} search={search} onSearch={searchFor} />
      <NavigationRail current={route} hasRegister={file !== null} onChoose={setChosen} />
      <main className="page">
        {status.isPending ? null : file === null ? (
          <StartPage choice={register} />
        ) : route === 'standards' ? (
          <StandardsPage key={file} search={search} onClearSearch={() => setSearch('')} onStatus={setPageStatus} />
        ) : (
          <PlannedPage route={route} />
        )}
      </main>
      <StatusBar text={file === null ? t('app.noRegister') : route === 'standards' ? pageStatus : ''} job={job} version={info.data?.version ?? ''} />
    </div>
  )
}

/** A place that is built later. */
function PlannedPage({ route }: { route: RouteId }) {
  const { text } = routes.find(({ id }) => id === route) ?? { text: 'app.name' as const }
  return (
    <>
      <div className="page-head"><h1>{textOf(text)}</h1></div>
      <EmptyState text={t('page.notYet')} />
    </>
  )
}
