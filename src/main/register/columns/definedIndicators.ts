import type { ColumnSource } from '../../store/columnSource'

/** One version of an indicator that the office has defined, as it is kept. */
export interface DefinedIndicator {
  id: number
  indicator: string
  version: number
  label: string
  /** What was written, as JSON. */
  definition: string
  isRetired: boolean
}

export async function loadDefinedIndicators(source: ColumnSource): Promise<DefinedIndicator[]> {
  const defined: DefinedIndicator[] = []
  await source.scan('own_indicator', ['indicator', 'version', 'label', 'definition', 'retired'], (page) => {
    for (const [id, indicator, version, label, definition, retired] of page) {
      defined.push({ id: Number(id), indicator: String(indicator), version: Number(version), label: String(label), definition: String(definition), isRetired: retired === 1 })
    }
  })
  return defined
}
