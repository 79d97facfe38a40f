import type { SheetContext } from '../kinds/kindJudge'
import { importFieldOf } from '../mapFields'
import type { Disagreement } from '../pending/disagreements'
import type { RowReader } from './rowReader'

/**
 * Notes what a row says against others at the cell that says it.
 *
 * @param keyField  where to say it when the table has no column of the field
 */
export function sayDisagreements(reader: RowReader, context: SheetContext, keyField: string, found: readonly Disagreement[]): void {
  for (const { field, code, value, kept } of found) {
    const printed = field === 'district' ? [value, kept].map((district) => context.districts.nameOf(district)) : [value, kept]
    reader.notice(columnFieldOf(reader, context, field) ?? keyField, code, ...printed)
  }
}

/** The column in which the row speaks of a record's field; a unit's own place stands for the list. */
function columnFieldOf(reader: RowReader, context: SheetContext, field: string): string | undefined {
  const names = [importFieldOf(context.kind, field), `@${field}`, ...(field === 'draftingUnits' ? ['unitRank'] : [])]
  return names.find((name) => reader.has(name))
}
