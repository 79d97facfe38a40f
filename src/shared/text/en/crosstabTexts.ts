import type { Spoken } from '../paper'
import type * as zh from '../crosstabTexts'

export const crosstabTexts = {
  'crosstab.sheet': 'Cross table',
  'crosstab.title': '{kind} by {rows} and {columns}',
  'crosstab.unit': 'records',
  'crosstab.empty': '(empty)',
  'crosstab.total': 'Total',
  'crosstab.subtotal': 'Subtotal',
  'crosstab.all': 'All',
  'crosstab.written': 'Wrote {file}',
  'crosstab.note.subtotals': 'A record with several values of a field counts once under each of them, and once in totals and subtotals',
  'crosstab.note.filter': 'Filter: {filters}',
  'crosstab.note.source': 'Source: this register (after change {sequence})',
  'crosstab.share.none': 'Numbers',
  'crosstab.share.row': 'Share of row',
  'crosstab.share.column': 'Share of column',
  'crosstab.share.table': 'Share of total',
  'crosstab.sumOf': 'Sum of {field}',
  'crosstab.countedBy': 'Records counted by “{name}”',
} as const satisfies Spoken<typeof zh.crosstabTexts>
