import { parseDraftingUnits } from '../../../../shared/domain/standards/draftingUnits'
import type { DraftingList, ReportedPosition, StatedValues } from '../../../../shared/domain/merging/statement'
import { parsePositions } from '../../../../shared/domain/positions'
import type { PlaceBesideName } from '../../../../shared/domain/places/placeBesideName'
import { normaliseName } from '../../../../shared/domain/text'
import type { RowReader } from '../sheet/rowReader'
import type { Cell } from '../../../workbook/types'
import { unitNamed } from '../owners/ownerOfTitle'
import { cellText } from '../table/cellText'
import { sectionName } from '../table/sections'
import type { SheetContext } from './kindJudge'
import { placedAt, unitsByPlace } from './numberedUnits'
import { isUnreadRank, rankBesideRole, readRank } from './rank'

/** Who drafted a standard, in which place, as a row says it: in a list, a column for each place, a rank, a tick or a word. */

const leadWord = /主导|主持|牵头/u
const leadRole = /主导|主持|牵头|第一起草|(?<!副)主编|(?<!的)主起草|组长单位|(?:独立|唯一|独家)(?:起草|承担|完成|制定|编制)/u
const partWord = /参与|参加|参编/u

/** Drafting list, own position and reporter; conflicts between tick and list are said, the list decides (domain.md 1.5). */
export function readDrafting(reader: RowReader, context: SheetContext): StatedValues {
  const values: StatedValues = {}
  const exported = readExportedList(reader)
  const text = exported === null ? wholeList(reader) : null
  const { list, placed } = text === null ? (exported === null ? listByPlace(reader) : { list: null, placed: [] }) : readList(reader, text)
  if (list) values._list = list
  if (exported) Object.assign(values, exported)
  const own = readPositions(reader, context)
  const [position, ...others] = [...own, ...placed.filter(({ name }) => !own.some((mine) => normaliseName(mine.name) === normaliseName(name)))]
  if (position === undefined) return values
  if (!list || list.cut) values._position = others.length === 0 ? position : [position, ...others]
  if (own.length === 0) return values
  noteRoleConflict(reader, context, list, position)
  notePlaceConflict(reader, context, list, own)
  return values
}

/** Units of one's own that the row names, with their places: by rank, else by the role that it gives them (domain.md 1.5). */
function readPositions(reader: RowReader, context: SheetContext): ReportedPosition[] {
  const named = unitsIn(reader, context, 'reportingUnit')
  const besideRole = rankBesideRole(reader.cell('role'))
  const inColumn = readRank(reader.cell('unitRank'))
  const { rank, total: outOf } = inColumn.rank === null ? besideRole : inColumn
  const ranks = named.length > 1 ? ranksOf(reader.cell('unitRank'), named.length) : [rank]
  if (isUnreadRank(reader.cell('unitRank'))) reader.noticeShown('unitRank', 'bad_text_value')
  const total = readRank(reader.cell('listLength')).rank ?? outOf
  const leads = unitsIn(reader, context, 'leadUnit').map(({ name }, at): ReportedPosition => ({ name, rank: at === 0 ? 1 : null, total }))
  const isPartColumn = reader.has('leadUnit') && partWord.test(context.mapping.fields.get('reportingUnit')?.header ?? '')
  const isLead = !isPartColumn && (roleOf(reader) ?? roleInTitle(context)) === 'lead'
  const own = named.map(({ name, place }, at): ReportedPosition => {
    const outOfAll = total ?? place?.total ?? null
    const isFirst = place?.role === 'lead' || (isLead && at === 0 && place?.role !== 'part')
    return { name, rank: ranks[at] ?? place?.rank ?? (isFirst || outOfAll === 1 ? 1 : null), total: outOfAll }
  })
  return [...leads, ...own]
}

/** "2、5" beside two units, each one's own; none where there are more or fewer. */
function ranksOf(cell: Cell, count: number): (number | null)[] {
  const parts = cellText(cell).split(/[、,，;；\n]/u).map((part) => readRank(part.trim()).rank)
  return parts.length === count ? parts : []
}

