import type { StatedValues } from '../../../../shared/domain/merging/statement'

/** States what a row says of a field; of what it says nothing it states nothing. */
export function put(values: StatedValues, name: string, value: StatedValues[string]): void {
  if (value !== null && value !== undefined) values[name] = value
}
