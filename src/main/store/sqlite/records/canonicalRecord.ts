import { hash } from 'node:crypto'
import { kindDefinitions, type FieldType, type FieldValue, type KindDefinition, type RecordKind, type Values } from '../../../../shared/domain/catalogue/fields'

/**
 * What a record *is*, whatever it is stored in: the fields of the catalogue in order, empty ones null, and the digest
 * over them. Two registers, or a record today and in the journal, are compared by this digest.
 */

/**
 * Digests travel as hex texts and lie in BLOB columns: SQLite converts them for next to nothing, while a Buffer for
 * each of 100,000 records costs more than hashing them.
 */
export const digestHexLength = 16

/** First eight bytes of sha256 in hex, of whatever needs a digest against rot. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'hex').slice(0, digestHexLength)
}

type Normaliser = (value: FieldValue | undefined) => FieldValue

/** Field values in catalogue order; `undefined`, empty texts, empty lists and unset flags are null. */
export function canonicalFields(definition: KindDefinition, values: Values): FieldValue[] {
  return normalisersOf(definition.kind).map(({ name, normalise }) => normalise(values[name]))
}

/** What a record is, ready to be written: its canonical fields (those at the end may be missing) and their text. */
export interface CanonicalRecord {
  fields: readonly FieldValue[]
  text: string
}

export function canonicalRecord(kind: RecordKind, values: Values): CanonicalRecord {
  const fields = canonicalFields(kindDefinitions[kind], values)
  return { fields, text: canonicalText(fields) }
}

/** Nulls at the end do not count, so a field added to the catalogue changes no digest until a record has a value for it. */
function canonicalText(fields: readonly FieldValue[]): string {
  let length = fields.length
  while (length > 0 && fields[length - 1] === null) length -= 1
  return JSON.stringify(length === fields.length ? fields : fields.slice(0, length))
}

/** The values behind canonical fields; empty fields are left out. */
export function valuesOf(kind: RecordKind, fields: readonly FieldValue[]): Values {
  const values: Values = {}
  kindDefinitions[kind].fields.forEach(({ name }, index) => {
    const value = fields[index] ?? null
    if (value !== null) values[name] = value
  })
  return values
}

/** Hex of the first eight bytes of sha256 over the canonical fields. */
export function digestOf(fields: readonly FieldValue[]): string {
  return shortHash(canonicalText(fields))
}

interface NamedNormaliser {
  name: string
  normalise: Normaliser
}

const normalisers = new Map<RecordKind, NamedNormaliser[]>()

function normalisersOf(kind: RecordKind): NamedNormaliser[] {
  let known = normalisers.get(kind)
  if (known === undefined) {
    known = kindDefinitions[kind].fields.map(({ name, type }) => ({ name, normalise: canonicaliserOf(type) }))
    normalisers.set(kind, known)
  }
  return known
}

/** What makes a value of a field's type canonical. */
function canonicaliserOf(type: FieldType): Normaliser {
  switch (type) {
    case 'text':
    case 'date':
    case 'name':
      return (value) => (typeof value === 'string' && value !== '' ? storable(value) : null)
    case 'integer':
    case 'real':
      return (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
    case 'flag':
      return (value) => (value === 1 ? 1 : null)
    case 'texts':
    case 'names':
      return (value) => (isList(value) ? value.map((text) => storable(String(text))) : null)
    case 'integers':
      return (value) => (isList(value) ? value.map(Number) : null)
    case 'positions':
      return (value) => (isList(value) ? positions(value) : null)
  }
}

function isList(value: FieldValue | undefined): value is Exclude<FieldValue, string | number | null> {
  return Array.isArray(value) && value.length > 0
}

function positions(value: readonly unknown[]): [number, string][] {
  return value
    .filter((entry): entry is [number, string] => Array.isArray(entry))
    .map(([position, name]): [number, string] => [position, storable(name)])
    .toSorted(([a], [b]) => a - b)
}

/** SQLite keeps UTF-8: half a surrogate pair from a hostile file would come back as another character. */
function storable(text: string): string {
  return text.isWellFormed() ? text : text.toWellFormed()
}
