import type { Ref } from 'react'
import type { CountingChoice, RankColumn, RankTable } from '../../../../shared/bridge/counting'
import type { ChartHandle } from '../../../components/charts/Chart'

/** What every view draws: one indicator, and in it the row that is looked at. */
export interface ViewProps {
  table: RankTable
  column: RankColumn
  rowIndex: number | null
  choice: CountingChoice
  title: string
  onChoose(rowIndex: number): void
  chart: Ref<ChartHandle>
}
