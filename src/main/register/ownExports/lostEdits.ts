import { writeExported, type PlaceWords } from '../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type FieldDefinition, type RecordKind, type Values } from '../../../shared/domain/catalogue/fields'
import { recordFieldsOf } from '../../../shared/domain/merging/editedFields'
import { isDraftingList } from '../../../shared/domain/merging/settleDrafting'
import type { StatedValues } from '../../../shared/domain/merging/statement'
import type { SheetContext } from '../import/kinds/kindJudge'
import { disagreementsOf, type Disagreement } from '../import/pending/disagreements'
import type { PendingRecord, PendingStatement } from '../import/pending/pendingRecord'

/** What a row of an export says against its record: of a field that was edited and does not hold, just that. */
export function disagreementsOfExport(said: PendingStatement, record: PendingRecord, before: Values | null, context: Pick<SheetContext, 'units' | 'districts'>): Disagreement[] {
  const lost = lostEdits(said, record, context.districts.words)
  return [...lost, ...disagreementsOf(said, record, before, context).filter(({ field }) => !lost.some((edit) => edit.field === field))]
}

/**
 * What was edited in an export and does not hold, because a person has set the field in the register: each beside what
 * stands there, both as the export writes them.
 */
function lostEdits({ values: stated }: Pick<PendingStatement, 'values'>, { kind, current, hand }: Pick<PendingRecord, 'kind' | 'current' | 'hand'>, places: PlaceWords): Disagreement[] {
  if (hand === undefined || !Array.isArray(stated._edited)) return []
  const edited = new Set(recordFieldsOf(stated._edited.map(String)))
  return kindDefinitions[kind].fields.flatMap((field): Disagreement[] => {
    if (!edited.has(field.name) || !(field.name in hand.values)) return []
    const [value, kept] = [printed(kind, field, saidOf(field, stated), places), printed(kind, field, current, places)]
    if (value === '' || value === kept) return []
    return [{ field: field.name, code: isLater(hand.since[field.name], stated._exportedAt) ? 'changed_since_export' : 'value_conflict', value, kept }]
  })
}

function isLater(since: number | undefined, exportedAt: StatedValues['_exportedAt']): boolean {
  return typeof exportedAt === 'number' && (since ?? Number.POSITIVE_INFINITY) > exportedAt
}

/** What a row says of a field, in the form of a record's values. */
function saidOf({ name, type }: FieldDefinition, stated: StatedValues): Values {
  const { _list: list, _places: known } = stated
  if (type === 'positions' && isDraftingList(list)) return { [name]: list.names.map((unit, index): [number, string] => [index + 1, unit]), listComplete: list.cut ? 0 : 1 }
  if (type === 'positions' && known) return { [name]: known.places }
  return { [name]: stated[name] } as Values // statement fields without an underscore are record fields
}

function printed(kind: RecordKind, field: FieldDefinition, values: Values, places: PlaceWords): string {
  return String(writeExported(kind, field, values, places) ?? '')
}
