import { CloseOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { RecordDetail } from '../../../shared/bridge/records'
import { t } from '../../../shared/text/t'
import { callBridge } from '../../bridge/bridgeClient'
import { failureText } from '../../bridge/failureText'
import { FailureBanner } from '../../components/feedback/FailureBanner'
import { printCell } from '../../components/values/printCell'

interface Props {
  /** Record of the current row; null when there is none. */
  id: number | null
  onMove(step: number): void
  onClose(): void
}

/** The record behind the current row: fields, drafting units in order, and the rows of files that support it. */
export function RecordPanel({ id, onMove, onClose }: Props) {
  const record = useQuery({
    queryKey: ['records.get', 'standards', id],
    queryFn: () => callBridge('records.get', { kind: 'standards', id: id ?? 0 }),
    enabled: id !== null,
    placeholderData: keepPreviousData,
  })
  return (
    <aside className="record selectable">
      <div className="record-tools">
        <Button type="text" size="small" icon={<LeftOutlined />} aria-label={t('record.previous')} onClick={() => onMove(-1)} />
        <Button type="text" size="small" icon={<RightOutlined />} aria-label={t('record.next')} onClick={() => onMove(1)} />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t('record.close')} onClick={onClose} />
      </div>
      {id === null ? <p className="record-none secondary">{t('record.none')}</p> : null}
      {id !== null && record.isError ? <FailureBanner text={failureText(record.error)} /> : null}
      {id !== null && record.data !== undefined ? <Detail record={record.data} /> : null}
    </aside>
  )
}

function Detail({ record }: { record: RecordDetail }) {
  const print = (...fields: string[]): string => fields.map((field) => printCell(record.cells[field])).join(' / ')
  const rows = [
    [t('record.kindNature'), print('kind', 'nature')],
    [t('standardField.newOrRevised'), print('newOrRevised')],
    [t('record.publishedEffective'), print('publishedOn', 'effectiveOn')],
    [t('record.ccsIcs'), print('ccs', 'ics')],
    [t('standardField.committee'), print('committee')],
    [t('standardField.replaces'), print('replaces')],
  ] as const
  return (
    <>
      <section className="record-head">
        <h2 className="record-key">
          {record.key}
          <span className="tag">{print('status')}</span>
        </h2>
        <p className="record-title">{print('title')}</p>
      </section>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt className="secondary">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Parties parties={record.parties} />
      <Sources sources={record.sources} historyCount={record.history.length} />
    </>
  )
}

function Parties({ parties }: Pick<RecordDetail, 'parties'>) {
  const local = parties.filter(({ isLocal }) => isLocal).length
  return (
    <section>
      <h2>
        {t('record.units', { count: parties.length, local })}
        <span className="secondary">{t('record.unitOrder')}</span>
      </h2>
      <ol>
        {parties.map(({ position, name, district, isLocal }) => (
          <li key={position} className={isLocal ? 'is-local' : undefined}>
            <span className="record-position">{position}</span>
            <span className="cut" title={name}>{name}</span>
            <span className="secondary">{district ?? (isLocal ? '—' : t('record.outside'))}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Sources({ sources, historyCount }: Pick<RecordDetail, 'sources'> & { historyCount: number }) {
  return (
    <section>
      <h2>
        {t('record.sources', { count: sources.length })}
        <span className="secondary">{t('record.history', { count: historyCount })}</span>
      </h2>
      <ul>
        {sources.map((source) => (
          <li key={`${source.batch}/${source.file}/${source.sheet}/${source.row}`} className="record-source">
            <span className="cut" title={source.file}>{source.file}</span>
            <span>{t('record.sourceRow', { row: source.row })}</span>
            <span className="secondary">{t('record.importedOn', { date: new Date(source.importedAt).toLocaleDateString('sv-SE') })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
