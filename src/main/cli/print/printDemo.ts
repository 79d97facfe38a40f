import { formDefinition } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, isIndicatorName } from '../../../shared/domain/catalogue/indicators'
import { t, textOf } from '../../../shared/text/t'
import type { ImportAnswer } from '../../register/import/answer'
import type { RankAnswer } from '../../register/ranking/rankAnswer'
import type { ReportAnswer } from '../../register/reports/produceReport'
import { textTable } from '../textTable'
import { typedAs } from '../typedAs'

/** What was done, in the order in which it was done. */
export function printDemo({ register, imports, rankings, reports }: { register: string; imports: ImportAnswer[]; rankings: RankAnswer[]; reports: ReportAnswer[] }): string {
  return [
    t('demo.register', { file: register }),
    '', ...importLines(imports),
    '', ...rankingLines(rankings),
    '', ...reportLines(reports),
    '', t('demo.next', { command: typedAs(), file: register }),
  ].join('\n')
}

function importLines(imports: readonly ImportAnswer[]): string[] {
  const header = [
    t('demo.file'), t('import.kind'), t('import.read'), t('import.new'), t('import.changed'), t('import.same'), t('import.review'), t('import.rejected'), t('import.skipped'), t('import.repaired'),
  ]
  const rows = imports.map(({ file, kind, rows: counts }) =>
    [file, textOf(`kind.${kind}`), counts.read, counts.new, counts.changed, counts.same, counts.review, counts.rejected, counts.skipped, counts.repaired])
  const sum = (column: 'read' | 'review' | 'rejected'): number => imports.reduce((total, { rows: counts }) => total + counts[column], 0)
  return [textTable(header, rows), t('demo.imported', { files: imports.length, read: sum('read'), review: sum('review'), rejected: sum('rejected') })]
}

/** One table for all indicators; their long names stand above it. */
function rankingLines(rankings: readonly RankAnswer[]): string[] {
  const [first] = rankings
  if (!first) return []
  const names = rankings.map((_, index) => t('demo.indicator', { index: index + 1 }))
  const legend = rankings.map(({ indicator, unit }, index) => t('demo.legend', { name: names[index] ?? '', label: describedBy(indicator).label, unit }))
  const rowOf = (pick: (ranking: RankAnswer) => RankAnswer['total'] | undefined): string[] => rankings.map((ranking) => cellOf(pick(ranking), describedBy(ranking.indicator).decimals))
  const rows = first.rows.map(({ name }) => [name, ...rowOf((ranking) => ranking.rows.find((row) => row.name === name))])
  const total = [first.total.name, ...rowOf((ranking) => ranking.total)]
  return [t('demo.ranked', { period: first.period }), ...legend, textTable([t('rank.region'), ...names], [...rows, total])]
}

/** The samples are ranked by the program's own indicators only. */
function describedBy(name: string): { label: string; decimals: number } {
  return isIndicatorName(name) ? indicatorDefinition(name) : { label: name, decimals: 0 }
}

function cellOf(row: RankAnswer['total'] | undefined, decimals: number): string {
  if (row?.value === null || row === undefined) return '-'
  const value = row.value.toFixed(decimals)
  return row.rank === null ? value : t('demo.cell', { value, rank: row.rank })
}

function reportLines(reports: readonly ReportAnswer[]): string[] {
  return [t('demo.produced', { forms: reports.length }), ...reports.map(({ form, file }) => t('demo.form', { form, label: formDefinition(form).label, file }))]
}
