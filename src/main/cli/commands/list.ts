import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import { listKinds, type ListField } from '../../../shared/domain/catalogue/listFields'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import type { FoundList } from '../../register/lists/listService'
import type { ListCell } from '../../register/lists/rowCells'
import type { RegisterSession } from '../../register/opened/session'
import { defineCommand, type Call } from '../command'
import { fieldsOf, listOptions, queryOf } from '../listOptions'
import { textTable } from '../textTable'
import { openToRead } from '../withSession'

type Row = Record<string, ListCell>

interface ListAnswer {
  total: number
  /** Read page by page while they are written; the register is closed behind the last one. */
  rows: AsyncIterable<Row>
}

const pageRows = 500
/** What people get when they name no limit: a screen or two. */
const shownRows = 50

export const list = defineCommand({
  name: 'list',
  arguments: [{ name: 'kind', choices: listKinds }],
  options: listOptions,

  async run(call): Promise<Result<ListAnswer>> {
    const query = queryOf(call)
    if (!query.ok) return query
    const fields = fieldsOf(call)
    if (!fields.ok) return fields
    const session = openToRead(call)
    if (!session.ok) return session
    const found = await session.value.lists.find(query.value, call.global.today)
    if (found.ok) return succeed({ total: found.value.count, rows: readRows(session.value, found.value, fields.value, call) })
    await session.value.close()
    return found
  },

  async print(answer, call) {
    const fields = fieldsOf(call)
    if (!fields.ok) return ''
    const rows: Row[] = []
    for await (const row of answer.rows) rows.push(row)
    if (rows.length === 0) return t('cli.nothing')
    const table = textTable(fields.value.map((field) => field.label), rows.map((row) => fields.value.map((field) => readable(field, row[field.name] ?? null))))
    const summary = rows.length < answer.total ? t('cli.totalShown', { total: answer.total, shown: rows.length }) : t('cli.total', { total: answer.total })
    return `${table}\n${summary}`
  },
})

async function* readRows(session: RegisterSession, found: FoundList, fields: readonly ListField[], call: Call<typeof listOptions>): AsyncGenerator<Row> {
  const from = call.options.offset ?? 0
  const limit = call.options.limit ?? (call.global.json ? found.count : shownRows)
  const to = Math.min(found.count, from + limit)
  try {
    for (let at = from; at < to; at += pageRows) {
      const page = await session.lists.rows(found, at, Math.min(to, at + pageRows), fields, call.global.today)
      for (const row of page) yield row.cells
    }
  } finally {
    await session.close()
  }
}

function readable(field: ListField, cell: ListCell): ListCell {
  const { choices: set } = field
  if (!set || cell === null) return cell
  return Array.isArray(cell) ? cell.map((value) => choiceLabel(set, String(value))) : choiceLabel(set, String(cell))
}
