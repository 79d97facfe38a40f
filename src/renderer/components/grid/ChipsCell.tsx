import type { CustomCellRendererProps } from 'ag-grid-react'
import type { GridRow } from './resultSource'

type Cell = GridRow['cells'][string]

/** Several short words in a cell, each by itself; a cell without any reads as every empty one. */
export function ChipsCell({ value, valueFormatted }: CustomCellRendererProps<GridRow, Cell>) {
  if (!Array.isArray(value) || value.length === 0) return valueFormatted
  return <span className="chips">{value.map((word) => <span key={word} className="tag tag-grey">{word}</span>)}</span>
}
