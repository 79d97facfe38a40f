import type { FormDefinition } from '../../../shared/domain/catalogue/forms'
import type { Period } from '../../../shared/domain/periods'
import { periodTitle } from './periodTexts'

/**
 * Name of a produced file (report-forms.md): place, form, period, day of producing,
 * 青岛市_标准制修订统计表_2021年_20220110.xlsx.
 */
export function reportFileName({ place, form, period, today }: { place: string; form: FormDefinition; period: Period; today: string }): string {
  const parts = [place, form.fileLabel ?? form.label, periodTitle(period), today.replaceAll('-', '')]
  return `${parts.join('_')}.xlsx`
}
