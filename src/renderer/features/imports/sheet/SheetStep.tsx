import { LockOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { ImportDetail, ImportJob } from '../../../../shared/bridge/imports'
import { t } from '../../../../shared/text/t'
import { TabStrip } from '../../../components/controls/TabStrip'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { sizeWords } from '../../../../shared/text/sizeWords'
import { locale } from '../../../../shared/text/language'
import { SheetFacts, type SheetWords } from './SheetFacts'
import { SheetTable, type SheetFocus } from './SheetTable'
import { useSheetRows, type RowRange } from './useSheetRows'

interface Props {
  job: ImportJob
  detail: ImportDetail
  sheetIndex: number
  focus: SheetFocus | null
  onSheetIndex(index: number): void
  onFile(words: { district?: string | null; statusDate?: string | null }): void
  onSheet(sheet: number, words: SheetWords): void
  onRemember(isOn: boolean): void
}

/** Step one: the sheets as they look, and what the program makes of them. */
export function SheetStep({ job, detail, sheetIndex, focus, onSheetIndex, onFile, onSheet, onRemember }: Props) {
  const [unfolded, setUnfolded] = useState<{ sheet: number; ranges: readonly RowRange[] }>({ sheet: -1, ranges: [] })
  const own = unfolded.sheet === sheetIndex ? unfolded.ranges : []
  const ranges = focus === null ? own : [...own, aroundRow(focus.row)]
  const view = useSheetRows(job, sheetIndex, ranges)
  const sheet = detail.sheets.find(({ index }) => index === sheetIndex) ?? detail.sheets[0]
  if (!sheet) return <EmptyState text={t('imports.notRead')} />
  return (
    <>
      <section className="import-centre">
        <div className="import-bar">
          <strong className="cut" title={job.file}>{job.file}</strong>
          <span className="secondary">{t('imports.sheetSize', { rows: sheet.rows.toLocaleString(locale()), columns: sheet.width, size: sizeWords(job.sizeBytes) })}</span>
          {own.length === 0 ? null : <button type="button" className="plain link" onClick={() => setUnfolded({ sheet: sheetIndex, ranges: [] })}>{t('imports.collapse')}</button>}
        </div>
        {view === null || view.rows.length === 0 ? (
          <EmptyState text={t('imports.notRead')} />
        ) : (
          <SheetTable
            view={view} headerRows={sheet.headerRows} focus={focus}
            onHeader={(headerRows) => onSheet(sheetIndex, { headerRows })}
            onUnfold={(range) => setUnfolded({ sheet: sheetIndex, ranges: [...own, range] })}
          />
        )}
        <SheetTabs detail={detail} current={sheet.index} onChoose={onSheetIndex} onSheet={onSheet} />
      </section>
      <SheetFacts job={job} detail={detail} sheet={sheet} onFile={onFile} onSheet={onSheet} onRemember={onRemember} />
    </>
  )
}

function aroundRow(row: number): RowRange {
  return [Math.max(1, row - 6), row + 6]
}

function SheetTabs({ detail, current, onChoose, onSheet }: { detail: ImportDetail; current: number; onChoose(index: number): void; onSheet: Props['onSheet'] }) {
  const { sheets } = detail
  const shown = sheets.find(({ index }) => index === current)
  return (
    <TabStrip label={t('received.sheets')} className="sheet-tabs" current={current} onChoose={onChoose} tabs={sheets.map((sheet) => ({ id: sheet.index, text: <SheetName sheet={sheet} file={detail.job.file} /> }))}>
      {sheets.length > 1 && shown ? (
        <label className="sheet-taken"><input type="checkbox" checked={shown.isIncluded} onChange={(event) => onSheet(current, { isIncluded: event.target.checked })} />{t('imports.takeSheet')}</label>
      ) : null}
    </TabStrip>
  )
}

function SheetName({ sheet: { name, state, isIncluded }, file }: { sheet: ImportDetail['sheets'][number]; file: string }) {
  return (
    <>
      {state === 'visible' ? null : <LockOutlined />}
      <span className="cut">{name ?? file}</span>
      {state === 'visible' && !isIncluded ? <span className="secondary">{t('imports.sheetLeftOut')}</span> : null}
      {state === 'visible' ? null : <span className="secondary">{t(isIncluded ? 'imports.hiddenSheetTaken' : 'imports.hiddenSheet')}</span>}
    </>
  )
}
