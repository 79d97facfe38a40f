import type { FormDefinition } from '../../../shared/domain/catalogue/forms'
import type { Period } from '../../../shared/domain/dates/periods'
import { t } from '../../../shared/text/t'
import { periodTitle } from './periodTexts'

/**
 * Name of a produced file (report-forms.md): place, form, period, day of producing,
 * 青岛市_标准制修订统计表_2021年_20220110.xlsx. A correction names its version after the period, so that it lies beside
 * the first one: 青岛市_标准制修订统计表_2021年_第2版_20220110.xlsx.
 */
export function reportFileName({ place, form, period, today, version = 1 }: { place: string; form: FormDefinition; period: Period; today: string; version?: number }): string {
  const parts = [place, form.fileLabel ?? form.label, periodTitle(period), ...(version === 1 ? [] : [t('report.fileVersion', { version })]), today.replaceAll('-', '')]
  return `${parts.join('_')}.xlsx`
}

/** The same for its PDF. */
export function pdfNameOf(fileName: string): string {
  return fileName.replace(/\.xlsx$/u, '.pdf')
}
