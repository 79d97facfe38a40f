import { honoursAwarded } from './forms/honourForms'
import { keyIndicators } from './forms/notifiedForm'
import { applicationsAndGrants, grants, highValueInventions, pctApplications, validInventions } from './forms/patentForms'
import { draftingList, standardsByDistrict } from './forms/standardForms'
import { subsidies } from './forms/subsidyForm'
import { trademarks } from './forms/trademarkForms'
import type { FormDefinition, RegionForm } from './forms/formTypes'
import type { Indicator } from './indicators'

export type {
  DraftingColumn, DraftingForm, FigureColumn, FormCheck, FormDefinition, HonourColumn, HonourForm, ListColumn, ListForm, RegionColumn, RegionForm, Shown,
  SubsidyColumn, SubsidyForm,
} from './forms/formTypes'

/**
 * Layouts of the report forms (report-forms.md): data, not code. Header cells carry the sheet ranges of that page, so the
 * two can be laid side by side; columns stand in order from A and say which figure of which indicator they show.
 */
export const forms = {
  F1: draftingList,
  F2: standardsByDistrict,
  F3: grants,
  F4: validInventions,
  F5: applicationsAndGrants,
  F6: highValueInventions,
  F7: trademarks,
  F8: pctApplications,
  F9: honoursAwarded,
  F10: keyIndicators,
  F11: subsidies,
} as const satisfies Record<string, FormDefinition>

/** The table of the office's own indicators: its columns are theirs, so a register decides what it shows. */
const ownIndicatorForm = {
  type: 'regions', label: '自定义指标统计表', title: '{period}{place}自定义指标统计表', unit: '', calendar: 'calendar', dateLine: 'period', totalName: '全市', totalAt: 'last',
  header: [['A3:A4', '序号'], ['B3:B4', '区市']], columns: [{ type: 'index' }, { type: 'region' }], checks: [], notes: [],
} as const satisfies RegionForm

export type FormName = keyof typeof forms | 'own'
type Form = (typeof forms)[keyof typeof forms] | typeof ownIndicatorForm
export type FormWord = Form['label'] | Extract<Form, { checks: unknown }>['checks'][number]['message']

/** The forms of report-forms.md, then the office's own table. */
export const formNames: readonly FormName[] = [...(Object.keys(forms) as (keyof typeof forms)[]), 'own'] // the keys of the catalogue are its names

export function isFormName(name: string): name is FormName {
  return name === 'own' || Object.hasOwn(forms, name)
}

export function formDefinition(name: FormName): FormDefinition {
  return name === 'own' ? ownIndicatorForm : forms[name]
}

/** Indicators a form shows or lists. */
export function indicatorsOf(form: FormDefinition): Indicator[] {
  switch (form.type) {
    case 'drafting_units': return ['standards']
    case 'honours': return ['honours']
    case 'subsidies': return ['standards', 'pilots']
    case 'regions': return [...new Set(form.columns.flatMap((column) => (column.type === 'figure' ? [column.indicator] : [])))]
  }
}
