import { Select } from 'antd'
import { useCallback, useEffect, useRef, type KeyboardEvent } from 'react'
import { rowVerdicts, type ImportJob, type ImportRow } from '../../../../shared/bridge/imports'
import { t, textOf } from '../../../../shared/text/t'
import { keyText } from '../../../bridge/keyText'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { VirtualRows, type VirtualRowsHandle } from '../../../components/rows/VirtualRows'
import { ComparisonBar } from './ComparisonBar'
import { CorrectionBar } from './CorrectionBar'
import { allRows, toneOf } from '../importWords'
import { RemarkBar } from './RemarkBar'
import { RowNote } from './RowNote'
import { useRowPages, type RowFilterChoice } from './useRowPages'
import { VerdictMark } from './VerdictMark'

interface Props {
  job: ImportJob
  /** Said over the rows: what the clerk must know of all of them. */
  hint: string | null
  filter: RowFilterChoice
  /** Place of the current row in the filtered list. */
  current: number | null
  /** The current row as it was chosen, while its page is asked for again. */
  chosen: ImportRow | null
  onFilter(filter: RowFilterChoice): void
  onCurrent(place: number, row: ImportRow | null): void
  onShowCell(row: ImportRow): void
  onCorrect(row: ImportRow, text: string): void
  onKeep(row: ImportRow, field: string, isForAll: boolean): void
}

const rowHeight = 28

/** Step three: what becomes of each row, and why. */
export function RowsStep({ job, hint, filter, current, chosen, onFilter, onCurrent, onShowCell, onCorrect, onKeep }: Props) {
  const pages = useRowPages(job, filter)
  const list = useRef<VirtualRowsHandle>(null)
  const { row, total } = pages
  useEffect(() => {
    if (current !== null) list.current?.show(current)
  }, [current])
  const shown = current === null ? undefined : (row(current) ?? chosen ?? undefined)
  const choose = useCallback((place: number) => onCurrent(place, row(place) ?? null), [onCurrent, row])
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    choose(Math.min(Math.max(0, (current ?? -1) + step), Math.max(0, (total ?? 1) - 1)))
  }
  return (
    <section className="import-centre">
      <FilterChips job={job} filter={filter} onFilter={onFilter} codes={pages.codes} />
      {hint === null ? null : <p className="import-bar rows-hint" role="status">{hint}</p>}
      <div className="row-line row-head" aria-hidden="true">
        <span>{t('imports.rows.row')}</span><span>{t('imports.verdict')}</span><span>{t('imports.rows.key')}</span><span>{t('imports.rows.title')}</span><span>{t('imports.rows.note')}</span>
      </div>
      {total === 0 ? <EmptyState text={t('imports.rows.empty')} /> : (
        <VirtualRows
          ref={list} count={total ?? 0} rowHeight={rowHeight} label={t('imports.step.rows')} resetKey={`${job.job}|${filter.verdict ?? ''}|${filter.code ?? ''}`} current={current} onVisible={pages.onVisible} onKeyDown={onKeyDown}
          renderRow={(place, id) => <RowLine key={place} id={id} row={row(place)} isCurrent={place === current} onChoose={() => choose(place)} onShowCell={onShowCell} />}
        />
      )}
      {shown?.wrong ? <CorrectionBar key={`${shown.index}|${shown.cell}|${shown.wrong.value}`} row={shown} isBusy={job.state !== 'ready'} onCorrect={onCorrect} onShowCell={onShowCell} /> : null}
      {shown && shown.changes.length > 0 ? <ComparisonBar row={shown} isBusy={job.state !== 'ready'} onKeep={onKeep} /> : null}
      {shown && shown.changes.length === 0 && shown.wrong === null && shown.notices.length > 0 ? <RemarkBar row={shown} /> : null}
    </section>
  )
}

function RowLine({ id, row, isCurrent, onChoose, onShowCell }: { id: string; row: ImportRow | undefined; isCurrent: boolean; onChoose(): void; onShowCell(row: ImportRow): void }) {
  if (!row) return <div className="row-line is-loading" />
  const isOut = row.verdict === 'rejected'
  return (
    <div id={id} role="option" aria-selected={isCurrent} tabIndex={-1} className={`row-line${isCurrent ? ' is-current' : ''}`} onClick={onChoose} onDoubleClick={() => onShowCell(row)}>
      <span className="row-number" title={row.sheetName ?? undefined}>{row.row}</span>
      <VerdictMark tone={toneOf[row.verdict]} word={textOf(`rowVerdict.${row.verdict}`)} />
      <span className={`cut${isOut ? ' is-red' : ''}`} title={keyText(row.key)}>{keyText(row.key)}</span>
      <span className="cut" title={row.title}>{row.title}</span>
      <RowNote row={row} onShowCell={onShowCell} />
    </div>
  )
}

function FilterChips({ job, filter, onFilter, codes }: Pick<Props, 'job' | 'filter' | 'onFilter'> & { codes: readonly { code: string; label: string; count: number }[] }) {
  const present = rowVerdicts.filter((verdict) => (job.verdicts?.[verdict] ?? 0) > 0)
  return (
    <div className="verdict-chips" role="toolbar" aria-label={t('imports.verdict')}>
      <button type="button" className="plain" aria-pressed={filter.verdict === undefined} onClick={() => onFilter({})}>{t('imports.rows.all')} <b>{allRows(job)}</b></button>
      {present.map((verdict) => (
        <button key={verdict} type="button" className="plain" aria-pressed={filter.verdict === verdict} onClick={() => onFilter({ verdict })}>
          <VerdictMark tone={toneOf[verdict]} word={textOf(`rowVerdict.${verdict}`)} /> <b>{job.verdicts?.[verdict] ?? 0}</b>
        </button>
      ))}
      <Select
        size="small" className="reason-choice" aria-label={t('imports.rows.reason')} prefix={t('imports.rows.reason')} value={filter.code ?? ''}
        options={[{ value: '', label: t('imports.rows.all') }, ...codes.map(({ code, label, count }) => ({ value: code, label: `${label} ${count}` }))]}
        onChange={(code: string) => onFilter(code === '' ? {} : { code })} popupMatchSelectWidth={false}
      />
    </div>
  )
}
