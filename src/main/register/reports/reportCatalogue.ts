import { formNames, indicatorsOf, type FormDefinition, type FormName } from '../../../shared/domain/catalogue/forms'
import { indicatorDefinition, isStock } from '../../../shared/domain/catalogue/indicators'
import type { ReportCatalogue } from '../../../shared/bridge/reports'
import type { RegisterColumns } from '../columns/registerColumns'
import { usesLeadRule } from '../ranking/rankIndicator'
import { formFor } from './tables/ownForm'
import { seriesText } from './periodTexts'

/** The forms with the options that change them, and what this register has to choose from. */
export async function reportCatalogue(columns: RegisterColumns): Promise<ReportCatalogue> {
  const { populations } = await columns.denominators()
  return {
    forms: (await shownForms(columns)).map(({ form, definition }) => describe(form, definition)),
    populations: [...populations.keys()].toSorted(byYear).map((series) => ({ series, label: seriesText(series) })),
    districts: columns.city.districts.map(({ name }) => name),
  }
}

/** Newest first; within a year the year's end after the census. */
function byYear(a: string, b: string): number {
  return b.slice(-4).localeCompare(a.slice(-4)) || b.localeCompare(a)
}

/** The forms of the catalogue, and the office's own table where it has indicators to show. */
async function shownForms(columns: RegisterColumns): Promise<{ form: FormName; definition: FormDefinition }[]> {
  const shown: { form: FormName; definition: FormDefinition }[] = []
  for (const form of formNames) {
    const definition = await formFor(columns, form)
    if (definition.ok) shown.push({ form, definition: definition.value })
  }
  return shown
}

function describe(form: FormName, definition: FormDefinition): ReportCatalogue['forms'][number] {
  const shown = indicatorsOf(definition)
  return {
    form, label: definition.label, unit: definition.unit, isDetailList: definition.type !== 'regions',
    hasAsOf: shown.some(isStock), hasLeadRule: shown.some(usesLeadRule), hasPopulation: shown.some((indicator) => indicatorDefinition(indicator).shape === 'per_10k'),
    totalAt: definition.type === 'regions' ? definition.totalAt : null,
  }
}
