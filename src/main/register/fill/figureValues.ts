import { isStock } from '../../../shared/domain/catalogue/indicators'
import type { DistrictResolver } from '../../../shared/domain/places/districts'
import type { ShareValue } from '../../workbook/forms/formValues'
import { fail, succeed, type Result } from '../../../shared/domain/result'
import type { RegisterColumns } from '../columns/registerColumns'
import { findIndicator } from '../indicators/ownIndicators'
import type { RankRequest } from '../ranking/countingOptions'
import { findRow } from '../ranking/findRow'
import type { RankAnswer, RankRow } from '../ranking/rankAnswer'
import { rankIndicator } from '../ranking/rankIndicator'
import { layOutRows } from '../ranking/regionRows'
import type { FigureBinding } from '../../../shared/domain/filling/bindings'

/** Figures for cells: each indicator with its filters is counted once, for all regions. */
export interface FigureValues {
  /**
   * @param isInPercent  whether the headings over its cell count in percent
   * @returns what `rank` refuses, and unknown_name for the region; nothing means the city
   */
  of(figure: FigureBinding, region: string | undefined, isInPercent?: boolean): Promise<Result<CountedFigure>>
}

export interface CountedFigure {
  /** null leaves the cell empty: the register has nothing of the kind that is counted. */
  value: string | number | null | ShareValue
  /** Name of its row in a ranking; null is the city. */
  row: string | null
}

export function createFigureValues(columns: RegisterColumns, districts: DistrictResolver, request: RankRequest): FigureValues {
  const counted = new Map<string, Promise<Result<RankAnswer>>>()

  async function rankOf(figure: FigureBinding): Promise<Result<RankAnswer>> {
    const key = JSON.stringify([figure.indicator, figure.filters, figure.leadRule])
    const answer = counted.get(key) ?? count(figure)
    counted.set(key, answer)
    return answer
  }

  async function count({ indicator: name, filters, leadRule }: FigureBinding): Promise<Result<RankAnswer>> {
    const indicator = await findIndicator(columns, name)
    if (!indicator.ok) return indicator.code === 'usage_bad_value' ? fail('invalid_bindings', undefined, { reason: indicator.details?.expected, value: name }) : indicator
    const asOf = isStock(indicator.value) ? request.asOf : undefined
    return rankIndicator(columns, indicator.value, { ...request, asOf, filters, ...(leadRule ? { leadRule } : {}) })
  }

  return {
    async of(figure, region, isInPercent = false) {
      const answer = await rankOf(figure)
      if (!answer.ok) return answer
      const rows = layOutRows(columns.city, columns.places, request.zones ?? 'host')
      const found = findRow(rows, districts, region)
      if (!found.ok) return found
      const { name, level } = rows.rows[found.value] ?? { name: '', level: 'other' }
      const row = found.value === rows.city ? answer.value.total : answer.value.rows.find((known) => known.name === name && known.level === level)
      const value = answer.value.noData !== undefined ? null : row === undefined ? 0 : printed(row, figure.measure, answer.value.unit, isInPercent)
      return succeed({ value, row: found.value === rows.city ? null : name })
    },
  }
}

/** As forms print it: "-" where there is nothing to say, a percentage as a fraction for the cell's own format. */
function printed(row: RankRow, measure: FigureBinding['measure'], unit: string, isInPercent: boolean): string | number | ShareValue {
  const value = row[measure]
  if (value === null) return '-'
  const isPercent = unit === '%' && (measure === 'value' || measure === 'previous')
  const text = isPercent ? `${value}%` : value
  const percent = typeof text === 'string' ? /^([+-]?\d+(?:\.\d+)?)%$/.exec(text)?.[1] : undefined
  if (percent === undefined) return value
  const share = Number((Number(percent) / 100).toFixed(6))
  return isInPercent ? { share, printed: percent, isInPercent } : { share, printed: `${percent}%` }
}
