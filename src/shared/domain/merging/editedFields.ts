import type { Statement, StatedValues } from './statement'

/** Words about one and the same drafting list. */
const listWords = ['_list', '_places', '_position']

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
