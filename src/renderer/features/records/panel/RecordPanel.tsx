import { CloseOutlined, DeleteOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Tooltip } from 'antd'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { EvidencePlace, RecordDetail } from '../../../../shared/bridge/records'
import { listDefinitions } from '../../../../shared/domain/catalogue/listFields'
import { formOf, type FormGroup } from '../../../../shared/domain/catalogue/recordForms'
import { succeed, type Result } from '../../../../shared/domain/result'
import { hasText, t, textOf } from '../../../../shared/text/t'
import { named } from '../../../../shared/text/named'
import { failureText } from '../../../bridge/failureText'
import { usePlaces } from '../../../bridge/usePlaces'
import { StepButtons } from '../../../components/controls/StepButtons'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { SidePanel } from '../../../components/panels/SidePanel'
import { printValue } from '../printValue'
import { readAnew, recordQuery } from '../recordQuery'
import type { RecordView } from '../recordViews'
import type { RecordChanges } from '../useRecordChanges'
import { Attachments } from './Attachments'
import { Conflicts } from './Conflicts'
import { Evidence } from './Evidence'
import { FieldRow } from './FieldRow'
import { History } from './History'
import { NoteEditor } from './NoteEditor'
import { Parties } from './Parties'
import { useAttachments } from './useAttachments'

/** What says what the record is comes first, then who stands behind it, then the rest. */
const groupsBeforeParties = 2

/** Where a record leads, beside its fields. */
export interface RecordLink {
  text: string
  open(record: RecordDetail): void
}

interface Props {
  view: RecordView
  /** Record of the current row; null when there is none. */
  id: number | null
  width: number
  changes: RecordChanges
  /** Its history was asked for. */
  isHistoryAsked: boolean
  /** Whether no row stands before or after the current one. */
  isFirst: boolean
  isLast: boolean
  onMove(step: number): void
  onClose(): void
  /** The record is gone. */
  onRemoved(): void
  /** Shows the row of the original file. */
  openEvidence: ((source: EvidencePlace) => void) | undefined
  link: RecordLink | undefined
}

/** The record behind the current row: fields in groups, parties in order, the rows of files behind it, and its history. */
export function RecordPanel({ view, id, width, changes, isHistoryAsked, isFirst, isLast, onMove, onClose, onRemoved, openEvidence, link }: Props) {
  const [asked, setAsked] = useState<{ id: number | null; before: number | null }>({ id, before: null })
  if (asked.id !== id) setAsked({ id, before: asked.id })
  const queries = useQueryClient()
  const record = useQuery({
    ...recordQuery(view.kind, id ?? 0),
    enabled: id !== null,
    // The one before stays until this one is here; a record that was deleted is not shown again.
    placeholderData: asked.before === null ? undefined : keepPreviousData,
  })
  const shownId = useRef(id)
  useEffect(() => {
    shownId.current = id
    return () => { shownId.current = null }
  }, [id])
  const remove = async (): Promise<void> => {
    if (id !== null && (await changes.remove(id)) === null) onRemoved()
  }
  const store = async (of: number, field: string, text: string, before: string): Promise<Result<string>> => {
    const refused = await changes.edit(of, field, text, before)
    if (refused !== null) {
      // Nobody looks at the field any more that would show it.
      if (shownId.current !== of) changes.say(refused)
      return refused
    }
    const changed = await readAnew(queries, view.kind, of).catch(() => null)
    return succeed(changed?.fields.find(({ name }) => name === field)?.text ?? text)
  }
  // Another record is drawn in pieces that keys come between; what was changed in the one that is shown is there at once.
  const current = id === null ? undefined : record.data
  const drawn = useDeferredValue(current)
  const latest = current === undefined || drawn?.id === current.id ? current : drawn
  const shown = latest?.kind === view.kind ? latest : null
  return (
    <SidePanel className="record" width={width} label={t('record.panel')}>
      <div className="record-tools">
        {shown === null ? null : (
          <Tooltip title={t('record.delete')}>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('record.delete')} onClick={() => void remove()} />
          </Tooltip>
        )}
        <StepButtons previous={t('record.previous')} next={t('record.next')} isFirst={isFirst} isLast={isLast} onMove={onMove} />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('panel.close')} title={t('panel.close')} onClick={onClose} />
      </div>
      {id === null ? <p className="record-none secondary">{t('record.none')}</p> : null}
      {id !== null && record.isError ? <FailureBanner text={failureText(record.error)} /> : null}
      {shown === null || record.isError ? null : <Detail key={shown.id} view={view} record={shown} changes={changes} onStore={store} isHistoryAsked={isHistoryAsked} openEvidence={openEvidence} link={link} />}
    </SidePanel>
  )
}

