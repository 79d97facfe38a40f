import type { CrosstabTable } from '../../../shared/bridge/crosstab'
import { printFigure } from '../../components/values/printFigure'
import { sideLabel } from './crosstabChoice'
import type { TableLine } from './tableLines'

/** Pixels of the parts of a grid: names of the lines, each column, the whole behind them, all together. */
export interface ColumnWidths { head: number; column: number; columns: number; whole: number; all: number }

const padding = 17
/** All columns are equally wide, so that any of thousands can be scrolled to. */
const column = { least: 72, most: 176 }
const head = { least: 108, most: 300 }
/** Texts behind the longest ones that were looked at are cut and told in full when pointed at. */
const lookedAt = 400

export function columnWidths(table: CrosstabTable, lines: readonly TableLine[], labels: readonly string[], decimals: number): ColumnWidths {
  const numbers = textWidth(printFigure(Math.max(0, ...table.tables.map(({ total }) => total ?? 0)), decimals))
  const width = within(column, Math.max(numbers, ...labels.slice(0, lookedAt).map(textWidth)) + padding)
  const { kind, dimensions } = table
  const corner = textWidth(sideLabel(kind, dimensions.rows)) + textWidth(sideLabel(kind, dimensions.columns)) + 20
  const first = within(head, Math.max(corner, ...lines.slice(0, lookedAt).map(({ label }) => textWidth(label))) + padding)
  const whole = within(column, numbers + padding)
  const columns = labels.length - 1
  return { head: first, column: width, columns, whole, all: first + columns * width + whole }
}

function within({ least, most }: { least: number; most: number }, wanted: number): number {
  return Math.round(Math.min(most, Math.max(least, wanted)))
}

/** Chinese signs are as wide as they are high; letters and digits a little more than half. */
function textWidth(text: string): number {
  let width = 0
  for (const sign of text) width += sign.charCodeAt(0) > 0x2e80 ? 13 : 7.6
  return width
}
