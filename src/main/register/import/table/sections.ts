import type { DistrictDirectory } from '../districtDirectory'
import type { Cell, Row } from '../../../workbook/types'
import { isOrganisation } from './cellNature'
import { cellText, isBlankCell } from './cellText'
import type { Mapping } from './columnFields'

/**
 * Rows that head a group of rows ("一、市南区", "（三）胶州市：", "崂山区（共 12 项）"): where they name a place, or an award,
 * it is that of the rows below as if it stood in each of them, until the next heading.
 */
const numbering = /^(?:[(（【](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）】]|第?[一二三四五六七八九十]{1,3}(?:[、.．:：]|部分)|\d{1,2}[、．])\s*/u
const numeral = /^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$/u
const closing = /(?:[(（][^()（）]{0,20}[)）]|[:：]|共?\d+[件项家个]|报送|填报|情况|汇总|明细|表)+$/u
const brackets = /^[【〔[]|[】〕\]]$/gu
const longestHeading = 40
const longestName = 20
/** 市北区2021年度主导制定标准情况: the title of the next district's rows, under the same headings. */
const ofList = /(?:19|20)\d{2}年|标准|专利|商标|荣誉|质量奖|试点|示范|品牌|名单|名录|清单|明细|汇总|统计|报送/u

/** Text of a group's heading without its number, count and brackets. */
export function sectionName(text: string): string {
  return text.normalize('NFKC').trim().replace(numbering, '').replace(brackets, '').replace(closing, '').trim()
}

/** Whether few and short cells are filled: nearly every row is ruled out by its fourth. */
function mayHead(cells: readonly Cell[]): boolean {
  let filled = 0
  for (const cell of cells) {
    if (isBlankCell(cell)) continue
    if (++filled > 3 || (typeof cell === 'string' && cell.length > longestHeading)) return false
  }
  return true
}

/** What the heading above a group of rows gives each of them, by field. */
export type GroupFields = Readonly<Record<string, string>>

/** A field other than the district that a heading can name: the award of "一、中国专利金奖（1项）". */
export interface GroupField {
  field: string
  isName(text: string): boolean
  /** 2021年 stands over headings of other things, or under them: it leaves them as they are, and they leave it. */
  isBeside?: true
}

export class SectionRows {
  private given: GroupFields = {}
  private readonly isTable: boolean
  private readonly isOfRegions: boolean

  /** @param lead  the line right above the headings, which may head the first group */
  constructor(mapping: Mapping, private readonly keyColumns: readonly number[], private readonly districts: DistrictDirectory, lead: string | null, private readonly others: readonly GroupField[] = []) {
    // In a table of regions a region alone in its row is a row without figures; in a narrow one it may be a record.
    this.isOfRegions = mapping.fields.has('region')
    this.isTable = !mapping.fields.has('region') && mapping.fields.size >= (others.length === 0 ? 3 : 2)
    if (lead !== null && numbering.test(lead)) this.given = this.fieldsIn(lead)
  }

  /** What stands in for columns that the table does not have: the heading above the row. */
  get fields(): GroupFields {
    return this.given
  }

  /** Remembers a heading; null for any other row. */
  take(row: Row): 'section' | null {
    const heading = this.isTable ? this.headingOf(row.cells) : this.numberedHeading(row.cells)
    if (heading === null) return null
    const isBeside = (field: string): boolean => this.others.some((other) => other.isBeside === true && other.field === field)
    const isYear = Object.keys(heading).length > 0 && Object.keys(heading).every(isBeside)
    const kept = Object.entries(this.given).filter(([field]) => isYear || isBeside(field))
    this.given = { ...Object.fromEntries(kept), ...heading }
    return 'section'
  }

  /** In a narrow table a name alone may be a record: only a numbered one of a place or an award heads a group. */
  private numberedHeading(cells: readonly Cell[]): GroupFields | null {
    const [only, ...more] = this.isOfRegions ? [] : cells.filter((cell) => !isBlankCell(cell))
    const text = only === undefined || more.length > 0 ? '' : cellText(only).trim()
    const named = text.length <= longestHeading && numbering.test(text.normalize('NFKC')) ? this.fieldsIn(text) : {}
    return Object.keys(named).length === 0 ? null : named
  }

  private headingOf(cells: readonly Cell[]): GroupFields | null {
    if (!mayHead(cells)) return null
    const filled = cells.filter((cell) => !isBlankCell(cell))
    const [first = '', second] = filled.map((cell) => cellText(cell).trim())
    if (filled.length === 1) return this.singleText(first)
    // "一 | 市南区 | 12": number, name and count in cells of their own.
    const isKeyEmpty = this.keyColumns.every((column) => isBlankCell(cells[column]))
    const named = isKeyEmpty && second !== undefined && numeral.test(first) ? this.fieldsIn(second) : {}
    return Object.keys(named).length === 0 ? null : named
  }

  private singleText(text: string): GroupFields | null {
    const named = this.fieldsIn(text)
    return Object.keys(named).length > 0 || (numbering.test(text.normalize('NFKC')) && !/\d{4,}/u.test(text)) ? named : null
  }

  private fieldsIn(text: string): GroupFields {
    const name = sectionName(text)
    if (name === '' || /^\d+$/u.test(name)) return {}
    const isShort = name.length <= longestName
    const other = isShort ? this.others.find(({ isName }) => isName(name)) : undefined
    if (other !== undefined) return { [other.field]: name }
    if (isShort && this.districts.resolve(name).status !== 'unknown') return { district: name }
    const named = ofList.test(text) && !isOrganisation(text) ? this.districts.beginningOf(name) : null
    return named === null ? {} : { district: named }
  }
}
