import { kindDefinitions, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { writeExported, type PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import type { Cell } from '../../../workbook/types'
import { shownText } from '../table/cellText'
import { oldValues } from '../../evidence/recordDifference'

const longestShown = 300

/** {@link shownText}, cut to what a preview can use. */
export function shownCell(cell: Cell | undefined, base1904: boolean): string {
  return shorten(shownText(cell, base1904), longestShown)
}

/** A copy of the beginning: a slice would keep the whole text alive. */
export function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : Buffer.from(`${text.slice(0, limit - 1)}…`).toString()
}

export interface FieldChange { field: string; label: string; from: string; to: string }

/** The fields in which two states of a record differ, as exports of the register print them. */
export function fieldChanges(kind: RecordKind, before: Values, after: Values, places: PlaceWords): FieldChange[] {
  const changed = oldValues(before, after)
  return kindDefinitions[kind].fields.filter((field) => Object.hasOwn(changed, field.name)).map((field) => ({
    field: field.name,
    label: field.label,
    from: printed(writeExported(kind, field, before, places)),
    to: printed(writeExported(kind, field, after, places)),
  }))
}

function printed(value: string | number | null): string {
  return value === null ? '' : shorten(String(value), longestShown)
}
