import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../../../shared/text/t'
import { locale } from '../../../shared/text/language'
import type { RecordView } from './recordViews'
import type { RecordList } from './useRecordList'

interface Props {
  view: RecordView
  tabs: ReactNode
  views: ReactNode
  counts: RecordList['counts']
  isExporting: boolean
  onColumns(): void
  onGroups(): void
  onBin(): void
  onExport(): void
  onBatch(): void
  onNew(): void
}

/** Head of a list: what it is, how many, which view of it, and what can be done with all of it. */
export function ListHead({ view, tabs, views, counts, isExporting, onColumns, onGroups, onBin, onExport, onBatch, onNew }: Props) {
  const isEmpty = !counts?.count
  return (
    <div className="page-head">
      {tabs}
      {counts === null ? <span className="secondary list-count">{' '}</span> : <ListCounts view={view} {...counts} />}
      {views}
      <div className="page-actions">
        <Button onClick={onBin}>{t('records.bin')}</Button>
        <Button onClick={onColumns}>{t('columns.settings')}</Button>
        <Button disabled={isEmpty} onClick={onGroups}>{t('groups.title')}</Button>
        <Button loading={isExporting} disabled={isEmpty} onClick={onExport}>{t('records.export')}</Button>
        <Button disabled={isEmpty} onClick={onBatch}>{t('block.batch')}</Button>
        <Button type="primary" icon={<PlusOutlined />} onClick={onNew}>{t('records.new', { name: view.name })}</Button>
      </div>
    </div>
  )
}

function ListCounts({ view: { unit }, count, total }: { view: RecordView; count: number; total: number }) {
  return (
    <>
      <span className="secondary list-count">{t('records.count', { count: total.toLocaleString(locale()), unit })}</span>
      {count === total ? null : <span className="secondary list-count">{t('records.filtered', { count: count.toLocaleString(locale()), unit })}</span>}
    </>
  )
}
