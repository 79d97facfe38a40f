import { kindDefinitions, type FieldDefinition } from '../../../shared/domain/catalogue/fields'
import { listDefinitions, listKinds } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { exportList } from '../../register/lists/exportList'
import type { RegisterSession } from '../../register/opened/session'
import { badValue } from '../arguments'
import { defineCommand, type Call } from '../command'
import { fieldsOf, kindOf, listOptions, queryOf } from '../listOptions'
import { withSession } from '../withSession'

const options = { ...listOptions, out: { type: 'text', required: true } } as const

export const command = defineCommand({
  name: 'export',
  arguments: [{ name: 'kind', choices: listKinds }],
  options,
  run: (call) => withSession(call, (session) => writeRows(session, call)),
  print: ({ rows, file }) => t('export.done', { rows, file }),
})

async function writeRows(session: RegisterSession, call: Call<typeof options>): Promise<Result<{ rows: number; file: string }>> {
  const query = queryOf(call)
  if (!query.ok) return query
  const columns = columnsOf(call)
  if (!columns.ok) return columns
  const found = await session.lists.find(query.value, call.global.today)
  if (!found.ok) return found
  const { offset = 0, limit = found.value.count, out } = call.options
  const written = await exportList(session, found.value, {
    fields: columns.value, path: out, from: offset, to: Math.min(found.value.count, offset + limit), creator: call.global.operator ?? '', at: call.global.now(), places: session.places.words,
    onProgress: progressEvery(call, 20_000),
  })
  return written.ok ? succeed({ rows: written.value.rows, file: out }) : written
}

/** Every stored field, or the key and those asked for; what is only computed has no place in a file that imports again. */
function columnsOf(call: Call<typeof options>): Result<readonly FieldDefinition[]> {
  const definition = kindDefinitions[listDefinitions[kindOf(call)].record]
  if (call.options.fields === undefined) return succeed(definition.fields)
  const asked = fieldsOf(call)
  if (!asked.ok) return asked
  const computed = asked.value.find((field) => field.stored === undefined)
  if (computed) return badValue('--fields', computed.name, t('cli.expected.stored'))
  return succeed(definition.fields.filter(({ name }) => name === definition.key || asked.value.some((field) => field.stored === name)))
}

function progressEvery(call: Call<typeof options>, step: number): (rows: number, total: number) => void {
  let shown = 0
  return (rows, total) => {
    if (rows - shown < step) return
    shown = rows
    call.progress(t('export.progress', { rows, total }))
  }
}
