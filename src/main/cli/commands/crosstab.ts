import { listKinds } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import { tableValueText } from '../../../shared/text/tableValue'
import { t, textOf } from '../../../shared/text/t'
import { crosstab, type CrosstabAnswer, type CrosstabTable, type ReadCrosstab } from '../../register/crosstab/crosstab'
import { countedRecords } from '../../register/crosstab/countedRecords'
import { exportCrosstab } from '../../register/crosstab/exportCrosstab'
import { officeOf } from '../../register/opened/officeOf'
import type { RegisterSession } from '../../register/opened/session'
import { defineCommand, type Call } from '../command'
import { listOptions, queryOf } from '../listOptions'
import { textTable } from '../textTable'
import { withSession } from '../withSession'

const options = {
  search: listOptions.search, filter: listOptions.filter, period: { type: 'text' },
  rows: { type: 'text', required: true }, columns: { type: 'text', required: true }, split: { type: 'text' }, sum: { type: 'text' }, indicator: { type: 'text' }, out: { type: 'text' },
} as const

/** What people see needs the fields' labels, which are no part of the answer. */
const shownBy = new WeakMap<CrosstabAnswer, ReadCrosstab>()

export const command = defineCommand({
  name: 'crosstab',
  arguments: [{ name: 'kind', choices: listKinds }],
  options,
  run: (call) => withSession(call, (session) => tabulate(session, call)),
  print(answer, call) {
    const read = shownBy.get(answer)
    if (call.options.out !== undefined) return t('crosstab.written', { file: call.options.out })
    if (!read) return ''
    const remarks = answer.noData === undefined ? [] : [t(`noData.${answer.noData}`, { what: textOf(`kind.${answer.kind}`) })]
    return [...answer.tables.map((table) => printed(answer, table, read)), ...remarks].join('\n\n')
  },
})

async function tabulate(session: RegisterSession, call: Call<typeof options>): Promise<Result<CrosstabAnswer>> {
  const query = queryOf({ arguments: call.arguments, options: { ...call.options, sort: [], offset: undefined, limit: undefined, fields: undefined } })
  if (!query.ok) return query
  const { rows, columns, split, sum, period, out } = call.options
  const among = await countedRecords(session, query.value.kind, call.options)
  if (!among.ok) return among
  const counted = await crosstab(session.lists, { query: query.value, rows, columns, split, sum, period, among: among.value }, call.global.today)
  if (!counted.ok) return counted
  const { answer, read, sequence } = counted.value
  shownBy.set(answer, read)
  if (out === undefined) return succeed(answer)
  const office = await officeOf(session)
  const written = await exportCrosstab(answer, read, { path: out, creator: t('app.name'), at: call.global.now(), office, sequence })
  return written.ok ? succeed(answer) : written
}

function printed(answer: CrosstabAnswer, table: CrosstabTable, { dimensions: { rows, columns, split } }: ReadCrosstab): string {
  const header = [rows.field.label, ...answer.columns.map((value) => tableValueText(columns.field, value)), t('crosstab.total')]
  const body = [...table.rows.map(({ value, counts, total }) => [tableValueText(rows.field, value), ...counts, total]), [t('crosstab.total'), ...table.totals, table.total ?? '-']]
  const title = split ? [`${split.field.label}：${table.isWhole ? t('crosstab.all') : tableValueText(split.field, table.split)}`] : []
  return [...title, textTable(header, body)].join('\n')
}
