import type { RankColumn } from '../../../shared/bridge/counting'
import { divisorText } from '../../components/values/divisorText'

/**
 * What the number of a row was divided by, in words; nothing for counts and shares.
 *
 * @param rowIndex  into the table's rows; null is the whole
 */
export function divisorOfRow({ divisor }: Pick<RankColumn, 'divisor'>, rowIndex: number | null): string[] {
  return divisor === null ? [] : [divisorText({ ...divisor, value: rowIndex === null ? divisor.total : (divisor.values[rowIndex] ?? null) })]
}
