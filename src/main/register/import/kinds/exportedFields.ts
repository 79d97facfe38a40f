import { isPlaceField } from '../../../../shared/domain/catalogue/exportedValues'
import { kindDefinitions, type FieldDefinition, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import { sortTags, tagsField } from '../../../../shared/domain/tags'
import type { RowReader } from '../sheet/rowReader'
import { cellText } from '../table/cellText'
import type { Mapping } from '../table/columnFields'

/** Fields of the sheet's mapping, found once: most sheets are no exports, and this is asked for every row. */
const known = new WeakMap<Mapping, { field: FieldDefinition; name: string }[]>()

function exportedFieldsOf(mapping: Mapping, kind: RecordKind): readonly { field: FieldDefinition; name: string }[] {
  let fields = known.get(mapping)
  if (!fields) {
    fields = kindDefinitions[kind].fields.map((field) => ({ field, name: `@${field.name}` })).filter(({ field, name }) => mapping.fields.has(name) && !isPlaceField(kind, field.name))
    known.set(mapping, fields)
  }
  return fields
}

/**
 * Columns that only the register's own exports have (headings = the labels of fields.ts, mapped as `@name`): stored
 * fields come back as they left, so that an export imports again as all `same`. Places are left to the reader of places:
 * another's column of that heading holds names, and stored are codes.
 */
export function readExportedFields(reader: RowReader, kind: RecordKind): StatedValues {
  const values: StatedValues = {}
  for (const { field, name } of exportedFieldsOf(reader.mapping, kind)) {
    const text = field.type === 'date' ? reader.date(name) : reader.text(name)
    if (text === null) continue
    switch (field.type) {
      case 'flag':
        if (/^(?:是|1|√|TRUE)$/u.test(text)) values[field.name] = 1
        break
      case 'integer':
      case 'real': {
        const value = Number(cellText(reader.cell(name)))
        if (Number.isFinite(value)) values[field.name] = value
        break
      }
      case 'texts':
      case 'names':
        if (field.name === tagsField) {
          readTagsCell(reader, name, text, values)
          break
        }
        values[field.name] = text.split(/[、;；\n]/u).map((part) => part.trim()).filter((part) => part !== '')
        break
      case 'integers':
        values[field.name] = text.split(/[、;；,]/u).map(Number).filter(Number.isInteger)
        break
      default:
        values[field.name] = text
    }
  }
  return values
}

/** What is too long to be a tag is left out, and said. */
function readTagsCell(reader: RowReader, column: string, text: string, values: StatedValues): void {
  const { tags, tooLong } = sortTags(text)
  if (tags.length > 0) values[tagsField] = tags
  for (const part of tooLong) reader.notice(column, 'bad_text_value', part)
}
