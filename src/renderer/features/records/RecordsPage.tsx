import { useState } from 'react'
import type { RecordSource } from '../../../shared/bridge/records'
import { ListPage } from './ListPage'
import { recordGroups, recordViews, type RecordGroup } from './recordViews'

interface Props {
  group: RecordGroup
  search: string
  onClearSearch(): void
  /** Says in the status bar where in the list the clerk is. */
  onStatus(text: string): void
  /** Shows the row of the original file; without it the row is only named. */
  openEvidence?: (source: RecordSource) => void
}

/** A place of the rail that lists records: one kind, or several as its tabs. */
export function RecordsPage({ group, search, onClearSearch, onStatus, openEvidence }: Props) {
  const kinds = recordGroups[group]
  const [chosen, setChosen] = useState(0)
  const view = recordViews[kinds[chosen] ?? kinds[0]]
  const tabs = kinds.length === 1 ? <h1>{view.name}</h1> : (
    <div className="record-tabs" role="tablist">
      {kinds.map((kind, index) => (
        <button key={kind} type="button" role="tab" className="plain" aria-selected={index === chosen} onClick={() => setChosen(index)}>
          {recordViews[kind].name}
        </button>
      ))}
    </div>
  )
  return <ListPage key={view.kind} view={view} tabs={tabs} search={search} onClearSearch={onClearSearch} onStatus={onStatus} openEvidence={openEvidence} />
}
