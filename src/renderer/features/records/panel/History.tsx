import { useEffect, useRef, useState } from 'react'
import type { RecordHistoryEntry } from '../../../../shared/bridge/records'
import { hasText, t, textOf } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { momentText } from '../../../components/values/momentText'
import { ChangedText } from '../../../components/values/ChangedText'

/** Who changed what and when, newest first; folded away until asked for here or in the menu of the list (`isAsked`). */
export function History({ entries, isAsked }: { entries: readonly RecordHistoryEntry[]; isAsked: boolean }) {
  const [chosen, setOpen] = useState<boolean | null>(null)
  const isOpen = chosen ?? isAsked
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isAsked) section.current?.scrollIntoView({ block: 'start' })
  }, [isAsked])
  return (
    <section ref={section} aria-label={t('record.historyTitle')}>
      <h2>
        {t('record.historyTitle')}
        <button type="button" className="plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>{t('record.history', { count: entries.length })}</button>
      </h2>
      {isOpen ? <ol>{entries.map((entry) => <Entry key={`${entry.sequence} ${entry.change}`} entry={entry} />)}</ol> : null}
    </section>
  )
}

function Entry({ entry }: { entry: RecordHistoryEntry }) {
  const moment = momentText(entry.at)
  return (
    <li className="history-entry selectable">
      <p className="secondary">{[moment, entry.operator, whatOf(entry)].filter((part) => part !== '').join(' · ')}</p>
      {attachmentLines(entry).map(([label, file]) => <p key={`${label} ${file}`}><span className="secondary">{label}</span> {file}</p>)}
      {entry.attachments.noted.map(({ file, before, after }) => <ChangedText key={file} label={`${t('attachment.historyNoted')} ${file}`} before={before} after={after} />)}
      {entry.fields.map(({ label, before, after }) => <ChangedText key={label} label={named(label)} before={before} after={after} />)}
    </li>
  )
}

function attachmentLines({ attachments }: RecordHistoryEntry): [label: string, file: string][] {
  const { added, removed } = attachments
  return [
    ...added.map((file): [string, string] => [t('attachment.historyAdded'), file]),
    ...removed.map((file): [string, string] => [t('attachment.historyRemoved'), file]),
  ]
}

function whatOf({ reason, change, isNote }: RecordHistoryEntry): string {
  if (isNote) return t('record.reason.note')
  const key = `record.reason.${reason}.${change}`
  return hasText(key) ? textOf(key) : ''
}
