import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { JobProgress } from '../../shared/bridge/events'
import { t, textOf } from '../../shared/text/t'
import { callBridge, useBridgeEvent } from '../bridge/bridgeClient'
import { AnnouncementContext, type Announcement } from '../components/feedback/announcement'
import { EmptyState } from '../components/feedback/EmptyState'
import { FileDrop } from '../features/imports/FileDrop'
import { ImportsPage } from '../features/imports/ImportsPage'
import { isRecordGroup } from '../features/records/recordViews'
import { RecordsPage } from '../features/records/RecordsPage'
import { RankingPage } from '../features/ranking/RankingPage'
import { StartPage } from '../features/start/StartPage'
import { useRegisterChoice } from '../features/start/useRegisterChoice'
import { WorkbenchPage } from '../features/workbench/WorkbenchPage'
import { NavigationRail } from './NavigationRail'
import { routes, type RouteId } from './routes'
import { StatusBar } from './StatusBar'
import { TitleBar } from './TitleBar'
import './frame.css'

/** Pages that say in the status bar where in them the clerk is; lists of records do so too. */
const pagesWithStatus: ReadonlySet<RouteId> = new Set(['workbench', 'imports', 'ranking'])

/** Title bar, rail, page and status bar; which page shows; what the register looks like now. */
export function Frame() {
  const queries = useQueryClient()
  const status = useQuery({ queryKey: ['register.status'], queryFn: () => callBridge('register.status', {}) })
  const info = useQuery({ queryKey: ['app.info'], queryFn: () => callBridge('app.info', {}) })
  const [chosen, setChosen] = useState<RouteId>('standards')
  const [search, setSearch] = useState('')
  const [pageStatus, setPageStatus] = useState('')
  const [job, setJob] = useState<JobProgress | null>(null)
  const { announcement, announce } = useAnnouncement()
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
    if (!isRecordGroup(chosen)) setChosen('standards')
  }
  const takeFiles = (files: string[]): void => {
    void callBridge('imports.open', { files })
    setChosen('imports')
  }
  return (
    <div className="frame">
      <TitleBar file={file} search={search} onSearch={searchFor} />
      <NavigationRail current={route} hasRegister={file !== null} onChoose={setChosen} />
      <AnnouncementContext value={announce}>
        <main className="page">
          {status.isPending ? null : file === null ? (
            <StartPage choice={register} />
          ) : isRecordGroup(route) ? (
            <RecordsPage key={`${file} ${route}`} group={route} search={search} onClearSearch={() => setSearch('')} onStatus={setPageStatus} />
          ) : route === 'imports' ? (
            <ImportsPage key={file} onStatus={setPageStatus} />
          ) : route === 'ranking' ? (
            <RankingPage key={file} onStatus={setPageStatus} onImport={() => setChosen('imports')} />
          ) : route === 'workbench' ? (
            <WorkbenchPage key={file} onStatus={setPageStatus} onGo={setChosen} />
          ) : (
            <PlannedPage route={route} />
          )}
        </main>
      </AnnouncementContext>
      <FileDrop hasRegister={file !== null} onFiles={takeFiles} />
      <StatusBar text={file === null ? t('app.noRegister') : isRecordGroup(route) || pagesWithStatus.has(route) ? pageStatus : ''} announcement={announcement} job={job} version={info.data?.version ?? ''} />
    </div>
  )
}

const announcedMs = 8_000

/** What was said last, for as long as it stands in the status bar. */
function useAnnouncement() {
  const [announcement, announce] = useState<Announcement | null>(null)
  useEffect(() => {
    if (announcement === null) return undefined
    const timer = setTimeout(() => announce(null), announcedMs)
    return () => clearTimeout(timer)
  }, [announcement])
  return { announcement, announce: useCallback((said: Announcement) => announce(said), []) }
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
