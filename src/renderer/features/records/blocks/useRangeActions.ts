import { useEffect, useMemo, useRef } from 'react'
import type { BlockRequest } from '../../../../shared/bridge/blocks'
import { t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import { failureText } from '../../../bridge/failureText'
import { useAnnounce } from '../../../components/feedback/announcement'
import { toHtmlTable, toTabText, type CopiedCell } from '../../../components/grid/range/clipboardText'
import type { FillWay, RangeActions, SelectedRange } from '../../../components/grid/range/rangeActions'
import type { GridRow } from '../../../components/grid/resultSource'
import { fieldTitle, type RecordView } from '../recordViews'
import type { RecordList } from '../useRecordList'
import { copiedRows, mostCopiedCells } from './copiedCells'
import { continued, repeated, repeatedAcross } from './fillTexts'
import { copyTable } from './clipboard'
import type { BlockWish } from './useBlocks'

const pageRows = 1_000

export interface ListRangeActions extends Required<Omit<RangeActions, 'menu'>> {
  copyWithHeadings(range: SelectedRange): void
}

/** What can be done with ranges of a list: everything reads and writes through the register, loaded or not. */
export function useRangeActions(view: RecordView, list: RecordList, run: (wish: BlockWish) => Promise<void>): ListRangeActions {
  const announce = useAnnounce()
  const latest = useRef({ list, run })
  useEffect(() => { latest.current = { list, run } })
  return useMemo(() => {
    const opened = (): number | null => latest.current.list.opened()?.handle ?? null

    /** The rows of a range, page after page; null when there are too many cells, which is said. */
    async function rowsOf(range: SelectedRange, tooMany: (cells: string, limit: string) => string): Promise<CopiedCell[][] | null> {
      const handle = opened()
      const cells = (range.to - range.from) * range.fields.length
      if (handle === null || cells === 0) return null
      if (cells > mostCopiedCells) {
        announce({ text: tooMany(cells.toLocaleString(locale()), mostCopiedCells.toLocaleString(locale())), isFailure: true })
        return null
      }
      const rows: GridRow[] = []
      for (let at = range.from; at < range.to; at += pageRows) rows.push(...await latest.current.list.source.page(handle, at, Math.min(range.to, at + pageRows)))
      return copiedRows(view, rows, range.fields)
    }

    async function copy(range: SelectedRange, hasHeadings: boolean): Promise<void> {
      const rows = await rowsOf(range, (cells, limit) => t('range.copyLimit', { cells, limit }))
      if (rows === null) return
      const all = hasHeadings ? [range.fields.map((field) => ({ text: fieldTitle(view, field) })), ...rows] : rows
      if (!(await copyTable(toTabText(all), toHtmlTable(all)))) {
        announce({ text: t('range.notCopied'), isFailure: true })
        return
      }
      announce({ text: t('range.copied', { rows: rows.length.toLocaleString(locale()), columns: range.fields.length }) })
    }

    function write(title: string, range: SelectedRange, texts: string[][], more: Partial<BlockWish> = {}): void {
      const handle = opened()
      if (handle === null) return
      const edit: BlockRequest = { kind: view.kind, handle, from: range.from, to: range.to, fields: [...range.fields], texts }
      said(latest.current.run({ title, edit, isSmall: ({ changed }) => changed <= 1, ...more }))
    }

    async function fill(source: SelectedRange, target: SelectedRange, { isBackwards, goesOn }: FillWay): Promise<void> {
      const rows = await rowsOf(source, (cells, limit) => t('range.sourceLimit', { cells, limit }))
      if (rows === null) return
      const texts = rows.map((row) => row.map(({ text }) => text))
      const isAcross = source.from === target.from && source.to === target.to && source.fields[0] !== target.fields[0]
      const series = goesOn && !isAcross ? continued(texts, target, isBackwards) : null
      const remarks = series === null ? [] : [t('block.series')]
      write(t('block.fill'), target, series ?? (isAcross ? repeatedAcross(texts, target.fields.length, isBackwards) : repeated(texts, target, isBackwards)), { remarks })
    }

    function said(work: Promise<void>): void {
      work.catch((error: unknown) => announce({ text: failureText(error), isFailure: true }))
    }

    return {
      copy: (range) => said(copy(range, false)),
      copyWithHeadings: (range) => said(copy(range, true)),
      paste(block, target, cut) {
        const remarks = [
          ...(cut.rows > 0 ? [t('block.cutRows', { count: cut.rows.toLocaleString(locale()) })] : []),
          ...(cut.columns > 0 ? [t('block.cutColumns', { count: cut.columns })] : []),
        ]
        const width = target.fields.length
        write(t('block.paste'), target, block.slice(0, target.to - target.from).map((row) => row.slice(0, width)), { remarks })
      },
      clear: (range) => write(t('block.clear'), range, [['']], { isSmall: ({ records }) => records <= 1 }),
      fillText: (range, text) => write(t('block.fill'), range, [[text]]),
      fill: (source, target, way) => said(fill(source, target, way)),
    }
  }, [announce, view])
}