/** "主导制定标准汇总表" says it of all its rows, also as the line right above the headings. */
function roleInTitle({ title }: SheetContext): 'lead' | null {
  return (leadWord.test(title.title) && !partWord.test(title.title)) || (title.lead !== null && isRoleOfGroup(sectionName(title.lead)) && leadWord.test(title.lead)) ? 'lead' : null
}

/** 一、主导制定标准 over a group of rows; 主导或参与 says nothing. */
export function isRoleOfGroup(name: string): boolean {
  return /^(?:主导|主持|牵头|参与|参加|第一起草单位)[^、，,]{0,14}$/u.test(name) && leadRole.test(name) !== partWord.test(name)
}

function unitsIn(reader: RowReader, context: SheetContext, field: string): { name: string; place: PlaceBesideName | null }[] {
  const text = numberedUnder(reader, field) ?? (field === 'reportingUnit' ? unitOfForm(reader, context) : null)
  if (text === null) return []
  const { units, places } = parseDraftingUnits(text)
  for (const name of units) if (!context.units.resolve(name)) reader.notice(field, 'unit_not_in_directory', name)
  return units.map((name, at) => ({ name, place: places[at] ?? null }))
}

/** A form of one unit names it above its table alone, its own list in the title; their rows say which place it has. */
function unitOfForm(reader: RowReader, { title }: SheetContext): string | null {
  const isNamed = ['reportingUnit', 'leadUnit', 'draftingUnits', 'draftingUnit1'].some((field) => reader.has(field))
  if (isNamed || !['unitRank', 'role', 'roleLead'].some((field) => reader.has(field))) return null
  if (title.unit !== null) return title.unit
  const name = unitNamed(title)
  if (name !== null) reader.notice('', 'unit_by_title', name)
  return name
}

/** What the row says of its unit's part in words or ticks; null where it says nothing or both. */
function roleOf(reader: RowReader): 'lead' | 'part' | null {
  const words = [reader.text('role') ?? '', cellText(reader.cell('unitRank'))].join(' ')
  const isLead = reader.ticked('roleLead') || leadRole.test(words)
  const isPart = reader.ticked('rolePart') || /参与|参加|参编|协助/u.test(words)
  if (isLead && isPart) reader.notice(reader.has('roleLead') ? 'roleLead' : 'role', 'bad_text_value', [cellText(reader.cell('roleLead')), cellText(reader.cell('rolePart')), words.trim()].filter((text) => text !== '').join(' '))
  return isLead === isPart ? null : isLead ? 'lead' : 'part'
}

/** 主要起草单位（前三名）: a heading that asks for the first ones. */
const firstOnly = /前[\d一二两三四五六七八九十]{1,2}/u

const placeHeading = /排名|排序|位次|名次|次序/u
const bareNumber = /(?<=公司|集团|[厂院所会]|中心|大学|学院|局|站)\s*(?:[(（](\d{1,2})[)）]|(\d{1,2}))(?=\s*(?:$|[、；;，,\n]))/gu

/** The text of a cell of units; under 参与单位及排名 a bare number behind a name, 青岛甲公司（3）, is its place. */
function numberedUnder(reader: RowReader, field: string): string | null {
  const text = reader.lines(field)
  return text !== null && placeHeading.test(reader.mapping.fields.get(field)?.header ?? '') ? text.replace(bareNumber, (_, bracketed: string | undefined, bare: string | undefined) => `（第${bracketed ?? bare}）`) : text
}

interface ReadList { list: DraftingList | null; placed: ReportedPosition[] }

/** The cell of the list, with what a column of its own says of the rest: 主要起草单位 | 其他起草单位. */
function wholeList(reader: RowReader): string | null {
  const text = numberedUnder(reader, 'draftingUnits')
  const others = text === null ? null : reader.lines('otherDraftingUnits')
  return others === null ? text : `${text};${others}`
}

