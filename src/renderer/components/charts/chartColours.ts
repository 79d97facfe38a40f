import { palette, type Palette } from '../palette'

/** The tokens that charts paint with, as colours: ECharts draws on a canvas, where CSS variables do not reach. */
export type ChartColours = Pick<Palette, 'text' | 'text2' | 'text3' | 'line' | 'line2' | 'accent' | 'surface' | 'raised'>

/** For paper, whatever the window looks like. */
export const lightColours: ChartColours = palette.light
