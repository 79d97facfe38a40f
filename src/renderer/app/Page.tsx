import { useGoTo, type OriginalPlace } from '../components/navigation'
import { isRecordGroup } from '../features/records/recordViews'
import type { RegisterChoice } from '../features/start/useRegisterChoice'
import { WorkbenchPage } from '../features/workbench/WorkbenchPage'
import type { AskedKind } from './askedKind'
import { ImportsPage, RecordsPage, ReportsPage, SettingsPage } from './lazyPages'
import { RankingRoute } from './RankingRoute'
import type { RouteId } from './routes'
import { UnitsRoute } from './UnitsRoute'

interface Props {
  route: RouteId
  /** Path of the open register; null on the settings of a first start. */
  file: string | null
  search: string
  /** Kind whose list is asked for, or the records that a cross table is to be made of. */
  askedKind: AskedKind | null
  onClearSearch(): void
  /** What the page says at the left end of the status bar. */
  onStatus(text: string): void
  choice: RegisterChoice
  /** A kept file that another page asked to see. */
  original: OriginalPlace | null
  onGo(route: RouteId): void
}

/** The page of a route. A new page is one line here and one in the routes. */
export function Page({ route, file, search, askedKind, onClearSearch, onStatus, choice, original, onGo }: Props) {
  const goTo = useGoTo()
  if (isRecordGroup(route)) {
    const Records = route === 'units' ? UnitsRoute : RecordsPage
    return (
      <Records
        group={route} search={search} askedKind={askedKind} onClearSearch={onClearSearch} onStatus={onStatus}
        openEvidence={({ batch, sheet, row }) => goTo({ route: 'imports', original: { batch, sheet, row } })}
      />
    )
  }
  switch (route) {
    case 'workbench': return <WorkbenchPage onStatus={onStatus} onGo={onGo} asked={askedKind?.kind ?? null} />
    case 'imports': return <ImportsPage asked={askedKind} original={original} onStatus={onStatus} />
    case 'ranking': return <RankingRoute asked={askedKind} onStatus={onStatus} onImport={() => onGo('imports')} />
    case 'reports': return <ReportsPage onStatus={onStatus} />
    case 'settings': return <SettingsPage file={file} section={askedKind?.kind ?? null} onOpenOther={() => choice.choose(false)} onNewRegister={() => choice.choose(true)} />
  }
}
