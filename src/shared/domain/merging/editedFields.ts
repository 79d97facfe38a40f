import type { Values } from '../catalogue/fields'
import type { Hand } from './hand'
import type { Statement, StatedValues } from './statement'

/** Words about one and the same drafting list. */
const listWords = ['_list', '_places', '_position']
/** What a drafting list comes to in the record. */
const listFields = ['drafting', 'listLength', 'listComplete', 'listConflict']

/** Fields that a row states as a person's edit: it comes from an export of the register in which they were otherwise. */
function editedFields({ _edited: edited }: StatedValues): readonly string[] {
  const names = Array.isArray(edited) ? edited.map(String) : []
  return names.some((name) => listWords.includes(name)) ? [...new Set([...names, ...listWords])] : names
}

/** Whether a row tells which of its fields a person has changed in an export. */
export function bearsEdits({ values }: Statement): boolean {
  return values['_edited'] !== undefined && values['_edited'] !== null
}

/**
 * Statements as they count beside edits: what a person has changed in an export and sent back holds like an edit by hand,
 * whoever else speaks of the field, and the latest edit holds before earlier ones. The rest of the row repeats what others said.
 *
 * @param statements  in their order
 */
export function underEdits(statements: readonly Statement[]): readonly Statement[] {
  if (!statements.some(bearsEdits)) return statements
  const lastEdit = new Map<string, Statement>()
  for (const statement of statements) for (const field of editedFields(statement.values)) lastEdit.set(field, statement)
  return statements.map((statement) => {
    const counting = Object.entries(statement.values).filter(([field]) => (lastEdit.get(field) ?? statement) === statement)
    return { ...statement, values: Object.fromEntries(counting) }
  })
}

/**
 * A person's word as it counts beside the edits: one that an export shows already is older than what was changed in that
 * export; one that the person said after the export was made holds.
 */
export function underLaterEdits(hand: Hand, statements: readonly Statement[]): Values {
  const shown = new Map<string, number>()
  for (const { values } of statements) {
    const { _exportedAt: exportedAt } = values
    if (typeof exportedAt !== 'number') continue
    for (const field of recordFieldsOf(editedFields(values))) shown.set(field, Math.max(exportedAt, shown.get(field) ?? 0))
  }
  if (shown.size === 0) return hand.values
  const holds = (field: string): boolean => (hand.since[field] ?? Number.POSITIVE_INFINITY) > (shown.get(field) ?? -1)
  return Object.fromEntries(Object.entries(hand.values).filter(([field]) => holds(field)))
}

/** The fields of a record that words of a row become. */
export function recordFieldsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((word) => (listWords.includes(word) ? listFields : [word]))
}
