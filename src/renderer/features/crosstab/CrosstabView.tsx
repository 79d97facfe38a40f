import { useEffect, useMemo, useRef, useState } from 'react'
import type { CrosstabQuestion, CrosstabTable } from '../../../shared/bridge/crosstab'
import { t } from '../../../shared/text/t'
import { copyText } from '../../components/copyText'
import type { ChartHandle } from '../../components/charts/Chart'
import { useAnnounce } from '../../components/feedback/announcement'
import { PictureButtons } from '../../components/charts/PictureButtons'
import { usePictures } from '../../bridge/usePictures'
import { amountText, cellSentence, cellTitle, conditionsOf, fieldNotes, kindName } from './cellWords'
import { CellPanel } from './CellPanel'
import { CrossGrid } from './CrossGrid'
import { CrosstabChart } from './CrosstabChart'
import type { CrosstabChoice } from './crosstabChoice'
import { movedCell, type GridCell } from './movedCell'
import { cellAt, columnLabels, decimalsOf, linesOf, wholesOf, type RowOrder } from './tableLines'

export type Shape = 'table' | 'chart'

interface Props {
  table: CrosstabTable
  choice: CrosstabChoice
  question: CrosstabQuestion
  shape: Shape
  /** Label of the indicator whose records are counted. */
  indicator: string | null
  /** Another table has been asked for and is not there yet. */
  isWaiting: boolean
  onStatus(text: string): void
}

/** A counted table as grid or chart, and beside it the records of the current number. */
export function CrosstabView({ table, choice, question, shape, indicator, isWaiting, onStatus }: Props) {
  const [order, setOrder] = useState<RowOrder>(null)
  const [at, setAt] = useState<GridCell>({ line: 0, column: 0 })
  const [isOpen, setOpen] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const chart = useRef<ChartHandle>(null)
  const announce = useAnnounce()
  const pictures = usePictures(announce)
  const lastColumn = table.columns.length
  const lines = useMemo(() => linesOf(table, order === null ? null : Math.min(order, lastColumn)), [table, order, lastColumn])
  const current = shownCell(at, lines, lastColumn)
  const line = lines[current.line]
  const value = line?.values[current.column] ?? null
  const cell = line === undefined ? {} : cellAt(table, line, current.column)
  const title = cellTitle(table, cell)
  const amount = amountText(table, value, decimalsOf(table))
  const conditions = conditionsOf(choice, indicator)

  useEffect(() => onStatus(`${title}　${amount}　　${t('ranking.table.hint')}`), [onStatus, title, amount])

  const copy = (): void => {
    if (line === undefined) return
    const sentence = cellSentence({ table, cell, value, share: choice.share, wholes: wholesOf(table, line, current.column), indicator, today: new Date().toLocaleDateString('sv-SE') }, choice)
    copyText(sentence)
    announce({ text: t('ranking.behind.copied', { text: sentence }) })
  }
  // A second Enter goes on into the list, Escape comes back to the number.
  const open = (next: GridCell): void => {
    if (isOpen && next.line === current.line && next.column === current.column) body.current?.querySelector<HTMLElement>('.figure-panel .row-window')?.focus()
    setAt(next)
    setOpen(true)
  }
  const close = (): void => {
    setOpen(false)
    body.current?.querySelector<HTMLElement>('.cross-grid')?.focus()
  }
  const chartTitle = [kindName(table.kind), columnLabels(table)[current.column] ?? ''].join('　')
  const notes = fieldNotes(table)
  const words = { title: chartTitle, note: [...notes, ...conditions, t('crosstab.note.source', { sequence: table.sequence })].join(t('punctuation.part')) }
  return (
    <div ref={body} className={isWaiting ? 'cross-body is-waiting' : 'cross-body'} aria-busy={isWaiting}>
      {shape === 'table' ? (
        <div className="cross-main">
          <CrossGrid table={table} lines={lines} share={choice.share} order={order === null ? null : Math.min(order, lastColumn)} current={current} onMove={setAt} onOpen={open} onCopy={copy} onEscape={close} onOrder={setOrder} />
          {notes.length === 0 ? null : <p className="cross-notes secondary selectable">{notes.join(t('punctuation.sentence'))}{t('punctuation.sentence')}</p>}
        </div>
      ) : (
        <section className="chart-section cross-chart">
          <header>
            <h2>{chartTitle}</h2>
            <span className="chart-tools"><PictureButtons onSave={() => pictures.save(chart, words)} onCopy={() => pictures.copy(chart, words)} /></span>
          </header>
          <CrosstabChart ref={chart} table={table} lines={lines} current={current} title={chartTitle} onChoose={(next) => setAt({ ...current, line: next })} />
        </section>
      )}
      {isOpen ? <CellPanel question={question} cell={cell} title={title} amount={amount} sequence={table.sequence} onClose={close} onCopy={copy} /> : null}
    </div>
  )
}

/** The number that was looked at, as far as the table still has it. */
function shownCell({ line, column }: GridCell, lines: Parameters<typeof movedCell>[2], lastColumn: number): GridCell {
  const inside = { line: Math.min(line, lines.length - 1), column: Math.min(column, lastColumn) }
  return lines[inside.line]?.kind === 'heading' ? (movedCell(inside, { key: 'ArrowDown', ctrlKey: false }, lines, lastColumn) ?? inside) : inside
}
