import { lazy } from 'react'

/**
 * The pages behind the first one load after it stands: grid, charts and forms are most of the program, and nobody
 * should wait for them to see the window.
 */
const loaders = {
  crosstab: () => import('../features/crosstab/CrosstabPage'),
  imports: () => import('../features/imports/ImportsPage'),
  ranking: () => import('../features/ranking/RankingPage'),
  records: () => import('../features/records/RecordsPage'),
  reports: () => import('../features/reports/ReportsPage'),
  settings: () => import('../features/settings/SettingsPage'),
  due: () => import('../features/units/due/DuePage'),
  fillList: () => import('../features/units/FillListPage'),
  unitMerge: () => import('../features/units/merge/UnitMergePage'),
  unitNames: () => import('../features/units/names/UnitNamesPage'),
  unitProfile: () => import('../features/units/profile/ProfilePage'),
}

export const CrosstabPage = lazy(async () => ({ default: (await loaders.crosstab()).CrosstabPage }))
export const ImportsPage = lazy(async () => ({ default: (await loaders.imports()).ImportsPage }))
export const RankingPage = lazy(async () => ({ default: (await loaders.ranking()).RankingPage }))
export const RecordsPage = lazy(async () => ({ default: (await loaders.records()).RecordsPage }))
export const ReportsPage = lazy(async () => ({ default: (await loaders.reports()).ReportsPage }))
export const DuePage = lazy(async () => ({ default: (await loaders.due()).DuePage }))
export const FillListPage = lazy(async () => ({ default: (await loaders.fillList()).FillListPage }))
export const ProfilePage = lazy(async () => ({ default: (await loaders.unitProfile()).ProfilePage }))
export const SettingsPage = lazy(async () => ({ default: (await loaders.settings()).SettingsPage }))
export const UnitMergePage = lazy(async () => ({ default: (await loaders.unitMerge()).UnitMergePage }))
export const UnitNamesPage = lazy(async () => ({ default: (await loaders.unitNames()).UnitNamesPage }))

/** Fetches every page while the clerk looks at the first, so that none is waited for later. */
export function loadPagesInTheBackground(): void {
  requestIdleCallback(() => void Promise.all(Object.values(loaders).map((load) => load())))
}
