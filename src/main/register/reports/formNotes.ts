import { indicatorsOf, type FormDefinition, type RegionColumn } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, type Indicator } from '../../../shared/domain/catalogue/indicators'
import { ruleTexts, type RuleName } from '../../../shared/domain/catalogue/rules'
import { measureOn, subsidyProjects, type SubsidyProject } from '../../../shared/domain/catalogue/subsidyMeasures'
import { highValueDefinitionOn } from '../../../shared/domain/counting/highValue'
import { formatRounded } from '../../../shared/domain/numbers'
import { t } from '../../../shared/text/t'
import type { RegisterColumns } from '../columns/registerColumns'
import type { CountingOptions, Moment } from '../ranking/countingOptions'
import { kindCounted } from '../ranking/noDataText'
import { usesLeadRule } from '../ranking/rankIndicator'
import { dayText, seriesText, windowText } from './periodTexts'
import type { UndividedRows } from './undividedRows'

/** What notes and explanations say about the figures beyond the form's own rules. */
export interface FormContext {
  form: FormDefinition
  options: CountingOptions
  moment: Moment
  columns: RegisterColumns
  /** Series that divided and the city's population in it. */
  population: { series: string; cityWan: number | null } | null
  /** Rows whose quotients are left out for want of a divisor. */
  undivided: readonly UndividedRows[]
  /** Indicators without any data: nothing of the kind is in the register, or nothing was received for the period. */
  noData: readonly Indicator[]
  /** Most a unit may be paid in a year, in 万元, where the asker says so (F11). */
  yearlyCap?: number | undefined
}

/** Every named rule a form follows under its options, each once. */
export function rulesOfForm({ form, options }: FormContext): RuleName[] {
  const usesStandards = indicatorsOf(form).some(usesLeadRule)
  return [...new Set<RuleName>([
    ...form.notes,
    ...(usesStandards ? [`lead_${options.leadRule}` as const] : []),
    // A list names the district of every record, zones or not.
    `zones_${form.type === 'regions' ? options.zones : 'host'}`,
    ...(showsColumn(form, ({ type }) => type === 'rank') ? (['rank_competition'] as const) : []),
    ...(showsColumn(form, (column) => column.type === 'figure' && column.show === 'growth') ? (['growth_from_zero'] as const) : []),
  ])]
}

/** A rule about a column that the form does not have would only raise questions. */
function showsColumn(form: FormDefinition, isMeant: (column: RegionColumn) => boolean): boolean {
  return form.type === 'regions' && form.columns.some(isMeant)
}

/** The numbered notes under a form: counting rules, population, days, source (report-forms.md, common skeleton). */
export function notesOf(context: FormContext, remarks: readonly string[] = []): string[] {
  const { form, moment, columns, population } = context
  const rules = rulesOfForm(context).filter((rule) => rule !== 'growth_from_zero').map((rule): string => ruleTexts[rule])
  const shown = indicatorsOf(form)
  const texts = [
    ...rules,
    ...(shown.includes('high_value') ? [t('report.note.criteria', { name: highValueDefinitionOn(moment.asOf).name })] : []),
    ...(population ? [t('report.note.population', { series: seriesText(population.series), city: columns.city.name, wan: wanText(population.cityWan) })] : []),
    ...(shown.some((indicator) => indicatorDefinition(indicator).shape === 'per_100') ? [t('report.note.entities', { year: moment.year })] : []),
    ...context.undivided.map(({ per, year, names }) => t(`report.note.undivided.${per}`, { year, names: names.join('、') })),
    ...(form.type === 'subsidies' ? [measureText(moment.to, context.yearlyCap)] : []),
    ...noDataTexts(context),
    ...remarks,
    form.dateLine === 'asOf' ? t('report.note.asOf', { day: dayText(moment.asOf) }) : t('report.note.window', { window: windowText(moment.from, moment.to) }),
    t('report.note.source', { city: columns.city.name, sequence: columns.sequence }),
  ]
  return texts.map((text, at) => (at === 0 ? t('report.note', { index: 1, text }) : t('report.noteMore', { index: at + 1, text })))
}

/** What is missing altogether, each kind of record once. */
export function noDataTexts({ noData, options }: FormContext): string[] {
  const names = options.source === 'received' ? noData.map((indicator) => indicatorDefinition(indicator).label) : noData.map(kindCounted)
  return names.length === 0 ? [] : [t(`report.noData.${options.source}`, { what: [...new Set(names)].join('、') })]
}

/** What the measure of the day pays. */
function measureText(day: string, yearlyCap: number | undefined): string {
  const measure = measureOn(day)
  if (!measure) return t('report.note.noMeasure')
  const amounts = Object.entries(subsidyProjects).map(([project, label]) => `${label}${measure.amounts[project as SubsidyProject]}`).join('、')
  return t('report.note.measure', { document: measure.document, amounts, cap: yearlyCap ?? measure.yearlyCap })
}

function wanText(wan: number | null): string {
  return wan === null ? '-' : formatRounded(wan, 2)
}
