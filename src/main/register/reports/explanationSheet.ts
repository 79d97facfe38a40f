import { indicatorsOf } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { ruleTexts, type RuleName } from '../../../shared/domain/catalogue/rules'
import { t } from '../../../shared/text/t'
import type { RecordStore } from '../../store/registerStore'
import type { TextSheet } from '../../workbook/write/form/formTypes'
import { populationOfRows } from '../ranking/population'
import { layOutRows } from '../ranking/regionRows'
import type { CheckResult } from './formChecks'
import { noDataTexts, rulesOfForm, type FormContext } from './formNotes'
import { dayText, seriesText, windowText } from './periodTexts'

/** The sheet 口径说明: everything that is needed to say what the figures mean and to produce them again. */
export async function explanationSheet(context: FormContext, title: string, checks: readonly CheckResult[], records: RecordStore, reason?: string): Promise<TextSheet> {
  const { form, moment, columns } = context
  const indicators = indicatorsOf(form).map((indicator) => ({ name: codeOf(indicator), ...indicatorDefinition(indicator) }))
  const ofSummary = form.type === 'honours' ? rulesOfForm({ ...context, form: form.summary }) : []
  const rules = [...new Set<RuleName>([...rulesOfForm(context), ...ofSummary, ...indicators.flatMap((indicator) => indicator.rules)])]
  const rows = [
    [t('report.explanation.form'), title],
    [t('report.explanation.period'), windowText(moment.from, moment.to)],
    [t('report.explanation.asOf'), dayText(form.dateLine === 'asOf' || form.calendar === 'trademark' ? moment.asOf : moment.to)],
    ...indicators.map(({ name, label, unit, definition }) => [t('report.explanation.definition', { label, unit }), definition, name]),
    ...rules.map((rule) => [t('report.explanation.rule'), ruleTexts[rule], rule]),
    ...(await populationRows(context)),
    [t('report.explanation.data'), t('report.explanation.counts', await countsOf(records))],
    ...noDataTexts(context).map((text) => [t('report.explanation.noData'), text]),
    [t('report.explanation.sequence'), String(columns.sequence)],
    ...checks.map(({ message, ok }) => [t('report.explanation.check'), ok ? t('report.explanation.passed', { message }) : t('report.explanation.overridden', { message, reason: reason ?? '-' })]),
  ]
  return {
    kind: 'text', name: t('report.explanation'), title: t('report.explanation'), paper: 'A4', rows,
    columns: [{ header: t('report.explanation.item'), width: 34 }, { header: t('report.explanation.content'), width: 68 }, { header: t('report.explanation.name'), width: 26 }],
  }
}

/** The series and its figures as they divided, in full precision. */
async function populationRows({ columns, population }: FormContext): Promise<string[][]> {
  if (!population) return []
  const { rows } = layOutRows(columns.city, columns.places, 'host')
  const figures = populationOfRows(await columns.denominators(), columns.city, population.series, rows)
  return [
    [t('report.explanation.population'), seriesText(population.series)],
    ...rows.flatMap((row, index) => {
      const wan = figures[index] ?? null
      return wan === null ? [] : [[t('report.explanation.populationOf', { region: row.name }), t('report.explanation.populationWan', { wan })]]
    }),
  ]
}

async function countsOf(records: RecordStore): Promise<{ standard: number; patent: number; trademark: number; unit: number }> {
  return {
    standard: await records.count('standard'), patent: await records.count('patent'),
    trademark: await records.count('trademark'), unit: await records.count('unit'),
  }
}

/** The name on the command line; of one of the office's own with its version. */
function codeOf(indicator: Indicator): string {
  return typeof indicator === 'string' ? indicator : `${indicator.name} v${indicator.version}`
}
