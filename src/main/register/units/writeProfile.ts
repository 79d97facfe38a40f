import { choiceLabel } from '../../../shared/domain/catalogue/choices'
import type { UnitProfile } from '../../../shared/bridge/units'
import { succeed, type Result } from '../../../shared/domain/result'
import { t, textOf } from '../../../shared/text/t'
import { writeList, type ListColumn, type ListValue } from '../../workbook/write/list/listWriter'
import { profileFieldsOf } from './unitProfile'

export interface WriteProfileOptions {
  creator: string
  /** Epoch milliseconds. */
  at: number
  /** YYYY-MM-DD, named on the sheet: statuses hold on it. */
  today: string
}

const widths = [14, 24, 46, 16, 14, 14, 12, 12]

/**
 * Writes everything of one unit as one printable sheet: its fields, its years, then its records kind by kind.
 *
 * @returns file_not_writable, disk_full
 */
export async function writeProfile(path: string, profile: UnitProfile, { creator, at, today }: WriteProfileOptions): Promise<Result<{ rows: number }>> {
  // The widest column has the name, which a narrow one would cut.
  const header = [t('units.profile'), t('units.asOf', { today }), profile.name, ...Array.from({ length: widths.length - 3 }, () => '')]
  const columns = widths.map((width, index): ListColumn => ({ header: header[index] ?? '', kind: 'number', width }))
  const written = await writeList(path, {
    sheetName: t('units.profile'), columns, rows: [rowsOf(profile)], footer: t('export.footer', { name: profile.name }), creator, createdAt: at,
  })
  return written.ok ? succeed({ rows: written.value.rows }) : written
}

function rowsOf(profile: UnitProfile): ListValue[][] {
  const rows: ListValue[][] = profile.fields.map(({ label, text }) => [label, text])
  if (profile.otherNames.length > 0) rows.push([t('units.otherNames'), profile.otherNames.join('；')])
  for (const { code, name } of profile.merged) rows.push([t('units.mergedUnit'), code, name])
  rows.push([], [t('units.year'), ...profile.sections.map(({ kind }) => textOf(`units.kind.${kind}`))])
  rows.push([t('units.allYears'), ...profile.sections.map(({ total }) => total)])
  for (const { year, counts } of profile.years) rows.push([year, ...profile.sections.map(({ kind }) => counts[kind])])
  for (const { kind, total, rows: records } of profile.sections) {
    if (total === 0) continue
    const fields = profileFieldsOf(kind)
    rows.push([], [t('units.section', { kind: textOf(`units.kind.${kind}`), total })])
    rows.push(['', ...fields.map(({ label }) => label), ...(kind === 'standards' ? [t('units.position')] : [])])
    records.forEach((record, index) => rows.push([index + 1, ...fields.map((field) => printed(record.cells[field.name], field.choices)), ...(kind === 'standards' ? [numberOf(record.cells['position'])] : [])]))
  }
  rows.push(...attachmentRows(profile))
  return rows.map((row) => widths.map((_width, index) => row[index] ?? null))
}

/** Names of the files with the records that they belong to, under their number. */
function attachmentRows({ attachments }: UnitProfile): ListValue[][] {
  if (attachments.length === 0) return []
  const files = attachments.map((file, index) => [String(index + 1), textOf(`attachmentType.${file.type}`), file.fileName, file.key, file.note, file.isMissing ? t('attachment.missing') : ''])
  return [
    [], [t('attachment.count', { count: attachments.length })],
    ['', t('attachments.type'), t('attachments.name'), t('attachments.record'), t('attachments.note')], ...files,
  ]
}

/** A number stays one, so that whoever reads can go on with it. */
function numberOf(cell: Cell | undefined): ListValue {
  return typeof cell === 'number' ? cell : printed(cell, undefined)
}

type Cell = UnitProfile['sections'][number]['rows'][number]['cells'][string]

function printed(cell: Cell | undefined, choices: Parameters<typeof choiceLabel>[0] | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (Array.isArray(cell)) return cell.join('、')
  return choices ? choiceLabel(choices, String(cell)) : String(cell)
}
