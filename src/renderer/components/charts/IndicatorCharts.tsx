import { useCallback, type Ref } from 'react'
import type { ValueStep } from '../../../shared/domain/tileMap/valueSteps'
import { Chart, type ChartHandle } from './Chart'
import { bumpOption, rankOption, shareOption, trendOption, type ChartBar, type SharedBar, type TrendLine } from './chartOptions'
import { tileOption, type ChartTile } from './tileOption'
import type { ChartColours } from './chartColours'

interface Shown { label: string; ref?: Ref<ChartHandle> | undefined }

interface TrendProps extends Shown { periods: readonly string[]; lines: readonly TrendLine[]; decimals: number }

export function TrendChart({ periods, lines, decimals, ...shown }: TrendProps) {
  const draw = useCallback((colours: ChartColours) => trendOption(periods, lines, decimals, colours), [periods, lines, decimals])
  return <Chart draw={draw} {...shown} />
}

/** Places over the years. */
export function BumpChart({ periods, lines, ...shown }: Omit<TrendProps, 'decimals'>) {
  const draw = useCallback((colours: ChartColours) => bumpOption(periods, lines, colours), [periods, lines])
  return <Chart draw={draw} {...shown} />
}

interface BarProps extends Shown { bars: readonly ChartBar[]; decimals: number; onChoose?(index: number): void }

export function RankChart({ bars, decimals, ...shown }: BarProps) {
  const draw = useCallback((colours: ChartColours) => rankOption(bars, decimals, colours), [bars, decimals])
  return <Chart draw={draw} {...shown} />
}

export function ShareChart({ bars, ...shown }: Shown & { bars: readonly SharedBar[] }) {
  const draw = useCallback((colours: ChartColours) => shareOption(bars, colours), [bars])
  return <Chart draw={draw} {...shown} />
}

interface TileProps extends Shown { tiles: readonly ChartTile[]; steps: readonly ValueStep[]; decimals: number; onChoose(index: number): void }

/** The places as shaded squares. */
export function TileMap({ tiles, steps, decimals, ...shown }: TileProps) {
  const draw = useCallback((colours: ChartColours) => tileOption(tiles, steps, decimals, colours), [tiles, steps, decimals])
  return <Chart draw={draw} {...shown} />
}
