import type { ColumnSource } from '../../store/columnSource'
import { textOrNull } from './storedTexts'

/** What counts are divided by, and figures received from elsewhere: small tables, kept as they are. */
export interface Denominators {
  /** 万人 by series, then region code. */
  populations: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** 户 at the year's end, by year, then region code. */
  marketEntities: ReadonlyMap<number, ReadonlyMap<string, number>>
}

export async function loadDenominators(source: ColumnSource): Promise<Denominators> {
  const populations = new Map<string, Map<string, number>>()
  const marketEntities = new Map<number, Map<string, number>>()
  await source.scan('population', ['series', 'region', 'populationWan'], (page) => {
    for (const [, series, region, wan] of page) {
      if (typeof series === 'string' && typeof region === 'string' && typeof wan === 'number') entry(populations, series).set(region, wan)
    }
  })
  await source.scan('market_entities', ['year', 'region', 'entities'], (page) => {
    for (const [, year, region, entities] of page) {
      if (typeof year === 'number' && typeof region === 'string' && typeof entities === 'number') entry(marketEntities, year).set(region, entities)
    }
  })
  return { populations, marketEntities }
}

function entry<K>(map: Map<K, Map<string, number>>, key: K): Map<string, number> {
  const known = map.get(key) ?? new Map<string, number>()
  map.set(key, known)
  return known
}

/** A figure of another office, kept as received. */
export interface ReceivedFigure {
  id: number
  region: string
  indicator: string
  period: string
  value: number | null
  unit: string | null
  growth: string | null
  share: string | null
}

export async function loadReceived(source: ColumnSource): Promise<ReceivedFigure[]> {
  const figures: ReceivedFigure[] = []
  await source.scan('indicator', ['region', 'indicator', 'period', 'value', 'unit', 'growth', 'share'], (page) => {
    for (const [id, region, indicator, period, value, unit, growth, share] of page) {
      figures.push({
        id: Number(id), region: String(region), indicator: String(indicator), period: String(period), value: typeof value === 'number' ? value : null,
        unit: textOrNull(unit), growth: textOrNull(growth), share: textOrNull(share),
      })
    }
  })
  return figures
}
