import { t } from '../../../shared/text/t'

/** A population series as the window names it: census2020 is 七普, yearend2021 is 2021 年末. */
export function populationLabel(series: string): string {
  const year = series.slice(-4)
  if (series === 'census2020') return t('ranking.population.census2020')
  return series.startsWith('census') ? t('ranking.population.census', { year }) : t('ranking.population.yearend', { year })
}
