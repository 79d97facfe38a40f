import { formField, formOf } from '../../../shared/domain/catalogue/recordForms'
import { listDefinitions, listField, type ListKind } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import { argumentHelp } from '../../../shared/text/helpTexts'
import { t } from '../../../shared/text/t'
import { editFields } from '../../register/records/edit/editFields'
import { badValue } from '../arguments'
import { defineCommand } from '../command'
import { kindOf } from '../listOptions'
import { shownFieldName, namedRecord, recordArguments } from '../namedRecord'
import { printSet } from '../print/printRecord'
import { withRecords } from '../withRecords'

export const command = defineCommand({
  name: 'set',
  arguments: [...recordArguments, { name: 'assignment', isRepeated: true }],
  options: {},
  async run(call) {
    const typed = readAssignments(kindOf(call), call.arguments.slice(2))
    if (!typed.ok) return typed
    return withRecords(call, async (services) => {
      const found = await namedRecord(services, call)
      if (!found.ok) return found
      const { record, list, id } = found.value
      const done = await editFields(services, record, id, typed.value)
      return done.ok ? succeed({ kind: list, key: done.value.key, sequence: done.value.sequence, fields: done.value.fields.map((set) => ({ ...set, field: shownFieldName(list, set.field) })) }) : done
    })
  },
  print: printSet,
})

/** field=value, the field by its name of the list, of the store, or by its heading. */
function readAssignments(kind: ListKind, words: readonly string[]): Result<Record<string, string>> {
  const typed: Record<string, string> = {}
  for (const word of words) {
    const at = word.search(/[=＝]/u)
    const name = at < 1 ? undefined : storedName(kind, word.slice(0, at).trim())
    if (name === undefined) return badValue(argumentHelp.assignment.zh, word, t('cli.expected.assignment', { fields: settable(kind).join('、') }))
    if (Object.hasOwn(typed, name)) return badValue(argumentHelp.assignment.zh, word, t('cli.expected.once'))
    typed[name] = word.slice(at + 1)
  }
  return succeed(typed)
}

function storedName(kind: ListKind, written: string): string | undefined {
  const { record } = listDefinitions[kind]
  // The status is computed; what a person can say of it is what a source would.
  const stored = listField(kind, written)?.stored ?? (written === 'status' && !formField(record, written) ? 'statedStatus' : written)
  if (formField(record, stored)) return stored
  return formOf(record).flatMap(({ fields }) => fields).find(({ label }) => label === written)?.name
}

/** Names of the fields that a person may set, as lists call them. */
function settable(kind: ListKind): string[] {
  return formOf(listDefinitions[kind].record).flatMap(({ fields }) => fields).filter(({ isFixed }) => !isFixed).map(({ name }) => shownFieldName(kind, name))
}
