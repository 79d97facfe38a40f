import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { DocumentRow } from '../../../../shared/bridge/batches'
import { t, textOf } from '../../../../shared/text/t'
import { EmptyState } from '../../../components/feedback/EmptyState'
import { VirtualRows, type VirtualRowsHandle } from '../../../components/rows/VirtualRows'
import { columnLetters } from '../../../../shared/domain/columnLetters'
import { toneOf } from '../importWords'
import { columnWidths } from '../sheet/sheetLayout'
import { VerdictMark } from '../rows/VerdictMark'
import type { DocumentRows } from './useDocumentRows'

interface Props {
  rows: DocumentRows
  /** Another one means another list, which starts at its top. */
  listKey: string
  current: number | null
  /** Place that is brought into view when it changes. */
  shown: number | null
  onChoose(place: number, row: DocumentRow): void
}

const rowHeight = 24
const verdictWidth = 84
const numberWidth = 52
const reasonWidth = 260

/** The sheet as it looks, with the verdict, the reason and the marks of each row; of a long one only what is in view. */
export function DocumentTable({ rows, listKey, current, shown, onChoose }: Props) {
  const list = useRef<VirtualRowsHandle>(null)
  const widths = useStableWidths(rows, listKey)
  const columns = [verdictWidth, numberWidth, reasonWidth, ...widths]
  const template = columns.map((width) => `${width}px`).join(' ')
  const width = columns.reduce((sum, each) => sum + each, 0)
  const { total, row, onVisible } = rows

  useEffect(() => {
    if (shown !== null && total !== null && shown < total) list.current?.show(shown)
  }, [shown, total])

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[event.key]
    if (step === undefined || total === null) return
    event.preventDefault()
    const next = Math.min(Math.max(0, (current ?? -1) + step), total - 1)
    const there = row(next)
    list.current?.show(next)
    if (there) onChoose(next, there)
  }
  if (total === 0) return <EmptyState text={t('batch.noRows')} />
  return (
    <VirtualRows
      ref={list} count={total ?? 0} rowHeight={rowHeight} label={t('imports.batch.file')} resetKey={listKey} current={current} width={width} onVisible={onVisible} onKeyDown={onKeyDown}
      head={(
        <div className="document-line is-head" style={{ gridTemplateColumns: template }} aria-hidden="true">
          <span>{t('imports.verdict')}</span><span>{t('imports.rows.row')}</span><span>{t('batch.reason')}</span>
          {widths.map((_, column) => <span key={columnLetters(column)}>{columnLetters(column)}</span>)}
        </div>
      )}
      renderRow={(place, id) => <DocumentLine key={place} id={id} row={row(place)} template={template} columns={widths.length} isCurrent={place === current} onChoose={(there) => onChoose(place, there)} />}
    />
  )
}

/** As the first page of a list needs them, and so they stay while it is scrolled. */
function useStableWidths({ first, width }: DocumentRows, listKey: string): number[] {
  const [seen, setSeen] = useState<{ key: string; widths: number[] }>({ key: '', widths: [] })
  const fresh = useMemo(() => columnWidths(first, width), [first, width])
  const isNew = first.length > 0 && (seen.key !== listKey || seen.widths.length !== width)
  if (isNew) setSeen({ key: listKey, widths: fresh })
  return isNew ? fresh : seen.widths
}

function DocumentLine({ id, row, template, columns, isCurrent, onChoose }: { id: string; row: DocumentRow | undefined; template: string; columns: number; isCurrent: boolean; onChoose(row: DocumentRow): void }) {
  if (!row) return <div className="document-line is-loading" style={{ gridTemplateColumns: template }} />
  const { verdict, role } = row
  const classes = ['document-line', `is-${role}`, verdict === null ? '' : `has-${verdict}`, isCurrent ? 'is-current' : ''].filter((name) => name !== '').join(' ')
  return (
    <div id={id} role="option" aria-selected={isCurrent} tabIndex={-1} data-row={row.row} className={classes} style={{ gridTemplateColumns: template }} onClick={() => onChoose(row)}>
      <span className="document-verdict">{verdict === null ? <span className="secondary">{role === 'blank' ? '' : textOf(`imports.role.${role}`)}</span> : <VerdictMark tone={toneOf[verdict]} word={textOf(`rowVerdict.${verdict}`)} />}</span>
      <span className="document-number">{row.row}</span>
      <span className="cut secondary" title={row.reason}>{row.reason}</span>
      {Array.from({ length: columns }, (_, column) => <DocumentCell key={column} row={row} letter={columnLetters(column)} text={row.cells[column] ?? ''} />)}
    </div>
  )
}

function DocumentCell({ row, letter, text }: { row: DocumentRow; letter: string; text: string }) {
  const mark = row.marked === letter ? 'is-marked' : row.repaired.includes(letter) ? 'is-repaired' : ''
  return <span className={`cut ${mark}`.trim()} title={text}>{text}</span>
}
