import { formDefinition, forms, indicatorsOf, type FormName } from '../../../shared/domain/catalogue/forms'
import { isStock } from '../../../shared/domain/catalogue/indicators'
import type { ReportCatalogue } from '../../../shared/bridge/reports'
import type { RegisterColumns } from '../columns/registerColumns'
import { seriesText } from './periodTexts'

/** The forms with the options that change them, and what this register has to choose from. */
export async function reportCatalogue(columns: RegisterColumns): Promise<ReportCatalogue> {
  const { populations } = await columns.denominators()
  return {
    forms: (Object.keys(forms) as FormName[]).map(describe),
    populations: [...populations.keys()].toSorted(byYear).map((series) => ({ series, label: seriesText(series) })),
    districts: columns.city.districts.map(({ name }) => name),
  }
}

/** Newest first; within a year the year's end after the census. */
function byYear(a: string, b: string): number {
  return b.slice(-4).localeCompare(a.slice(-4)) || b.localeCompare(a)
}

function describe(form: FormName): ReportCatalogue['forms'][number] {
  const definition = formDefinition(form)
  const shown = indicatorsOf(definition)
  return {
    form, label: definition.label, unit: definition.unit, isDetailList: definition.type !== 'regions',
    hasAsOf: shown.some(isStock), hasLeadRule: shown.includes('standards'), hasPopulation: shown.some((name) => name.endsWith('_per_10k')),
    totalAt: definition.type === 'regions' ? definition.totalAt : null,
  }
}
