import { useEffect } from 'react'
import { kindDefinitions } from '../../../shared/domain/catalogue/fields'
import { recordKindOfList } from '../../../shared/domain/catalogue/listFields'
import type { ListKind } from '../../../shared/bridge/lists'
import type { FoundHit } from '../../../shared/bridge/search'
import { t } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { failureText } from '../../bridge/failureText'
import type { FindLine } from './findLines'
import { Marked } from './Marked'
import type { Found } from './useFind'

interface Props {
  id: string
  found: Found | null
  error: unknown
  lines: readonly FindLine[]
  /** Index of the line that Enter opens. */
  chosen: number
  onPoint(index: number): void
  onOpen(line: FindLine): void
}

/** What was found, by kind: hits to open, and the way to all of them in their list. */
export function FindPanel({ id, found, error, lines, chosen, onPoint, onOpen }: Props) {
  useEffect(() => document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: 'nearest' }), [id, chosen])
  const lineProps = (line: FindLine, index: number) => ({
    id: `${id}-${index}`, role: 'option', 'aria-selected': index === chosen,
    onMouseMove: () => { if (index !== chosen) onPoint(index) },
    // The field keeps the focus, so that typing goes on.
    onMouseDown: (event: { preventDefault(): void }) => event.preventDefault(),
    onClick: () => onOpen(line),
  })
  return (
    <div id={id} className="find-panel" role="listbox" aria-label={t('find.results')}>
      {error === null ? null : <p className="find-note is-failure">{failureText(error)}</p>}
      {error === null && found?.groups.length === 0 ? <p className="find-note">{t('find.nothing', { text: found.text })}</p> : null}
      {found?.groups.map(({ kind, count }) => (
        <div key={kind} role="group" aria-label={t('find.group', { kind: t(`kind.${kind}`), count })}>
          <div className="find-head"><strong>{t(`kind.${kind}`)}</strong><span>{count}</span></div>
          {lines.map((line, index) => {
            if (line.kind !== kind) return null
            if (line.hit === null) return <div key="all" className="find-line find-all" {...lineProps(line, index)}>{t('find.all', { count })}</div>
            return <div key={line.hit.id} className="find-line" {...lineProps(line, index)}><Hit kind={kind} hit={line.hit} /></div>
          })}
        </div>
      ))}
    </div>
  )
}

function Hit({ kind, hit: { key, title, others } }: { kind: ListKind; hit: FoundHit }) {
  const isNumbered = kindDefinitions[recordKindOfList[kind]].key !== 'key'
  return (
    <>
      {isNumbered ? <span className="find-key"><Marked {...key} /></span> : null}
      <span className="find-title"><Marked {...title} /></span>
      {others.slice(0, 1).map((text) => <span key={text.field} className="find-other secondary"><span className="find-label">{named(text.label)}</span><Marked {...text} /></span>)}
    </>
  )
}
