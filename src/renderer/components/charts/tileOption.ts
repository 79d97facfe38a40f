import { t } from '../../../shared/text/t'
import { stepOf, type ValueStep } from '../../../shared/domain/tileMap/valueSteps'
import { fontFamily } from '../palette'
import { printFigure } from '../values/printFigure'
import { chartBase, type ChartBar } from './chartOptions'
import type { EChartsCoreOption } from './echartsModules'
import type { ChartColours } from './chartColours'

/**
 * Squares that stand to one another as the places do, shaded by a number. No borders are drawn: this is no map, it needs no
 * licence. The scale is one blue from faint to strong, so that it reads in grey and for every eye; names and numbers stand on
 * the squares themselves.
 */

export interface ChartTile extends ChartBar {
  row: number
  column: number
  /** What stands under the number: its place, or why it has none. */
  note: string
}

export interface Shade { ground: string; ink: string }

/** Low to high on a light ground; on a dark one the high ones shine. Ink on ground is AA on every step. */
const onLight: readonly Shade[] = [
  { ground: '#E6EFFA', ink: '#1F242B' }, { ground: '#BFD5F0', ink: '#1F242B' }, { ground: '#8FB5E3', ink: '#1F242B' }, { ground: '#3B73C0', ink: '#FFFFFF' }, { ground: '#153F85', ink: '#FFFFFF' },
]
const onDark: readonly Shade[] = [
  { ground: '#22324A', ink: '#E4E7EB' }, { ground: '#2C4A75', ink: '#E4E7EB' }, { ground: '#3A67A6', ink: '#FFFFFF' }, { ground: '#7DAEF0', ink: '#10151C' }, { ground: '#C3DBFA', ink: '#10151C' },
]

/** Shades for some steps: few steps are taken from all over the scale. */
export function shadesFor(steps: number, isDark: boolean): Shade[] {
  const scale = isDark ? onDark : onLight
  return Array.from({ length: steps }, (_, step) => scale[steps === 1 ? 2 : Math.round((step * (scale.length - 1)) / (steps - 1))] ?? { ground: '', ink: '' })
}

const gap = 4
const legend = { width: 148, line: 22, swatch: 14 }
/** Squares of these sizes have room for so many lines. */
const roomy = { one: 26, two: 46, three: 66 }

export function tileOption(tiles: readonly ChartTile[], steps: readonly ValueStep[], decimals: number, colours: ChartColours): EChartsCoreOption {
  const shades = shadesFor(steps.length, isDark(colours.surface))
  const shadeOf = (value: number | null): Shade | null => (value === null ? null : (shades[stepOf(steps, value)] ?? null))
  const lines = [...steps.map(({ from, to }, step) => ({ text: from === to ? printFigure(from, decimals) : t('tiles.range', { from: printFigure(from, decimals), to: printFigure(to, decimals) }), shade: shades[step] ?? null })).toReversed(), ...(tiles.some(({ value }) => value === null) ? [{ text: t('tiles.none'), shade: null }] : [])]
  return {
    ...chartBase(colours),
    series: [
      {
        type: 'custom', coordinateSystem: 'none', data: tiles.map((_, index) => index),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Canvas) => {
          const tile = tiles[dataIndex]
          return tile === undefined ? null : square(tile, shadeOf(tile.value), layOut(tiles, api), decimals, colours)
        },
        tooltip: { formatter: ({ dataIndex }: { dataIndex: number }) => tipOf(tiles[dataIndex], decimals) },
      },
      {
        type: 'custom', coordinateSystem: 'none', silent: true, tooltip: { show: false }, data: lines.map((_, index) => index),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: Canvas) => {
          const line = lines[dataIndex]
          return line === undefined ? null : legendLine(line, dataIndex, layOut(tiles, api), colours)
        },
      },
    ],
  }
}

interface Canvas { getWidth(): number; getHeight(): number }

/** Where the squares stand, in pixels. */
interface Layout { left: number; top: number; side: number; legendLeft: number }

function layOut(tiles: readonly ChartTile[], canvas: Canvas): Layout {
  const columns = Math.max(1, ...tiles.map(({ column }) => column + 1))
  const rows = Math.max(1, ...tiles.map(({ row }) => row + 1))
  const [width, height] = [canvas.getWidth() - legend.width - 24, canvas.getHeight() - 16]
  const side = Math.max(10, Math.min(120, Math.floor(Math.min(width / columns, height / rows))))
  const left = Math.max(8, Math.floor((width - side * columns) / 2))
  return { left, top: Math.max(8, Math.floor((canvas.getHeight() - side * rows) / 2)), side, legendLeft: left + side * columns + 24 }
}

function square(tile: ChartTile, shade: Shade | null, { left, top, side }: Layout, decimals: number, colours: ChartColours) {
  const box = { x: left + tile.column * side, y: top + tile.row * side, width: side - gap, height: side - gap }
  const ink = shade?.ink ?? colours.text2
  const [middle, center] = [box.x + box.width / 2, box.y + box.height / 2]
  const lines = linesOf(tile, side, decimals)
  return {
    type: 'group',
    children: [
      {
        type: 'rect', shape: { ...box, r: 3 },
        style: { fill: shade?.ground ?? colours.surface, stroke: tile.isChosen ? colours.text : shade === null ? colours.line2 : shade.ground, lineWidth: tile.isChosen ? 2.5 : 1, ...(shade === null ? { lineDash: [3, 3] } : {}) },
      },
      ...lines.map(({ text, at, size, weight }) => ({
        type: 'text', style: { text, x: middle, y: center + at, fill: ink, align: 'center', verticalAlign: 'middle', fontFamily, fontSize: size, fontWeight: weight, width: box.width - 4, overflow: 'truncate' },
      })),
    ],
  }
}

interface TextLine { text: string; /** Pixels below the middle. */ at: number; size: number; weight: number }

/** Name, number and place where there is room; the number is the last to go. */
function linesOf({ name, value, note }: ChartTile, side: number, decimals: number): TextLine[] {
  const number = printFigure(value, decimals)
  if (side >= roomy.three) return [{ text: name, at: -20, size: 13, weight: 600 }, { text: number, at: 1, size: 15, weight: 600 }, { text: note, at: 21, size: 11, weight: 400 }]
  if (side >= roomy.two) return [{ text: name, at: -8, size: 12, weight: 600 }, { text: number, at: 8, size: 12, weight: 400 }]
  return side >= roomy.one ? [{ text: number, at: 0, size: 11, weight: 600 }] : []
}

function legendLine({ text, shade }: { text: string; shade: Shade | null }, index: number, { legendLeft, top }: Layout, colours: ChartColours) {
  const y = top + index * legend.line
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { x: legendLeft, y: y + (legend.line - legend.swatch) / 2, width: legend.swatch, height: legend.swatch, r: 2 }, style: { fill: shade?.ground ?? colours.surface, stroke: colours.line2, lineWidth: 1, ...(shade === null ? { lineDash: [3, 3] } : {}) } },
      { type: 'text', style: { text, x: legendLeft + legend.swatch + 8, y: y + legend.line / 2, fill: colours.text2, align: 'left', verticalAlign: 'middle', fontFamily, fontSize: 12 } },
    ],
  }
}

function tipOf(tile: ChartTile | undefined, decimals: number): string {
  return tile === undefined ? '' : [tile.name, printFigure(tile.value, decimals), tile.note].filter((part) => part !== '').join('　')
}

/** Whether a ground is darker than middle grey. */
function isDark(colour: string): boolean {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return channels.reduce((sum, channel) => sum + channel, 0) < 384
}