interface DetailProps extends Pick<Props, 'view' | 'changes' | 'isHistoryAsked' | 'openEvidence' | 'link'> {
  record: RecordDetail
  /** Gives back what the register made of the text. */
  onStore(id: number, field: string, text: string, before: string): Promise<Result<string>>
}

function Detail({ view, record, changes, onStore, isHistoryAsked, openEvidence, link }: DetailProps) {
  const places = usePlaces()
  const attachments = useAttachments(view.kind, record.id, changes.say)
  const values = new Map(record.fields.map((field) => [field.name, field]))
  const all = formOf(listDefinitions[view.kind].record)
  const groups = all.filter((known) => !isTags(known))
  const group = ({ title, fields }: FormGroup) => (
    <section key={title} aria-label={named(title)}>
      {isTags({ title, fields }) ? null : <h2>{named(title)}</h2>}
      {fields.map((field) => {
        const value = values.get(field.name)
        return value === undefined ? null : (
          <FieldRow
            key={`${record.id} ${field.name}`} field={field} value={value} places={places}
            onStore={(text, before) => onStore(record.id, field.name, text, before)} onWithdraw={() => void changes.withdraw(record.id, field.name)}
          />
        )
      })}
    </section>
  )
  return (
    <>
      <Head view={view} record={record} link={link} />
      {all.filter(isTags).map(group)}
      <Conflicts conflicts={record.conflicts} openEvidence={openEvidence} onTake={(field, text, before) => void changes.edit(record.id, field, text, before)} />
      {groups.slice(0, groupsBeforeParties).map(group)}
      {view.partyWord === undefined ? null : <Parties word={view.partyWord} parties={record.parties} isOrdered={view.kind === 'standards'} />}
      {groups.slice(groupsBeforeParties).map(group)}
      <NoteEditor key={`note ${record.id}`} note={record.note} onStore={(text, day) => changes.note(record.id, text, day)} />
      <Attachments key={`files ${record.id}`} attachments={record.attachments} actions={attachments} />
      <Evidence sources={record.sources} openEvidence={openEvidence} />
      <History entries={record.history} isAsked={isHistoryAsked} />
    </>
  )
}

function isTags({ fields }: FormGroup): boolean {
  return fields.some(({ control }) => control === 'tags')
}

/** Number with its state, title, and in words why the computed values are what they are. */
function Head({ view, record, link }: { view: RecordView; record: RecordDetail } & Pick<Props, 'link'>) {
  const [key, ...title] = view.headline
  const status = record.cells['status']
  return (
    <section className="record-head selectable">
      <h2 className="record-key">
        <span className="cut">{printValue(view.kind, key, record.cells[key])}</span>
        {typeof status === 'string' && status !== '' ? <span className={`tag tag-${toneOf(status)}`}>{printValue(view.kind, 'status', status)}</span> : null}
        {record.note === null ? null : <span className="tag tag-amber">{t('record.toCheck')}</span>}
      </h2>
      <p className="record-title">{title.map((field) => printValue(view.kind, field, record.cells[field])).filter((text) => text !== '—').join(' ')}</p>
      {link === undefined ? null : <button type="button" className="plain link" onClick={() => link.open(record)}>{link.text}</button>}
      {record.reasons.map(({ code, values }) => {
        const text = `why.${code}`
        return hasText(text) ? <p key={code} className="secondary">{textOf(text, values)}</p> : null
      })}
    </section>
  )
}

/** Green holds, amber needs a look soon, grey is over; anything else is only said. */
function toneOf(status: string): 'green' | 'amber' | 'grey' {
  if (['in_force', 'valid', 'in_term'].includes(status)) return 'green'
  return ['upcoming', 'pending', 'renewal_window', 'grace'].includes(status) ? 'amber' : 'grey'
}
