import { columnLetters } from '../../../../shared/domain/columnLetters'
import { formDefinition, type FormDefinition, type FormName, type RegionColumn, type RegionForm } from '../../../../shared/domain/catalogue/forms'
import type { OwnIndicator } from '../../../../shared/domain/catalogue/indicators'
import { fail, succeed, type Result } from '../../../../shared/domain/result'
import { t } from '../../../../shared/text/t'
import type { RegisterColumns } from '../../columns/registerColumns'
import { indicatorVersions, ownIndicators, standing } from '../../indicators/ownIndicators'

/** Which versions of the office's indicators a table shows. */
export type OwnVersions = readonly { name: string; version: number }[]

/**
 * The layout of a form. That of the office's own table is made from its indicators: as they are defined now, or as they
 * were in the versions of a frozen table.
 *
 * @returns no_own_indicators where the table would be empty
 */
export async function formFor(columns: RegisterColumns, name: FormName, versions?: OwnVersions): Promise<Result<FormDefinition>> {
  const form = formDefinition(name)
  if (name !== 'own' || form.type !== 'regions') return succeed(form)
  const shown = versions === undefined ? standing(await ownIndicators(columns)) : await indicatorVersions(columns, versions)
  return shown.length > 0 ? succeed(withIndicators(form, shown)) : fail('no_own_indicators')
}

/** The versions that a form shows, to be kept with it; nothing for a form of the catalogue. */
export function ownVersions(form: FormDefinition): { own?: OwnVersions } {
  if (form.type !== 'regions') return {}
  const shown = new Map(form.columns.flatMap((column) => (column.type === 'figure' && typeof column.indicator !== 'string' ? [[column.indicator.name, column.indicator.version] as const] : [])))
  return shown.size === 0 ? {} : { own: [...shown].map(([name, version]) => ({ name, version })) }
}

const partsOfOne = 4
const firstColumn = 2

/** Four columns each: this period, the year before, growth and place. */
function withIndicators(form: RegionForm, shown: readonly OwnIndicator[]): RegionForm {
  const heads = [t('report.own.value'), t('report.own.previous'), t('report.own.growth'), t('report.own.rank')]
  const header = shown.flatMap(({ definition: { label, unit } }, at): [string, string][] => {
    const letters = Array.from({ length: partsOfOne }, (_, part) => columnLetters(firstColumn + at * partsOfOne + part))
    return [[`${letters[0] ?? ''}3:${letters.at(-1) ?? ''}3`, t('report.own.head', { label, unit })], ...letters.map((letter, part): [string, string] => [`${letter}4`, heads[part] ?? ''])]
  })
  const columns = shown.flatMap((indicator, at): RegionColumn[] => [
    { type: 'figure', indicator, show: 'value' }, { type: 'figure', indicator, show: 'previous' }, { type: 'figure', indicator, show: 'growth' },
    { type: 'rank', of: columnLetters(firstColumn + at * partsOfOne) },
  ])
  const units = [...new Set(shown.map(({ definition }) => definition.unit))].join('、')
  return { ...form, unit: units, header: [...form.header, ...header], columns: [...form.columns, ...columns] }
}
