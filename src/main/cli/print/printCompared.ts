import { t } from '../../../shared/text/t'
import type { ComparedGroups } from '../../register/doctor/compareRecords'
import { textTable } from '../textTable'

/** Groups of records that may be one, each as a table with a column a record; fields that differ bear a mark. */
export function printCompared({ groups, total }: ComparedGroups): string {
  if (groups.length === 0) return t('twins.nothing')
  const tables = groups.map(({ fields, records, count }) => {
    const rows = fields.map(({ label, texts, differs }) => [differs ? t('twins.differs') : '', label, ...texts])
    const sources = records.map(({ sources: rowsOf }) => (rowsOf.length === 0 ? t('twins.byHand') : rowsOf.map(({ file, row }) => t('twins.source', { file, row })).join('；')))
    const table = textTable(['', t('twins.field'), ...records.map(({ key }) => key)], [...rows, ['', t('twins.sources'), ...sources]])
    return count > records.length ? `${table}\n${t('twins.more', { count: count - records.length })}` : table
  })
  return `${tables.join('\n\n')}\n\n${t('twins.groups', { count: total })}`
}
