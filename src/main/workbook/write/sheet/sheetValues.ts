import { columnLetters } from '../../../../shared/domain/columnLetters'
import type { FormCanvas, GridCell } from '../form/formGrid'
import { layOutForm } from '../form/formSheet'
import type { FormSheet, TextSheet } from '../form/formTypes'
import { claimSheetName } from './sheetName'
import { layOutText } from './textSheet'

/** What stands in the cells of one sheet, by address (C6); blank cells are left out. */
export type SheetValues = ReadonlyMap<string, string | number>

/** What `writeForms` writes for these sheets, by the names it gives them: through the same calls, so that it equals the file. */
export function sheetValues(sheets: readonly (FormSheet | TextSheet)[]): Map<string, SheetValues> {
  const taken = new Set<string>()
  return new Map(sheets.map((sheet) => {
    const canvas = new ValueCanvas()
    if (sheet.kind === 'form') layOutForm(sheet, canvas)
    else layOutText(sheet, canvas)
    return [claimSheetName(sheet.name, taken), canvas.values]
  }))
}

class ValueCanvas implements FormCanvas {
  rowCount = 0
  readonly values = new Map<string, string | number>()

  addRow(cells: readonly (GridCell | undefined)[]): void {
    this.rowCount++
    cells.forEach((cell, column) => {
      const value = cell?.value ?? ''
      if (value !== '') this.values.set(`${columnLetters(column)}${this.rowCount}`, value)
    })
  }

  // Values stand in the first cell of a merged range, and nothing in the others.
  merge(): void {}
}
