import { z } from 'zod'
import type { ProducedReport } from '../../../shared/bridge/reports'
import { formDefinition, indicatorsOf, isFormName } from '../../../shared/domain/catalogue/forms'
import { hasText, t, textOf } from '../../../shared/text/t'
import type { RegisterStore } from '../../store/registerStore'
import { seriesText } from './periodTexts'

/** What a report's parameters may hold, whichever version kept them. */
const parameters = z.object({
  leadRule: z.string().nullable().optional(), zones: z.string().optional(), population: z.string().nullable().optional(),
  district: z.string().nullable().optional(), totalAt: z.string().optional(), paper: z.string().optional(), lettering: z.string().optional(), file: z.string().optional(),
})

/** Every report that was produced from this register, newest first, its options in words. */
export async function producedReports(store: RegisterStore): Promise<ProducedReport[]> {
  const sequence = await store.sequence()
  return (await store.reports.list()).map((report) => {
    const asked = parameters.catch({}).parse(report.parameters)
    return {
      id: report.id, form: report.form, label: isFormName(report.form) ? formDefinition(report.form).label : report.form,
      period: report.period, asOf: report.asOf, options: optionTexts(report.form, asked),
      fileName: report.fileName, file: asked.file ?? null, sha256: report.sha256, sequence: report.sequence,
      producedAt: report.producedAt, operator: report.operator, isCurrent: report.sequence === sequence,
    }
  })
}

function optionTexts(form: string, { leadRule, zones, population, district, totalAt, paper, lettering }: z.output<typeof parameters>): string[] {
  const hasLead = isFormName(form) && indicatorsOf(formDefinition(form)).includes('standards')
  return [
    district ? t('reports.ofDistrict', { district }) : '',
    hasLead && leadRule ? wordFor(`reports.lead.${leadRule}`) : '',
    zones ? wordFor(`reports.zones.${zones}`) : '',
    population ? seriesText(population) : '',
    totalAt ? wordFor(`reports.total.${totalAt}`) : '',
    paper ?? '',
    lettering ? wordFor(`reports.lettering.${lettering}`) : '',
  ].filter((text) => text !== '')
}

function wordFor(key: string): string {
  return hasText(key) ? textOf(key) : ''
}
