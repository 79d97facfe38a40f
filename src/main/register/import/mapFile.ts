import { z } from 'zod'
import { columnIndex } from '../../../shared/domain/columnLetters'
import { importKinds, type ImportKind } from '../../../shared/domain/catalogue/headings'
import { Refusal } from '../../../shared/domain/result'
import type { Merge, Row } from '../../workbook/types'
import { recogniseAt, recogniseSheet } from './sheet/recognise'
import { headerAt, mappedAs } from './table/header'
import type { Recognised, SheetSurroundings } from './table/recognised'
import { t } from '../../../shared/text/t'
import { importFieldOf, kindOfFields } from './mapFields'
import type { HeaderColumn } from './table/columnFields'
import { readTitleFacts } from './table/titleFacts'

export const mapEntrySchema = z.object({
  kind: z.enum(importKinds).optional(),
  headerRows: z.array(z.number().int().min(0)).optional(),
  fields: z.record(z.string(), z.string()).optional(),
  /** The sheet stays out. */
  skip: z.boolean().optional(),
})
export type MapEntry = z.output<typeof mapEntrySchema>

/**
 * `--map`: `{sheet: {headerRows: [n], fields: {field: column}}}`; text files use the key "" or "*". What an entry
 * leaves out is recognised as without a map.
 */
export const mapFileSchema = z.record(z.string(), mapEntrySchema)
export type MapFile = z.infer<typeof mapFileSchema>

/** What a map says of a sheet: by its name, else what it says of all. */
export function entryOf(map: MapFile, sheet: string | null): MapEntry | undefined {
  return map[sheet ?? ''] ?? map['*']
}

/**
 * The clerk's own word about a sheet: it decides header, columns and kind as far as it speaks of them.
 * Null when the map does not speak of the sheet, or when nothing is recognised where it is silent.
 */
export function applyMap(map: MapFile, rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings, asked?: ImportKind): Recognised | null {
  const entry = entryOf(map, around.sheet)
  if (!entry) return null
  const { headerRows, fields } = entry
  const wanted = entry.kind ?? asked
  const recognised = headerRows && headerRows.length > 0 ? recogniseAt(headerRows, rows, merges, around, wanted) : recogniseSheet(rows, merges, around, wanted)
  if (!fields) return recognised[0] ?? null
  const kind = wanted ?? kindOfFields(Object.keys(fields)) ?? recognised[0]?.match.kind ?? recogniseSheet(rows, merges, around)[0]?.match.kind
  if (!kind) throw new Refusal('invalid_map', { sheet: around.sheet }, { reason: t('import.mapNeedsKind') })
  return withColumns(kind, fields, headerRows ?? recognised[0]?.match.header.rows ?? [], rows, merges, around)
}

function withColumns(kind: ImportKind, letters: Readonly<Record<string, string>>, headerRows: readonly number[], rows: readonly Row[], merges: readonly Merge[], around: SheetSurroundings): Recognised {
  const header = headerRows.length > 0 ? headerAt(headerRows, rows, merges) : { rows: [], columns: [] }
  const fields = new Map<string, HeaderColumn>()
  for (const [field, letter] of Object.entries(letters)) {
    const index = columnIndex(letter)
    if (index === null) throw new Refusal('invalid_map', { sheet: around.sheet, column: letter, field }, { reason: t('import.mapColumn', { field, value: letter }) })
    fields.set(importFieldOf(kind, field), header.columns.find((column) => column.index === index) ?? { index, header: '' })
  }
  const first = Math.min(...headerRows, ...rows.map((row) => row.row))
  return {
    match: mappedAs({ kind, header: { ...header, rows: [...headerRows] } }, fields),
    title: readTitleFacts(rows.filter((row) => row.row < first), around.sheet, around.fileName),
  }
}
