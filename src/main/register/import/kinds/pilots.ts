import { parseDate } from '../../../../shared/domain/dates/dates'
import { scalarText, type StatedValues } from '../../../../shared/domain/merging/statement'
import { foldText, normaliseName } from '../../../../shared/domain/text'
import { cellText } from '../table/cellText'
import type { RowReader } from '../sheet/rowReader'
import { readExportedFields } from './exportedFields'
import type { KindJudgeFactory, RowStatement, SheetContext } from './kindJudge'
import type { KnownUnits } from '../knownUnits'
import { put } from './put'
import { readDistrict, readUnitCode } from '../owners/unitOfRow'

/**
 * Pilots and demonstrations 试点示范, in every status. A unit can hold two pilots that a list describes alike, so the
 * second such row of a sheet is a second record; the same list again finds both.
 */
export const judgePilots: KindJudgeFactory = (context) => {
  const rowsOf = new Map<string, number[]>()
  return {
    recordKind: 'pilot',
    sourceClass: 'official',
    keyFields: ['project'],
    read: (reader) => readPilot(reader, context, rowsOf),
  }
}

function readPilot(reader: RowReader, context: SheetContext, rowsOf: Map<string, number[]>): RowStatement[] {
  const values: StatedValues = readExportedFields(reader, 'pilot')
  for (const field of ['project', 'pilotType', 'level', 'name', 'status'] as const) {
    const text = reader.text(field, 'simplify')
    if (text !== null) values[field] = text
  }
  put(values, 'uscc', readUnitCode(reader))
  const year = yearIn(cellText(reader.cell('year')).normalize('NFKC'))
  if (year !== undefined) values.year = Number(year)
  // A list without a column for it says the year of its approvals in its title.
  else if (!reader.has('year') && values.year === undefined && context.title.year !== null && !/截至|截止|历年/u.test(context.title.title)) values.year = context.title.year
  put(values, 'district', readDistrict(reader, context))
  if (typeof values.project !== 'string') {
    reader.fault('project', 'missing_key', { isKey: true })
    return []
  }
  const [description = '', ...others] = pilotKeys(values, context.units)
  const number = numberOf(description, reader.row.row, rowsOf)
  return [{ key: `${description}${number}`, values: { ...values, key: `${description}${number}` }, otherKeys: others.map((other) => `${other}${number}`) }]
}

/** 2020, 2020年度, 二〇二〇年. */
function yearIn(text: string): string | undefined {
  const digits = /(?:19|20)\d{2}/u.exec(text)?.[0]
  const written = digits === undefined && text !== '' ? parseDate(text.replace(/度$/u, '')) : null
  return digits ?? (written?.ok ? written.value?.slice(0, 4) : undefined)
}

/** What describes a pilot: its project, type, level and year, and who carries it. */
export function pilotKey(values: StatedValues, units: Pick<KnownUnits, 'resolve'>): string {
  return pilotKeys(values, units)[0] ?? ''
}

/** The description, and the one that the pilot has where its unit is only a name. */
function pilotKeys(values: StatedValues, units: Pick<KnownUnits, 'resolve'>): string[] {
  const name = typeof values.name === 'string' ? values.name : ''
  const known = [...new Set([values.uscc ?? units.resolve(name)?.uscc, normaliseName(name)].map(scalarText))].filter((who) => who !== '')
  return (known.length === 0 ? [values.district ?? ''] : known).map((who) => [values.project, values.pilotType ?? '', values.level ?? '', values.year ?? '', who].map((part) => foldText(scalarText(part))).join('|'))
}

/** "#2" for the second row of a sheet that is described alike. */
function numberOf(description: string, row: number, rowsOf: Map<string, number[]>): string {
  const rows = rowsOf.get(description) ?? []
  if (!rows.includes(row)) rowsOf.set(description, [...rows, row])
  const index = (rowsOf.get(description) ?? []).indexOf(row)
  return index === 0 ? '' : `#${index + 1}`
}
