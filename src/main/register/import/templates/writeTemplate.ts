import { collectionForms, type CollectionColumn } from '../../../../shared/domain/catalogue/collectionForms'
import type { ImportKind } from '../../../../shared/domain/catalogue/headings'
import { succeed, type Result } from '../../../../shared/domain/result'
import { t, textOf } from '../../../../shared/text/t'
import type { TextSheet } from '../../../workbook/write/form/formTypes'
import { quoteSheetName } from '../../../workbook/write/sheet/sheetName'
import { writeEntryForm } from '../../../workbook/write/form/entryFormWriter'
import type { DistrictDirectory } from '../districtDirectory'
import { entryColumnOf } from './columnEntries'
import { writeTemplateMark } from './templateMark'

export interface TemplateOptions {
  kind: ImportKind
  /** Code of the district that fills it in; null for any. */
  district: string | null
  out: string
  /** Date that decides which year is asked about, YYYY-MM-DD: the last one that is over. */
  today: string
  /** Epoch milliseconds. */
  at: number
}

export interface TemplateAnswer {
  kind: ImportKind
  /** Name of the district, null for any. */
  district: string | null
  file: string
  columns: number
}

/**
 * Writes a form for a district to fill in (填报模板): the kind's columns under headings that the import knows, drop-downs and
 * checks, one sample row that the import passes over, notes. It comes back as a table without questions, its district
 * told by its title and its mark.
 *
 * @returns file_not_writable, disk_full
 */
export async function writeTemplate({ kind, district, out, today, at }: TemplateOptions, districts: DistrictDirectory): Promise<Result<TemplateAnswer>> {
  const year = String(Number(today.slice(0, 4)) - 1)
  const form = collectionForms[kind]
  const name = district === null ? null : districts.nameOf(district)
  // What the title says of all rows needs no column; a table of regions has its rows begun instead.
  const asked = form.columns.filter(({ entry }) => entry !== 'district' || name === null).map((column) => ({ ...column, heading: column.heading.replace('{year}', year) }))
  const columns: CollectionColumn[] = [{ heading: t('collection.number'), entry: 'text', width: 8, sample: t('collection.sample') }, ...asked]
  const names = districts.names()
  const notes = notesOf(columns, name, names)
  const written = await writeEntryForm(out, {
    sheetName: t('collection.sheet'), title: form.title.replace('{year}', year), facts: factsOf(columns.length, name),
    columns: columns.map((column) => entryColumnOf(column, names, `${quoteSheetName(notes.name)}!$E$3:$E$${2 + names.length}`)),
    sample: columns.map((column) => sampleOf(column, name ?? names[0] ?? '')), rows: rowsOf(columns, name, names), notes,
    footer: t('collection.footer'), creator: t('app.name'), createdAt: at, mark: writeTemplateMark({ kind, district }),
  })
  return written.ok ? succeed({ kind, district: name, file: out, columns: columns.length }) : written
}

function factsOf(columns: number, district: string | null): { column: number; text: string }[] {
  const facts = [...(district === null ? [] : [t('collection.district', { district })]), t('collection.unit'), t('collection.date')]
  // Narrow tables have no room for all of them.
  const step = Math.max(1, Math.floor(columns / facts.length))
  return facts.slice(0, columns).map((text, index) => ({ column: index * step, text }))
}

function sampleOf({ entry, sample }: CollectionColumn, district: string): string | number | null {
  if (entry === 'district' || entry === 'region') return district
  return sample === '' ? null : sample
}

/** A table of regions is begun with a row for each. */
function rowsOf(columns: readonly CollectionColumn[], district: string | null, names: readonly string[]): (string | number | null)[][] {
  const region = columns.findIndex(({ entry }) => entry === 'region')
  if (region < 0) return []
  return (district === null ? names : [district]).map((name, index) => columns.map((_, column) => (column === 0 ? index + 1 : column === region ? name : null)))
}

function notesOf(columns: readonly CollectionColumn[], district: string | null, names: readonly string[]): TextSheet {
  const general = [t('collection.note.sample'), t('collection.note.header'), t('collection.note.codes'), ...(district === null ? [] : [t('collection.note.district')])]
  const rows = [
    ...general.map((text) => [t('collection.general'), '', text, '']),
    ...columns.slice(1).map(({ heading, entry, sample, isRequired, choices }) => [
      heading, t(isRequired ? 'collection.yes' : 'collection.no'),
      choices && entry !== 'suggestion' ? `${textOf(`entry.${entry}`)}：${choices.join('、')}` : textOf(`entry.${entry}`), String(sample),
    ]),
  ]
  // The list of districts stands beside the notes, for cities with more of them than a check holds.
  const height = Math.max(rows.length, names.length)
  const listed = Array.from({ length: height }, (_, index) => [...(rows[index] ?? ['', '', '', '']), names[index] ?? ''])
  return {
    kind: 'text', name: t('collection.notes'), title: t('collection.title'), paper: 'A4', rows: listed,
    columns: [{ header: t('collection.column'), width: 26 }, { header: t('collection.required'), width: 8 }, { header: t('collection.how'), width: 52 }, { header: t('collection.example'), width: 26 }, { header: t('collection.districts'), width: 16 }],
  }
}
