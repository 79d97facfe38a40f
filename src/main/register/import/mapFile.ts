import { z } from 'zod'
import type { ImportKind } from '../../../shared/domain/catalogue/headings'
import { Refusal } from '../../../shared/domain/result'
import type { Row } from '../../workbook/types'
import { recogniseSheet, type Recognised, type SheetSurroundings } from './recognise'
import { cellText, columnIndex } from './table/cellText'
import type { HeaderColumn } from './table/header'
import { readTitleFacts } from './table/titleFacts'

/** `--map`: `{sheet: {headerRows: [n], fields: {field: column}}}`; text files use the key "" or "*". */
export const mapFileSchema = z.record(z.string(), z.object({ headerRows: z.array(z.number().int().min(0)), fields: z.record(z.string(), z.string()) }))
export type MapFile = z.infer<typeof mapFileSchema>

/**
 * The clerk's own mapping of a sheet: it decides header and columns; the kind is the one asked for, else the best
 * recognised. Null when the map does not speak of the sheet.
 */
export function applyMap(map: MapFile, rows: readonly Row[], around: SheetSurroundings, asked?: ImportKind): Recognised | null {
  const entry = map[around.sheet ?? ''] ?? map['*']
  if (!entry) return null
  const kind = asked ?? recogniseSheet(rows, [], around)[0]?.match.kind
  if (!kind) throw new Refusal('invalid_map', { sheet: around.sheet }, { value: 'as' })
  const headerRows = rows.filter((row) => entry.headerRows.includes(row.row))
  const fields = new Map<string, HeaderColumn>()
  for (const [field, letters] of Object.entries(entry.fields)) {
    const index = columnIndex(letters)
    if (index === null) throw new Refusal('invalid_map', { sheet: around.sheet, column: letters, field })
    const header = [...new Set(headerRows.map((row) => cellText(row.cells[index]).trim()).filter((text) => text !== ''))].join('/')
    fields.set(field, { index, header })
  }
  const columns = [...fields.values()]
  const first = Math.min(...entry.headerRows, ...rows.map((row) => row.row))
  return {
    match: { kind, header: { rows: entry.headerRows, columns }, mapping: { fields, unmapped: [] }, score: fields.size },
    title: readTitleFacts(rows.filter((row) => row.row < first), around.sheet, around.fileName),
  }
}
