import { parseDate } from '../../../../shared/domain/dates/dates'
import { scalarText, type StatedValues } from '../../../../shared/domain/merging/statement'
import { foldText, normaliseName } from '../../../../shared/domain/text'
import { cellText } from '../table/cellText'
import { tickOf } from '../table/tickMark'
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
  const { fields } = context.mapping
  const isTyped = fields.has('pilotType')
  return {
    recordKind: 'pilot',
    sourceClass: 'official',
    keyFields: ['project'],
    groups: [
      ...(isTyped ? [] : [{ field: 'pilotType', isName: isType }]),
      ...(fields.has('level') ? [] : [{ field: 'level', isName: isLevel }]),
      ...(fields.has('year') ? [] : [{ field: 'year', isName: isYearOfGroup, isBeside: true } as const]),
    ],
    read: (reader) => readPilot(reader, context, rowsOf),
  }
}

const levelWord = /国家级|省级|市级/gu

/** 一、国家级试点示范项目 */
function isLevel(text: string): boolean {
  return /^(?:国家|省|市)级[^、]{0,12}$/u.test(text)
}

/** 2021年批准项目 */
function isYearOfGroup(text: string): boolean {
  return /^(?:19|20)\d{2}年度?(?:批准|获批|认定|立项|下达|承担)?的?(?:试点|示范)*(?:项目|名单)?$/u.test(text)
}

/** 一、农业标准化示范区 */
function isType(text: string): boolean {
  return !isLevel(text) && /^[^、，,。]{2,16}(?:试点|示范区?)(?:项目|示范)?(?:类)?$/u.test(text)
}

/** The level that a cell, a section or the title names alone. */
function levelIn(text: string): string | undefined {
  const named = new Set(text.match(levelWord) ?? [])
  const [level] = named
  return named.size === 1 ? level : undefined
}

function readPilot(reader: RowReader, context: SheetContext, rowsOf: Map<string, number[]>): RowStatement[] {
  const values: StatedValues = readExportedFields(reader, 'pilot')
  for (const field of ['project', 'pilotType', 'level', 'name', 'status'] as const) {
    const text = reader.text(field, 'simplify')
    if (text !== null) values[field] = text
  }
  // 是否通过验收
  const isAccepted = /是否/u.test(reader.mapping.fields.get('status')?.header ?? '') && typeof values.status === 'string' ? tickOf(values.status) : null
  if (isAccepted !== null) values.status = isAccepted ? '通过验收' : '未验收'
  // Where no column says it, the section or the title may.
  const level = reader.has('level') || reader.has('@key') ? undefined : levelIn(typeof values.level === 'string' ? values.level : context.title.title)
  if (level !== undefined) values.level = level
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
