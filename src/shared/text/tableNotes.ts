import type { ListField, ListKind } from '../domain/catalogue/listFields'
import { named } from './named'
import { t } from './t'

/** What is reckoned for the day of the table, where rankings and forms take the day of each event or of the stock. */
const onTheDay: Partial<Record<ListKind, readonly string[]>> = {
  standards: ['status'], patents: ['district', 'status', 'criteria'], trademarks: ['district', 'status'], pct: ['district'], units: ['district', 'zone'],
}

/** The districts of all the units of a standard, or of its first local one: the role is that of the city in it. */
const ofAnyUnit: ReadonlySet<string> = new Set(['district', 'firstDistrict'])

/** What must be known of the fields of a cross table, so that its numbers are not taken for those of a ranking. */
export function tableNotes(kind: ListKind, fields: readonly ListField[]): string[] {
  const reckoned = fields.filter(({ name }) => onTheDay[kind]?.includes(name)).map(({ label }) => named(label))
  const isRoleByDistrict = kind === 'standards' && fields.some(({ name }) => name === 'role') && fields.some(({ name }) => ofAnyUnit.has(name))
  return [...(reckoned.length === 0 ? [] : [t('crosstab.note.today', { fields: reckoned.join(t('punctuation.list')) })]), ...(isRoleByDistrict ? [t('crosstab.note.role')] : [])]
}
