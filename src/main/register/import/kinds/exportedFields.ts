import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { StatedValues } from '../../../../shared/domain/merging/statement'
import type { RowReader } from '../rowReader'
import { cellText } from '../table/cellText'

/**
 * Columns that only the register's own exports have (headings = the labels of fields.ts, mapped as `@name`): stored
 * fields come back as they left, so that an export imports again as all `same`.
 */
export function readExportedFields(reader: RowReader, kind: RecordKind): StatedValues {
  const values: StatedValues = {}
  for (const field of kindDefinitions[kind].fields) {
    const name = `@${field.name}`
    if (!reader.has(name)) continue
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
