import { useEffect, useState } from 'react'
import type { RangeSummary } from '../../../../shared/bridge/blocks'
import { t } from '../../../../shared/text/t'
import { locale } from '../../../../shared/text/language'
import type { SelectedRange } from '../../../components/grid/range/rangeActions'
import type { RecordView } from '../recordViews'
import type { RecordList } from '../useRecordList'

/** A selection that is still being drawn is not asked about. */
const settledMs = 120

/**
 * 已选 40 格 · 计数 40 · 求和 1,204 …: of every selected cell, loaded or not.
 *
 * @param version  of the records: another one asks again
 */
export function useRangeSummary(view: RecordView, list: RecordList, range: SelectedRange | null, version: number): string {
  const cells = range === null ? 0 : (range.to - range.from) * range.fields.length
  const [answer, setAnswer] = useState<{ range: SelectedRange; summary: RangeSummary } | null>(null)
  const { opened } = list
  useEffect(() => {
    if (range === null || cells < 2) return undefined
    let isWanted = true
    const timer = setTimeout(() => {
      const handle = opened()?.handle
      if (handle === undefined) return
      void window.bridge.call('lists.summary', { kind: view.kind, handle, from: range.from, to: range.to, fields: [...range.fields] }).then((result) => {
        if (isWanted && result.ok) setAnswer({ range, summary: result.value })
      })
    }, settledMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [view.kind, opened, range, cells, version])
  if (cells < 2) return ''
  return summaryText(cells, answer?.range === range ? (answer?.summary ?? null) : null)
}

/** Numbers to four decimals, as cells show them. */
export function summaryText(cells: number, summary: RangeSummary | null): string {
  const print = (number: number): string => number.toLocaleString(locale(), { maximumFractionDigits: 4 })
  const selected = t('range.selected', { cells: print(cells) })
  if (summary === null) return selected
  const { count, numbers, dates } = summary
  const parts = [selected, t('range.count', { count: print(count) })]
  if (numbers !== null) {
    parts.push(
      t('range.sum', { sum: print(numbers.sum) }), t('range.average', { average: print(numbers.sum / numbers.count) }),
      t('range.least', { least: print(numbers.least) }), t('range.most', { most: print(numbers.most) }),
    )
  }
  if (dates !== null) parts.push(t('range.earliest', { date: dates.least }), t('range.latest', { date: dates.most }))
  return parts.join('　')
}
