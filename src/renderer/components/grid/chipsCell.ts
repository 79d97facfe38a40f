import type { ICellRendererParams } from 'ag-grid-community'
import type { GridRow } from './resultSource'

type Cell = GridRow['cells'][string]

/** Several short words in a cell, each by itself; a cell without any reads as every empty one. */
export function chipsCell({ value, valueFormatted }: ICellRendererParams<GridRow, Cell>): HTMLElement {
  const cell = document.createElement('span')
  if (!Array.isArray(value) || value.length === 0) {
    cell.textContent = valueFormatted ?? '' // an element: the grid takes a text for HTML
    return cell
  }
  cell.className = 'chips'
  cell.append(...value.map((word) => {
    const chip = document.createElement('span')
    chip.className = 'tag tag-grey'
    chip.textContent = String(word)
    return chip
  }))
  return cell
}