/** A list that stands in a column for each place; without a column for the rest nobody knows whether it ends there. */
function listByPlace(reader: RowReader): ReadList {
  const placed = unitsByPlace(reader)
  const others = reader.lines('otherDraftingUnits')
  const first = placed[0]?.rank === 1 ? placed[0].text : reader.has('otherDraftingUnits') ? reader.lines('leadUnit') : null
  const rest = placed.filter(({ rank }) => rank > 1)
  // Without the first one, or with a gap, nothing is known of the others but their own places.
  if (first === null || rest.some(({ rank }, at) => rank !== at + 2)) return { list: null, placed: [...placed.flatMap(({ rank, text }) => placedAt(text, rank)), ...placedAt(others, null)] }
  const { units, truncated } = parseDraftingUnits([first, ...rest.map(({ text }) => text), others].filter((name) => name !== null).join(';'))
  return { list: units.length === 0 ? null : { names: units, cut: truncated || !reader.has('otherDraftingUnits') }, placed: [] }
}

/** The list of a cell; where what is written beside its names leaves gaps or puts others first it is no list, but what is known of one. */
function readList(reader: RowReader, text: string): ReadList {
  const { units, truncated, places } = parseDraftingUnits(text)
  if (units.length === 0) return { list: null, placed: [] }
  if (truncated) reader.notice('draftingUnits', 'list_truncated')
  const isFirstOnly = firstOnly.test(reader.mapping.fields.get('draftingUnits')?.header ?? '')
  const placed = besideRank(reader, units)
  if (placed !== null) return { list: null, placed: [placed] }
  const led = places.findIndex((place) => place?.role === 'lead')
  const total = Math.max(0, ...places.map((place) => place?.total ?? 0)) || null
  const isInPlace = places[0]?.role !== 'part' && places.every((place, at) => (place?.rank ?? at + 1) === at + 1)
  if (!isInPlace) return { list: null, placed: units.map((name, at) => ({ name, rank: places[at]?.rank ?? (at === led ? 1 : null), total })) }
  if (led > 0) reader.notice('draftingUnits', 'role_conflicts_with_list', units[led])
  return { list: { names: units, cut: truncated || isFirstOnly || (total ?? 0) > units.length }, placed: [] }
}

/** One unit a row, with its place beside it: no list of one, but its place in the list of several rows. */
function besideRank(reader: RowReader, [name, ...others]: readonly string[]): ReportedPosition | null {
  const { rank, total } = readRank(reader.cell('unitRank'))
  if (name === undefined || others.length > 0 || rank === null || reader.has('reportingUnit') || reader.has('leadUnit')) return null
  return { name, rank, total: readRank(reader.cell('listLength')).rank ?? total }
}

/** "1:甲、3:丙" of the register's own exports: a list with known gaps. */
function readExportedList(reader: RowReader): StatedValues | null {
  const text = reader.lines('draftingUnits')
  const positions = text !== null && /^\d{1,4}:/u.test(text) ? parsePositions(text) : null
  if (positions === null) return null
  const total = readRank(reader.cell('listLength')).rank
  return { _places: { places: positions, total } }
}

function noteRoleConflict(reader: RowReader, context: SheetContext, list: DraftingList | null, position: ReportedPosition): void {
  const claimsLead = reader.has('roleLead') ? reader.ticked('roleLead') : leadRole.test(reader.text('role') ?? '')
  if (!claimsLead) return
  const place = list === null ? position.rank : placeInList(list, position.name, context)
  if (place !== null && place > 1) reader.notice(reader.has('roleLead') ? 'roleLead' : 'role', 'role_conflicts_with_list')
}

/** The list decides where the rank beside it is another one. */
function notePlaceConflict(reader: RowReader, context: SheetContext, list: DraftingList | null, own: readonly ReportedPosition[]): void {
  if (list === null || !reader.has('unitRank') || own.every(({ name, rank }) => rank === null || (placeInList(list, name, context) ?? rank) === rank)) return
  reader.notice('unitRank', 'role_conflicts_with_list')
}

function placeInList(list: DraftingList, name: string, context: SheetContext): number | null {
  const key = normaliseName(name)
  const unit = context.units.resolve(name)
  const index = list.names.findIndex((other) => normaliseName(other) === key || (unit !== null && context.units.resolve(other) === unit))
  return index < 0 ? null : index + 1
}
