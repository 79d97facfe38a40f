import { choiceLabel } from '../../../../shared/domain/catalogue/choices'
import { writeExported, type PlaceWords } from '../../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'
import { formatPositions } from '../../../../shared/domain/positions'

/**
 * A stored field as an editor shows it: what {@link readTyped} reads back to the same value. Choices and places are in
 * Chinese, drafting units and owners one a line, other lists joined by ；, an unset flag is empty.
 */
export function typedText(kind: RecordKind, name: string, values: Values, words: PlaceWords): string {
  const field = kindDefinitions[kind].fields.find((known) => known.name === name)
  const value = values[name]
  if (!field || value === undefined || value === null) return ''
  if (field.type === 'names' && Array.isArray(value)) return value.join('\n')
  if (field.type === 'positions') return draftingText(value as readonly (readonly [number, string])[]) // the type of the field's values
  if (kind === 'population' && name === 'series') return seriesText(String(value))
  return String(writeExported(kind, field, values, words) ?? '')
}

function draftingText(places: readonly (readonly [number, string])[]): string {
  const hasGaps = places.some(([position], index) => position !== index + 1)
  return hasGaps ? formatPositions(places, false).replaceAll('、', '\n') : places.map(([, name]) => name).join('\n')
}

/** census2020 is 人口普查 in the year that stands beside it. */
function seriesText(series: string): string {
  return choiceLabel('populationSeries', series.replace(/\d+$/u, ''))
}
