import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useRef } from 'react'
import { sentenceOf } from '../../shared/text/failureText'
import { t } from '../../shared/text/t'
import { callBridge, useBridgeEvent } from '../bridge/bridgeClient'
import { failureText } from '../bridge/failureText'
import { AnnouncementContext } from '../components/feedback/announcement'
import { NavigationContext } from '../components/navigation'
import { ManualPanel } from '../features/help/ManualPanel'
import { firstTourRoute, TourPanel } from '../features/help/TourPanel'
import { chapterOn, useHelp } from '../features/help/useHelp'
import { FileDrop } from '../features/imports/FileDrop'
import { StartPage } from '../features/start/StartPage'
import { useRegisterChoice } from '../features/start/useRegisterChoice'
import { BackupMark } from './BackupMark'
import { FrameNotices } from './FrameNotices'
import { loadPagesInTheBackground } from './lazyPages'
import { KeptPages } from './KeptPages'
import { NavigationRail } from './NavigationRail'
import { Page } from './Page'
import type { RouteId } from './routes'
import { StatusBar } from './StatusBar'
import { TitleBar } from './TitleBar'
import { useAnnouncement } from './useAnnouncement'
import { useJobs } from './useJobs'
import { useAreaKeys } from './useAreaKeys'
import { useKeptFocus } from './useKeptFocus'
import { useRail } from './useRail'
import { useRegisterState } from './useRegisterState'
import { useWhereabouts } from './useWhereabouts'
import './frame.css'

/** Title bar, rail, page and status bar; which page shows; what the register looks like now. */
export function Frame() {
  const register = useRegisterState()
  const info = useQuery({ queryKey: ['app.info'], queryFn: () => callBridge('app.info', {}) })
  const { chosen, search, setSearch, askedKind, cameFrom, original, pageStatus, setPageStatus, show, goTo } = useWhereabouts()
  const { announcement, announcing } = useAnnouncement()
  const jobs = useJobs((code) => announcing.announce({ text: sentenceOf(code), isFailure: true }))
  const choice = useRegisterChoice((error) => {
    if (register.file !== null) announcing.announce({ text: failureText(error), isFailure: true })
  })
  const rail = useRail()
  const help = useHelp()
  const page = useRef<HTMLElement>(null)
  useKeptFocus(page)
  useAreaKeys()

  useEffect(loadPagesInTheBackground, [])

  const { file } = register
  // A page says where it is once it has its contents; the first start has them at once.
  const isDrawn = !register.isPending && (file === null || pageStatus !== '')
  useEffect(() => {
    if (isDrawn) requestAnimationFrame(() => void callBridge('shell.drawn', {}))
  }, [isDrawn])
  const route: RouteId = file === null && chosen !== 'settings' ? 'workbench' : chosen
  // Whatever of that place is open, such as the history, gives way to the files.
  const showFiles = (): void => goTo({ route: 'imports', state: { kind: 'imports' } })
  const takeFiles = (files: string[]): void => {
    void callBridge('imports.open', { files })
    showFiles()
  }
  const takeUnfinished = (): void => {
    register.openUnfinished()
    showFiles()
  }
  const startTour = (): void => {
    help.startTour()
    if (file !== null) show(firstTourRoute)
  }
  const onMade = (_file: string, isSample: boolean): void => {
    show('imports')
    if (!isSample) return
    help.startTour()
    void callBridge('imports.openSamples', {})
  }
  useBridgeEvent('register.asked', ({ file: asked }) => {
    if (asked !== file) choice.open(asked)
  })
  useBridgeEvent('menu.command', ({ command }) => {
    if (command === 'newRegister') choice.choose(true)
    if (command === 'openRegister') choice.choose(false)
    if (command === 'help') help.open(chapterOn(route))
    if (command === 'shortcuts' || command === 'card' || command === 'releases') help.open(command)
    if (command === 'tour') startTour()
  })
  return (
    <AnnouncementContext value={announcing}>
      <NavigationContext value={goTo}>
        <div className={rail.isNarrow ? 'frame is-narrow' : 'frame'}>
          <TitleBar file={file} officeName={register.officeName} search={search} onSearch={setSearch}>
            {register.backup === null ? null : <BackupMark status={register.backup} condition={register.condition} isReadOnlyPlace={register.isReadOnlyPlace} onOpen={() => show('settings')} />}
          </TitleBar>
          <NavigationRail current={route} hasRegister={file !== null} isNarrow={rail.isNarrow} onChoose={(next) => goTo({ route: next, state: { kind: next, isReturn: true } })} onResize={rail.resize} />
          <main ref={page} className="page" tabIndex={-1}>
            <FrameNotices hasRestarted={register.hasRestarted} onDismiss={register.dismissRestart} hasReturned={register.hasReturned} onDismissReturn={register.dismissReturn} unfinished={register.unfinished} onDismissUnfinished={register.dismissUnfinished} onOpenAgain={takeUnfinished} backup={register.backup} condition={register.condition} isReadOnlyPlace={register.isReadOnlyPlace} onBackups={() => show('settings')} />
            {cameFrom === null ? null : <div className="way-back no-print"><button type="button" className="plain link" onClick={() => goTo(cameFrom.to)}>{cameFrom.text}</button></div>}
            {register.isPending ? null : file === null && route !== 'settings' ? (
              <StartPage choice={choice} unopened={register.unopened} onMade={onMade} />
            ) : (
              <KeptPages key={`${file ?? ''} ${register.restarts}`}>
                <Suspense>
                  <Page key={`${file ?? ''} ${route} ${register.restarts}`} route={route} file={file} search={search} askedKind={askedKind} onClearSearch={() => setSearch('')} onStatus={setPageStatus} choice={choice} original={original} onGo={show} />
                </Suspense>
              </KeptPages>
            )}
          </main>
          <FileDrop hasRegister={file !== null} onFiles={takeFiles} />
          <StatusBar text={file === null ? t('app.noRegister') : pageStatus} announcement={announcement} jobs={jobs} version={info.data?.version ?? ''} />
          {help.tourStep === null ? null : (
            <TourPanel step={help.tourStep} onEnd={() => help.setTourStep(null)} onStep={(step, next) => {
              help.setTourStep(step)
              if (file !== null) show(next)
            }} />
          )}
          {help.chapter === null ? null : <ManualPanel chapter={help.chapter} onChoose={help.open} onClose={help.close} />}
        </div>
      </NavigationContext>
    </AnnouncementContext>
  )
}
