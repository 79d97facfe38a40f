import { listDefinitions, listField, listKinds, type ListField, type ListKind } from '../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../shared/domain/result'
import { t } from '../../shared/text/t'
import type { ListQuery } from '../register/lists/listQuery'
import { unknownField } from '../register/lists/planList'
import { badValue } from './arguments'
import type { Call, OptionTable } from './command'

/** Options that `list` and `export` share. */
export const listOptions = {
  search: { type: 'text' },
  filter: { type: 'list' },
  sort: { type: 'list' },
  offset: { type: 'whole', min: 0 },
  limit: { type: 'whole', min: 0 },
  fields: { type: 'text' },
} as const satisfies OptionTable

export type ListCall = Pick<Call<typeof listOptions>, 'options' | 'arguments'>

export function kindOf(call: Pick<Call, 'arguments'>): ListKind {
  const kind = listKinds.find((known) => known === call.arguments[0])
  if (!kind) throw new Error('the command declares its kinds') // arguments.ts has checked the word
  return kind
}

/** The query of a call; unknown fields and values are judged by the list itself. */
export function queryOf(call: ListCall): Result<ListQuery> {
  const { search = '', filter, sort } = call.options
  const filters: { field: string; values: string[] }[] = []
  for (const written of filter) {
    const at = written.indexOf('=')
    if (at < 1) return badValue('--filter', written, t('cli.expected.filter'))
    filters.push({ field: written.slice(0, at).trim(), values: written.slice(at + 1).split(/[,，]/) })
  }
  const keys: { field: string; descending: boolean }[] = []
  for (const written of sort.flatMap((value) => value.split(','))) {
    const [field = '', direction = 'asc', more] = written.trim().split(':')
    if (more !== undefined || (direction !== 'asc' && direction !== 'desc')) return badValue('--sort', written, t('cli.expected.sort'))
    keys.push({ field, descending: direction === 'desc' })
  }
  return succeed({ kind: kindOf(call), search, asWritten: true, filters, sort: keys })
}

/** The fields that a call asks for; by default all of cli.md. */
export function fieldsOf(call: ListCall): Result<readonly ListField[]> {
  const kind = kindOf(call)
  const written = call.options.fields
  if (written === undefined) return succeed(listDefinitions[kind].fields.filter((field) => !field.extra))
  const fields: ListField[] = []
  for (const name of written.split(/[,，]/).map((word) => word.trim())) {
    const field = listField(kind, name)
    if (!field) return unknownField(kind, '--fields', name)
    if (!fields.includes(field)) fields.push(field)
  }
  return succeed(fields)
}
