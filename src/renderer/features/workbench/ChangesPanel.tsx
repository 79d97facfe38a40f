import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import type { ChangedRecord, RecentChange } from '../../../shared/bridge/records'
import { addDays } from '../../../shared/domain/dates/calendar'
import { hasText, t, textOf } from '../../../shared/text/t'
import { named } from '../../../shared/text/named'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { recordLine } from '../../bridge/keyText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { useGoTo } from '../../components/navigation'
import { OpenedPanel } from '../../components/panels/OpenedPanel'
import { recordDestination } from '../../components/records/recordRoute'
import { ChangedText } from '../../components/values/ChangedText'
import { lateMomentText } from '../../components/values/lateMomentText'
import { printFigure } from '../../components/values/printFigure'

type Days = 'today' | 'yesterday' | 'week' | 'month'

interface Props {
  /** Date of the first page. */
  today: string
  onClose(): void
}

/** 改动记录: who did what to the register on the last days, field by field; each record opens. */
export function ChangesPanel({ today, onClose }: Props) {
  const [days, setDays] = useState<Days>('today')
  const range = rangeOf(days, today)
  const found = useQuery({ queryKey: ['records.changes', range], queryFn: () => callBridge('records.changes', range), placeholderData: keepPreviousData })
  const changes = found.data?.changes
  return (
    <OpenedPanel className="worklist changes" title={t('changes.title')} onClose={onClose}>
      <div className="changes-days">
        <Segmented<Days> size="small" aria-label={t('changes.days')} value={days} options={(['today', 'yesterday', 'week', 'month'] as const).map((value) => ({ value, label: t(`changes.${value}`) }))} onChange={setDays} />
      </div>
      {found.isError ? <FailureBanner text={failureText(found.error)} /> : null}
      {changes === undefined || changes.length === 0 ? <p className="panel-none secondary">{changes === undefined ? t('changes.loading') : t('changes.none')}</p> : (
        <ol className="changes-list">{changes.map((change) => <Change key={change.sequence} change={change} />)}</ol>
      )}
      {found.data?.hasMore ? <p className="panel-count secondary">{t('changes.hasMore', { count: found.data.changes.length })}</p> : null}
    </OpenedPanel>
  )
}

function Change({ change }: { change: RecentChange }) {
  const goTo = useGoTo()
  const { batch, records, count } = change
  const moment = lateMomentText(change.at)
  const words = whatOf(change)
  return (
    <li>
      <p className="secondary">{[moment, change.operator].filter((part) => part !== '').join(' · ')}</p>
      {batch === null ? <p>{words}</p> : <button type="button" className="plain link cut" title={words} onClick={() => goTo({ route: 'imports', original: { batch, sheet: null, row: null } })}>{words}</button>}
      {records.map((record) => <Changed key={`${record.kind} ${record.id}`} record={record} />)}
      {count > records.length && records.length > 0 ? <p className="secondary">{t('changes.more', { count: printFigure(count) })}</p> : null}
    </li>
  )
}

function Changed({ record }: { record: ChangedRecord }) {
  const goTo = useGoTo()
  const name = recordLine(record)
  return (
    <div className="changed-record selectable">
      {record.isGone
        ? <p className="cut" title={name}>{name} <span className="secondary">{t('changes.gone')}</span></p>
        : <button type="button" className="plain link cut" title={name} onClick={() => goTo(recordDestination(record.kind, record))}>{name}</button>}
      {record.change === 'updated' && !record.isNote ? null : <p className="secondary">{record.isNote ? t('record.reason.note') : t(`record.reason.edit.${record.change}`)}</p>}
      {record.fields.map(({ label, before, after }) => <ChangedText key={label} label={named(label)} before={before} after={after} />)}
    </div>
  )
}

function whatOf({ reason, file, count, records }: RecentChange): string {
  // What a person does to many records is of one sort.
  const sort = reason === 'edit' ? ([...new Set(records.map(({ change, isNote }) => (isNote ? 'note' : change)))].join() || reason) : reason
  const key = hasText(`changes.${sort}`) ? `changes.${sort}` : `changes.${reason}`
  return hasText(key) ? textOf(key, { file: file ?? '', count: printFigure(count) }) : t('changes.other')
}

function rangeOf(days: Days, today: string): { from: string; to: string } {
  const back = { today: 0, yesterday: 1, week: 6, month: 29 }[days]
  return { from: addDays(today, -back), to: days === 'yesterday' ? addDays(today, -1) : today }
}
