import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { PeriodTable, SeriesPart } from '../../../../shared/bridge/counting'
import { named } from '../../../../shared/text/named'
import { t } from '../../../../shared/text/t'
import { callBridge } from '../../../bridge/bridgeClient'
import { failureText } from '../../../bridge/failureText'
import { useAnnounce } from '../../../components/feedback/announcement'
import { FailureBanner } from '../../../components/feedback/FailureBanner'
import { printFigure, printGrowth } from '../../../components/values/printFigure'
import { problemText } from '../countingWords'
import type { ViewProps } from './viewProps'

type Choice = Pick<ViewProps, 'column' | 'choice'>

/** The indicator with the period before, a year before, the sums to the period's end and the shares, row by row. */
export function PeriodsView({ table, column, rowIndex, choice }: ViewProps) {
  const question = { indicator: column.indicator, choice }
  const { data, error } = useQuery({ queryKey: ['counting.periods', question, table.sequence], queryFn: () => callBridge('counting.periods', question), placeholderData: keepPreviousData })
  const exporting = usePeriodsExport({ column, choice }, table.periodText)
  const chosen = rowIndex === null ? (data?.rows.length ?? 0) - 1 : (data?.rows ?? []).findIndex(({ name }) => name === table.rows[rowIndex]?.name)
  const failure = error ?? exporting.error
  return (
    <div className="lapse-view">
      <div className="lapse-head">
        <span className="secondary cut">{column.problem === null ? t('series.hint') : problemText(column.problem)}</span>
        <Button type="link" size="small" loading={exporting.isPending} onClick={() => exporting.mutate()}>{t('series.export')}</Button>
      </div>
      {failure === null ? null : <FailureBanner text={failureText(failure)} />}
      {data === undefined ? null : (
        <div className="lapse-scroll periods-scroll" role="region" aria-label={t('ranking.chart.periods')} tabIndex={0}>
          <table className="lapse-table periods-table selectable">
            <thead>
              <tr>
                <th scope="col">{t('ranking.district')}</th>
                {data.columns.map(({ part, name, days }) => <th key={part} scope="col">{name}{days === null ? null : <small>{days}</small>}</th>)}
              </tr>
            </thead>
            <tbody>{data.rows.map((row, at) => <PeriodRow key={row.name} row={row} columns={data.columns} decimals={column.decimals} isChosen={at === chosen} isWhole={at === data.rows.length - 1} />)}</tbody>
          </table>
        </div>
      )}
    </div>
  )
}

interface RowProps { row: PeriodTable['rows'][number]; columns: PeriodTable['columns']; decimals: number; isChosen: boolean; isWhole: boolean }

function PeriodRow({ row, columns, decimals, isChosen, isWhole }: RowProps) {
  return (
    <tr className={[isChosen ? 'is-chosen' : '', isWhole ? 'is-whole' : ''].join(' ').trim() || undefined}>
      <th scope="row">{named(row.name)}</th>
      {columns.map(({ part }, at) => <td key={part}>{printCell(part, row.cells[at] ?? '-', decimals)}</td>)}
    </tr>
  )
}

function printCell(part: SeriesPart, cell: number | string, decimals: number): string {
  if (typeof cell === 'number') return printFigure(cell, decimals)
  if (cell === '-') return printFigure(null)
  return part === 'share' || part === 'shareBefore' ? cell : printGrowth(cell)
}

/** Asks where, then writes the table with its rules there. */
function usePeriodsExport({ column, choice }: Choice, period: string) {
  const announce = useAnnounce()
  return useMutation({
    mutationFn: async () => {
      const { file } = await callBridge('shell.saveWorkbook', { name: t('series.fileName', { period, label: column.label }) })
      return file === null ? null : callBridge('counting.exportPeriods', { indicator: column.indicator, choice, file })
    },
    onSuccess: (done) => { if (done !== null) announce({ text: t('ranking.exported', { file: done.file }), file: done.file }) },
  })
}
