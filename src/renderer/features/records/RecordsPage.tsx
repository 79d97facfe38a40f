import { useState } from 'react'
import type { ListKind } from '../../../shared/bridge/lists'
import type { EvidencePlace } from '../../../shared/bridge/records'
import { PageTabs } from '../../components/controls/PageTabs'
import type { AskedRecords, AskedList } from '../../components/navigation'
import { useKept } from '../../components/keptState'
import { ListPage } from './ListPage'
import type { RecordLink } from './panel/RecordPanel'
import { recordGroups, spokenView, type RecordGroup } from './recordViews'

interface Props {
  group: RecordGroup
  search: string
  /** Kind whose list another place of the window asks for, anew with every question, and the conditions it begins with. */
  askedKind: AskedRecords | null
  onClearSearch(): void
  /** Says in the status bar where in the list the clerk is. */
  onStatus(text: string): void
  /** Shows the row of the original file; without it the row is only named. */
  openEvidence?: (source: EvidencePlace) => void
  /** What else there is in this place, beside its lists. */
  more?: readonly { text: string; open(): void }[]
  /** Where a record of the first list leads, beside its fields. */
  recordLink?: RecordLink
}

const noConditions: AskedList['filters'] = []

/** A place of the rail that lists records: one kind, or several as its tabs. */
export function RecordsPage({ group, search, askedKind, onClearSearch, onStatus, openEvidence, more = [], recordLink }: Props) {
  const kinds: readonly ListKind[] = recordGroups[group]
  const asked = askedKind?.nth === null ? null : askedKind
  const askedTab = kinds.findIndex((kind) => kind === asked?.kind)
  const [tab, setTab] = useKept(`${group}.tab`, Math.max(0, askedTab), { isAnew: askedTab >= 0 })
  // A tab that is clicked holds until another place asks for a kind.
  const [left, setLeft] = useState<Props['askedKind']>(null)
  const question = askedTab >= 0 && left !== asked ? asked : null
  const chosen = question === null ? tab : askedTab
  const view = spokenView(kinds[chosen] ?? recordGroups[group][0])
  const tabs = kinds.length === 1 ? <h1>{view.name}</h1> : (
    <PageTabs tabs={kinds.map((kind) => ({ id: kind, text: spokenView(kind).name }))} current={view.kind} onChoose={(kind) => {
      setTab(kinds.indexOf(kind))
      setLeft(asked)
    }} />
  )
  const links = more.map(({ text, open }) => <button key={text} type="button" className="plain link record-more" onClick={open}>{text}</button>)
  const begin = question === null ? null : (question.list?.filters ?? noConditions)
  return <ListPage key={`${view.kind} ${question?.nth ?? ''}`} view={view} begin={begin} tabs={tabs} links={links} search={search} onClearSearch={onClearSearch} onStatus={onStatus} openEvidence={openEvidence} recordLink={chosen === 0 ? recordLink : undefined} />
}
