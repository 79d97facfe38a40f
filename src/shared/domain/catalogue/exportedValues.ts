import { formatPositions } from '../positions'
import { sortTags, tagsField } from '../tags'
import { choiceLabel, choiceValue, type ChoiceSet } from './choices'
import type { FieldDefinition, FieldValue, RecordKind, Values } from './fields'

/**
 * How the register's own exports write a stored field, and read it back: `readExported` undoes `writeExported`, so that
 * an export imports again as all `same`. People read these files too: choices in Chinese, places by name.
 */

/** Names of places, both ways; null where there is none. */
export interface PlaceWords {
  nameOf(code: string): string | null
  codeOf(name: string): string | null
}

const storedChoices: Partial<Record<`${RecordKind}.${string}`, ChoiceSet>> = {
  'standard.kind': 'standardKind', 'standard.nature': 'nature', 'standard.newOrRevised': 'newOrRevised',
  'patent.type': 'patentType', 'patent.ownerType': 'ownerType', 'patent.statedStatus': 'patentStatus',
}

const placeFields: readonly `${RecordKind}.${string}`[] = [
  'unit.district', 'unit.previousDistrict', 'standard.reportedDistrict', 'patent.ownerPlace', 'trademark.ownerPlace', 'pct.ownerPlace',
  'honour.district', 'pilot.district', 'population.region', 'market_entities.region', 'indicator.region',
]

/** The fixed set of values of a stored field; undefined where it has none. */
export function choicesOfStored(kind: RecordKind, field: string): ChoiceSet | undefined {
  return storedChoices[`${kind}.${field}`]
}

/** Whether a stored field holds a division code. */
export function isPlaceField(kind: RecordKind, field: string): boolean {
  return placeFields.includes(`${kind}.${field}`)
}

/** Between the values of a list: 、 stands inside names, and a comma inside “Co., Ltd.”. */
const separator = '；'
const ticked = '是'

/** The stored fields that `writeExported` looks at for the given ones. */
export function exportedReads(fields: readonly FieldDefinition[]): string[] {
  const names = fields.map(({ name }) => name)
  return fields.some(({ type }) => type === 'positions') ? [...new Set([...names, 'listComplete'])] : names
}

/** @returns null for an empty field */
export function writeExported(kind: RecordKind, field: FieldDefinition, values: Values, places: PlaceWords): string | number | null {
  const value = values[field.name]
  if (value === undefined || value === null) return null
  switch (field.type) {
    case 'flag': return value === 1 ? ticked : '否'
    case 'positions': return formatPositions(value as readonly (readonly [number, string])[], values['listComplete'] === 1) // the type of the field's values
    case 'texts': case 'names': case 'integers': return (value as readonly (string | number)[]).join(separator)
    case 'integer': case 'real': return value as number
    case 'text': case 'date': case 'name': return writeText(kind, field, String(value), places)
  }
}

function writeText(kind: RecordKind, field: FieldDefinition, text: string, places: PlaceWords): string {
  const set = storedChoices[`${kind}.${field.name}`]
  if (set) return choiceLabel(set, text)
  if (!placeFields.includes(`${kind}.${field.name}`)) return text
  const name = places.nameOf(text)
  return name !== null && places.codeOf(name) === text ? name : text
}

/**
 * The value behind an exported cell's text.
 *
 * @returns undefined where the text is none of the field's (a cell that somebody changed); positions are read by the
 *          reader of drafting lists
 */
export function readExported(kind: RecordKind, field: FieldDefinition, text: string, places: PlaceWords): FieldValue | undefined {
  switch (field.type) {
    case 'flag': return text === '否' ? 0 : /^(?:是|1|√|TRUE)$/u.test(text) ? 1 : undefined
    case 'positions': return undefined
    case 'integer': case 'real': return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
    case 'integers': return partsOf(text).map(Number).filter(Number.isInteger)
    case 'texts': case 'names': return field.name === tagsField ? sortTags(text).tags : partsOf(text)
    case 'text': case 'date': case 'name': return readText(kind, field, text, places)
  }
}

function readText(kind: RecordKind, field: FieldDefinition, text: string, places: PlaceWords): string {
  const set = storedChoices[`${kind}.${field.name}`]
  if (set) return choiceValue(set, text) ?? text
  return placeFields.includes(`${kind}.${field.name}`) ? (places.codeOf(text) ?? text) : text
}

function partsOf(text: string): string[] {
  return text.split(/[;；\n]/u).map((part) => part.trim()).filter((part) => part !== '')
}
