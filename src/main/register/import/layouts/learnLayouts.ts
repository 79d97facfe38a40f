import { createHash } from 'node:crypto'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import type { ImportJob } from '../session/importJob'
import { senderOf, type Layout, type TaughtAnswer } from './layout'

/** What is to be remembered of a file as it was read: one layout for each of its tables. */
export function layoutsOf(job: ImportJob, by: { at: number; operator: string }): Layout[] {
  const sender = senderOf(job.fileName)
  return [...(job.reading?.sheets.values() ?? [])].flatMap(({ info, context }): Layout[] => {
    if (context === null || context.header.rows.length === 0) return []
    const fieldAt = new Map([...context.mapping.fields].map(([field, { index }]) => [index, field]))
    const columns = context.header.columns.map(({ index, header }) => ({ heading: header, field: fieldAt.get(index) ?? null }))
    return [{
      id: idOf(sender, info.name, columns), fileName: job.fileName, sender, sheet: info.name, kind: context.kind, depth: context.header.rows.length, columns,
      district: job.settings.district, answers: unique(job.taught.flat()), ...by,
    }]
  })
}

/** Words of the header, sheet and sender: the same layout replaces what was remembered of it. */
function idOf(sender: string, sheet: string | null, columns: Layout['columns']): string {
  return createHash('sha256').update([sender, sheet ?? '', ...columns.map(({ heading }) => headingKey(heading))].join('|')).digest('hex').slice(0, 12)
}

/** The last word on each cause and value. */
function unique(answers: readonly TaughtAnswer[]): TaughtAnswer[] {
  return [...new Map(answers.map((taught) => [`${taught.code}|${taught.field}|${taught.value ?? ''}`, taught])).values()]
}
