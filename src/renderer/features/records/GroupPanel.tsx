import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useId, useState } from 'react'
import type { Groups, ListFilter } from '../../../shared/bridge/lists'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { OpenedPanel } from '../../components/panels/OpenedPanel'
import { withFilter } from './filters'
import { firstGroupFields, secondGroupFields } from './groupFields'
import { printValue } from './printValue'
import { fieldTitle, type RecordView } from './recordViews'

interface Props {
  view: RecordView
  width: number
  search: string
  filters: readonly ListFilter[]
  /** Of the list: its counts hold as long as it does. Null before its first answer. */
  sequence: number | null
  onChange(filters: readonly ListFilter[]): void
  /** A cross table of the listed records. */
  onCrosstab(): void
  onClose(): void
}

/** 分组计数: how many of the listed records each value of a field has, and each of another within it; a line narrows the list to its records. */
export function GroupPanel({ view, width, search, filters, sequence, onChange, onCrosstab, onClose }: Props) {
  const [firstId, secondId] = [useId(), useId()]
  const fields = firstGroupFields(view)
  const [first, setFirst] = useState(() => usualField(fields, filters))
  const [second, setSecond] = useState('')
  const by = second === '' || second === first ? [first] : [first, second]
  const counted = useQuery({
    queryKey: ['lists.groups', view.kind, search, filters, by, sequence],
    // What was counted by goes with the counts: those of another field stay until the new ones are there.
    queryFn: async () => ({ by, ...(await callBridge('lists.groups', { query: { kind: view.kind, search, filters: [...filters] }, by })) }),
    enabled: sequence !== null,
    placeholderData: keepPreviousData,
  })
  const options = (names: readonly string[]) => names.map((name) => ({ value: name, label: fieldTitle(view, name) }))
  const narrow = (chosen: readonly ListFilter[]): void => onChange(chosen.reduce<readonly ListFilter[]>((narrowed, filter) => withFilter(narrowed, filter), filters))
  return (
    <OpenedPanel className="record groups" title={t('groups.title')} width={width} onClose={onClose}>
      <section className="groups-by">
        <label className="secondary" htmlFor={firstId}>{t('groups.by')}</label>
        <Select id={firstId} size="small" value={first} options={options(fields)} onChange={setFirst} />
        <label className="secondary" htmlFor={secondId}>{t('groups.within')}</label>
        <Select id={secondId} size="small" value={second} options={[{ value: '', label: t('groups.none') }, ...options(secondGroupFields(view).filter((name) => name !== first))]} onChange={setSecond} />
        <button type="button" className="plain link" onClick={onCrosstab}>{t('groups.crosstab')}</button>
      </section>
      {counted.isError ? <FailureBanner text={failureText(counted.error)} /> : null}
      {counted.data === undefined ? null : <GroupList view={view} groups={counted.data} onChoose={narrow} />}
    </OpenedPanel>
  )
}

/** By district first, but not by what the list is narrowed to one value of: that is one group. */
function usualField(fields: readonly string[], filters: readonly ListFilter[]): string {
  const open = fields.filter((name) => !filters.some(({ field, values }) => field === name && values.length === 1))
  return open.includes('district') ? 'district' : (open[0] ?? fields[0] ?? 'year')
}

interface ListProps {
  view: RecordView
  groups: Groups & { by: readonly string[] }
  /** Gets what the records of a line have in common, field by field. */
  onChoose(filters: readonly ListFilter[]): void
}

function GroupList({ view, groups: { by, total, distinct, groups }, onChoose }: ListProps) {
  const count = (number: number): string => number.toLocaleString(locale())
  const [first = '', second = ''] = by
  const filterBy = (field: string, value: string): ListFilter => ({ field, values: [value] })
  const hidden = distinct - groups.length
  return (
    <section>
      <p className="secondary">{t('groups.summary', { count: count(total), unit: view.unit, groups: count(distinct) })}</p>
      <ul>
        {groups.map((group) => (
          <li key={group.value}>
            <GroupLine text={wordsOf(view, first, group.value)} count={count(group.count)} onChoose={() => onChoose([filterBy(first, group.value)])} />
            {group.parts.length === 0 ? null : (
              <ul className="group-parts">
                {group.parts.map((part) => (
                  <li key={part.value}><GroupLine text={wordsOf(view, second, part.value)} count={count(part.count)} onChoose={() => onChoose([filterBy(first, group.value), filterBy(second, part.value)])} /></li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 ? <p className="secondary">{t('groups.more', { count: count(hidden) })}</p> : null}
    </section>
  )
}

function GroupLine({ text, count, onChoose }: { text: string; count: string; onChoose(): void }) {
  return (
    <button type="button" className="plain group-line" aria-label={t('groups.choose', { text, count })} onClick={onChoose}>
      <span className="cut" title={text}>{text}</span>
      <span className="group-count">{count}</span>
    </button>
  )
}

function wordsOf(view: RecordView, field: string, value: string): string {
  return value === '' ? t('filter.empty') : printValue(view.kind, field, value)
}
