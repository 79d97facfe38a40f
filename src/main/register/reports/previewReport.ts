import type { PrintedCell, ReportChoice, ReportPreview } from '../../../shared/bridge/reports'
import type { FormDefinition } from '../../../shared/domain/catalogue/forms'
import { nameOf } from '../../../shared/domain/catalogue/indicators'
import { succeed, type Result } from '../../../shared/domain/result'
import { t } from '../../../shared/text/t'
import { drawPrinted, type DrawnCell } from '../../workbook/write/form/printedForm'
import { cityRowName } from '../ranking/regionRows'
import { absentClauses } from './missingData'
import { columnFigures, type ColumnFigure } from './tables/figureLinks'
import type { FormTable } from './tables/formTable'
import { prepareReport, type FormSetting, type PreparedReport } from './prepareReport'
import { sinceNewYear } from './tables/regionTable'
import { reportFileName } from './reportFileName'

/**
 * The form as it would be written now, cell by cell, with its checks and what stands behind each number.
 *
 * @returns what prepareReport refuses
 */
export async function previewReport(setting: FormSetting, choice: ReportChoice, today: string): Promise<Result<ReportPreview>> {
  const prepared = await prepareReport(setting, choice.form, choice)
  if (!prepared.ok) return prepared
  const { title, form, checks, explanation, context, district } = prepared.value
  const drawn = drawPrinted(form)
  const figures = figureFinder(prepared.value, choice, drawn.bodyRow)
  return succeed({
    title, checks, missing: missingOf(context), explanation: explanation.rows.map((row) => [...row]),
    form: { name: form.name, columnWidths: drawn.columnWidths, rowHeights: drawn.rowHeights, cells: drawn.cells.map((cell): PrintedCell => ({ ...cell, figure: figures(cell) })) },
    fileName: reportFileName({ place: district ?? setting.columns.city.name, form: context.form, period: context.options.period, today }),
    sequence: setting.columns.sequence,
    population: context.population?.series ?? null,
  })
}

/** Why the form, or a part of it, is blank; null where the register has something of all that it counts. */
function missingOf({ noData, options }: PreparedReport['context']): string | null {
  return options.source === 'received' || noData.length === 0 ? null : t('report.check.data_missing', { missing: absentClauses(noData).join(t('punctuation.part')) })
}

function figureFinder({ table, context }: PreparedReport, choice: ReportChoice, bodyRow: number): (cell: DrawnCell) => PrintedCell['figure'] {
  const columns = figuresOf(context.form)
  const { period, asOf, leadRule, zones, population } = choice
  const asked = { period, asOf, leadRule, zones, population, scope: 'districts' as const }
  return ({ row, column, part }) => {
    const figure = columns[column]
    const region = part === 'body' ? regionBehind(table, row - bodyRow, column) : null
    if (!figure || region === null || context.options.source === 'received') return null
    const { sinceNewYear: fromNewYear, ...question } = figure
    const choiceOf = fromNewYear ? { ...asked, period: sinceNewYear(context.options, figure.indicator).period.name } : asked
    return { ...question, indicator: nameOf(figure.indicator), choice: choiceOf, row: region === cityRowName ? null : region }
  }
}

function figuresOf(form: FormDefinition): (ColumnFigure | null)[] {
  return form.type === 'regions' ? columnFigures(form) : []
}

/** A blank or a dash opens nothing, and neither does a zero. */
function regionBehind({ rows }: FormTable, row: number, column: number): string | null {
  const value = rows[row]?.cells[column]?.value
  return typeof value === 'number' && value !== 0 ? (rows[row]?.region ?? null) : null
}
