import { useState } from 'react'
import type { ListKind } from '../../../shared/bridge/lists'
import type { EvidencePlace } from '../../../shared/bridge/records'
import { ListPage } from './ListPage'
import type { RecordLink } from './panel/RecordPanel'
import { recordGroups, spokenView, type RecordGroup } from './recordViews'

interface Props {
  group: RecordGroup
  search: string
  /** Kind whose list another place of the window asks for, anew with every question. */
  askedKind: { kind: string } | null
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

/** A place of the rail that lists records: one kind, or several as its tabs. */
export function RecordsPage({ group, search, askedKind, onClearSearch, onStatus, openEvidence, more = [], recordLink }: Props) {
  const kinds: readonly ListKind[] = recordGroups[group]
  // A tab that is clicked holds until another place asks for a kind.
  const [clicked, setClicked] = useState<{ index: number; asked: Props['askedKind'] } | null>(null)
  const chosen = clicked?.asked === askedKind ? (clicked?.index ?? 0) : Math.max(0, kinds.findIndex((kind) => kind === askedKind?.kind))
  const view = spokenView(kinds[chosen] ?? recordGroups[group][0])
  const tabs = kinds.length === 1 ? <h1>{view.name}</h1> : (
    <div className="record-tabs" role="tablist">
      {kinds.map((kind, index) => (
        <button key={kind} type="button" role="tab" className="plain" aria-selected={index === chosen} onClick={() => setClicked({ index, asked: askedKind })}>
          {spokenView(kind).name}
        </button>
      ))}
    </div>
  )
  const links = more.map(({ text, open }) => <button key={text} type="button" className="plain link record-more" onClick={open}>{text}</button>)
  return <ListPage key={view.kind} view={view} tabs={tabs} links={links} search={search} onClearSearch={onClearSearch} onStatus={onStatus} openEvidence={openEvidence} recordLink={chosen === 0 ? recordLink : undefined} />
}
