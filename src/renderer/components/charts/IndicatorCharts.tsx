import { useMemo } from 'react'
import { Chart } from './Chart'
import { rankOption, shareOption, trendOption, type ChartBar, type TrendLine } from './chartOptions'
import { useChartColours } from './useChartColours'

interface TrendProps { label: string; periods: readonly string[]; lines: readonly TrendLine[]; decimals: number }

export function TrendChart({ label, periods, lines, decimals }: TrendProps) {
  const colours = useChartColours()
  const option = useMemo(() => trendOption(periods, lines, decimals, colours), [periods, lines, decimals, colours])
  return <Chart label={label} option={option} />
}

interface BarProps { label: string; bars: readonly ChartBar[]; decimals: number; onChoose?(index: number): void }

export function RankChart({ label, bars, decimals, onChoose }: BarProps) {
  const colours = useChartColours()
  const option = useMemo(() => rankOption(bars, decimals, colours), [bars, decimals, colours])
  return <Chart label={label} option={option} {...(onChoose ? { onChoose } : {})} />
}

export function ShareChart({ label, bars }: Pick<BarProps, 'label' | 'bars'>) {
  const colours = useChartColours()
  const option = useMemo(() => shareOption(bars, colours), [bars, colours])
  return <Chart label={label} option={option} />
}
