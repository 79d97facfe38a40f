import { t } from '../../../shared/text/t'
import type { GridColumn } from '../../components/grid/ResultGrid'

/** Columns of the standards grid; fields are those of `list standards`, and the role under the first-unit rule. */
export const standardColumns: readonly GridColumn[] = [
  { field: 'standardNo', title: t('standardField.standardNo'), width: 142 },
  { field: 'title', title: t('standardField.title'), isElastic: true },
  { field: 'publishedOn', title: t('standardField.publishedOn'), width: 98, initialSort: 'desc' },
  { field: 'role', title: t('standardField.role'), width: 52 },
  { field: 'district', title: t('standardField.district'), width: 74 },
  { field: 'localUnits', title: t('standardField.localUnits'), width: 71, isNumber: true },
  { field: 'unitTotal', title: t('standardField.unitTotal'), width: 71, isNumber: true },
]

/** What the left panel groups by. */
export const standardFacets = ['kind', 'role', 'district', 'newOrRevised', 'status'] as const
export type StandardFacet = (typeof standardFacets)[number]
