import { listDefinitions, type ListFieldType } from '../../../shared/domain/catalogue/listFields'
import type { RecordView } from './recordViews'

/** Fields with few values, which can stand within another. */
const smallTypes: ReadonlySet<ListFieldType> = new Set(['choice', 'choices', 'district', 'districts', 'flag', 'date'])
/** Whose records they are: many values, of which the most frequent are listed. */
const owners: ReadonlySet<string> = new Set(['firstUnit', 'draftingUnits', 'parties', 'owner', 'applicants', 'recipient'])

/** What can stand within another field: the usual ones first; dates count by year, the kind's own date is `year`. */
export function secondGroupFields(view: RecordView): string[] {
  return [...new Set([...view.facets, ...smallFields(view)])]
}

/** What a kind's records can be counted by. */
export function firstGroupFields(view: RecordView): string[] {
  const names = listDefinitions[view.kind].fields.map(({ name }) => name).filter((name) => owners.has(name))
  return [...new Set([...view.facets, ...names, ...smallFields(view)])]
}

function smallFields({ kind }: RecordView): string[] {
  const { fields, yearField } = listDefinitions[kind]
  return fields.filter(({ name, type }) => smallTypes.has(type) && name !== yearField).map(({ name }) => name)
}
