import type { FormSheet } from '../../../../src/shared/domain/filling/formSheet'
import { columnIndex } from '../../../../src/shared/domain/columnLetters'

/** A sheet with these cells by address: texts that begin with = are formulas. */
export function sheetWith(name: string, contents: Readonly<Record<string, string | number>>): FormSheet {
  const cells = Object.entries(contents).map(([address, content]): FormSheet['cells'][number] => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/u.exec(address) ?? []
    const kind = typeof content === 'number' ? 'number' : content.startsWith('=') ? 'formula' : 'text'
    return { row: Number(row), column: columnIndex(letters) ?? 0, rowSpan: 1, colSpan: 1, text: String(content), kind, align: 'left', isBold: false, size: 11, fill: null, hasBorder: true, isWrapped: false }
  })
  return { name, cells, columnWidths: Array.from({ length: 20 }, () => 9), rowHeights: Array.from({ length: 400 }, () => 15), isCut: false }
}
