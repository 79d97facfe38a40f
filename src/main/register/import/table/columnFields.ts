import { columnLetters } from '../../../../shared/domain/columnLetters'
import { kindDefinitions, type RecordKind } from '../../../../shared/domain/catalogue/fields'
import { exportLabelsOf, headingKey, kindHeadings, ofCountries, recordKindOf, secondFields, tellingParts, type ImportKind } from '../../../../shared/domain/catalogue/headings'
import { tagsField } from '../../../../shared/domain/tags'
import { columnsOfRight } from './dealColumns'
import { nearHeading } from './nearHeadings'

/** Which fields the columns of a table hold, by what their headings say. */

export interface HeaderColumn {
  index: number
  /** Joined top-down with "/", as printed. */
  header: string
}

export interface Mapping {
  /** Field name to column. `@name` fields are the register's own export columns. */
  fields: ReadonlyMap<string, HeaderColumn>
  unmapped: HeaderColumn[]
}

/** 更正后发布日期 is 发布日期, and counts before a column of that name beside it. */
const corrected = /(^|\/)(?:(?:更正|变更|转让|调整|修改|勘误)后的?|现(?=(?:起草|发布|实施|归口|注册|所属|单位|企业)))(?=[^/]+$)/u
const beforePlain = 0.5

/** 质押商标注册号 and 投保专利名称 are 商标注册号 and 专利名称: what was done with them is said by the list. */
const dealtWith = /(^|\/)(?:转让|受让|质押|出质|许可|被许可|投保|参保|承保|涉案|购买|引进|转化|产业化)的?(?=(?:发明|实用新型|外观设计)?专利|商标|注册商标)/u

/** Gives each column the field that its heading names, the most telling heading first; a column has one field, a field one column. */
export function mapColumns(columns: readonly HeaderColumn[], kind: ImportKind): Mapping {
  const fields = new Map<string, HeaderColumn>()
  const words = wordsOf(kind)
  const speaking = columnsOfRight(columns)
  const wishes: { field: string; rank: number; column: HeaderColumn }[] = []
  for (const column of speaking) {
    const heading = column.header.replace(corrected, '$1').replace(dealtWith, '$1')
    const isOfCountries = ofCountries.test(headingKey(heading))
    const before = heading === column.header ? 0 : beforePlain
    for (const [rank, key] of spellings(heading).entries()) {
      for (const wish of words.get(key) ?? []) if (wish.field !== 'district' || !isOfCountries) wishes.push({ field: wish.field, rank: wish.rank + rank * 100 - before, column })
    }
  }
  wishes.sort((a, b) => a.rank - b.rank || a.column.index - b.column.index)
  const taken = new Set<number>()
  for (const wish of wishes) {
    if (taken.has(wish.column.index) || fields.has(wish.field)) continue
    fields.set(wish.field, wish.column)
    taken.add(wish.column.index)
  }
  mapNearHeadings(speaking, words, fields, taken)
  mapTellingParts(speaking, kind, fields, taken)
  const labels = exportLabelsOf(kind)
  const isOwn = isOwnExport(columns, recordKindOf[kind])
  for (const column of columns) {
    const name = labels.get(headingKey(column.header))
    // Beside the field itself it is no export's: 制定/修订 over two columns of ticks.
    if (name === undefined || (!isOwn && (taken.has(column.index) || fields.has(name))) || fields.has(`@${name}`)) continue
    fields.set(`@${name}`, column)
    taken.add(column.index)
  }
  return { fields, unmapped: columns.filter((column) => !taken.has(column.index)) }
}

/** Columns without a known heading, where theirs is a known one but for how it was typed. */
function mapNearHeadings(columns: readonly HeaderColumn[], words: ReadonlyMap<string, Wish[]>, fields: Map<string, HeaderColumn>, taken: Set<number>): void {
  // One telling heading at least: rows of text must not be searched for likenesses.
  if (fields.size === 0) return
  for (const column of columns) {
    if (taken.has(column.index)) continue
    const near = nearHeading(headingKey(column.header).split('/').at(-1) ?? '', words.keys())
    const field = near === null ? undefined : words.get(near)?.[0]?.field
    if (field === undefined || fields.has(field)) continue
    fields.set(field, column)
    taken.add(column.index)
  }
}

/** Columns whose heading tells its field by a part of it; where two tell the same, none is taken. */
function mapTellingParts(columns: readonly HeaderColumn[], kind: ImportKind, fields: Map<string, HeaderColumn>, taken: Set<number>): void {
  if (fields.size === 0) return
  const names = new Set(Object.keys(kindHeadings[kind].fields))
  for (const [field, part] of tellingParts) {
    if (fields.has(field) || !names.has(field)) continue
    const [only, ...more] = columns.filter(({ index, header }) => !taken.has(index) && part.test(headingKey(header).split('/').at(-1) ?? ''))
    if (only === undefined || more.length > 0) continue
    fields.set(field, only)
    taken.add(only.index)
  }
}

/**
 * Whether the columns are exactly those of the register's own export of a kind; exports of earlier versions have no tags,
 * and a key that is made of the other fields may have been taken out.
 */
export function isOwnExport(columns: readonly HeaderColumn[], kind: RecordKind): boolean {
  const found = new Set(columns.map((column) => headingKey(column.header)))
  const { fields, key } = kindDefinitions[kind]
  const missing = fields.filter((field) => !found.has(headingKey(field.label)))
  return found.size === fields.length - missing.length && missing.every(({ name }) => name === tagsField || (name === 'key' && key === 'key'))
}

/** More than a field has words, and less than a spelling of a heading counts. */
const behindFirst = 50

type Wish = { field: string; rank: number }
const wordTables = new Map<ImportKind, Map<string, Wish[]>>()

function wordsOf(kind: ImportKind): Map<string, Wish[]> {
  const known = wordTables.get(kind)
  if (known) return known
  const table = new Map<string, Wish[]>()
  for (const [field, names] of Object.entries(kindHeadings[kind].fields)) {
    for (const [rank, name] of names.entries()) {
      const key = headingKey(name)
      const list = table.get(key) ?? []
      list.push({ field, rank: secondFields.has(field) ? rank + behindFirst : rank })
      table.set(key, list)
    }
  }
  wordTables.set(kind, table)
  return table
}

/** A heading in two languages, "Patent No. 专利号": words with small letters beside characters, a blank between them. */
const foreignWords = /^[A-Z][A-Za-z0-9 .,'&()/-]*[a-z.][A-Za-z0-9 .,'&()/-]*\s(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff)）])\s[(（]?[A-Z][A-Za-z0-9 .,'&/-]*[a-z.][)）]?$/gu

/** Comparable spellings of a joined heading, most telling first: whole, last two parts, last part, each without its bracket, then in one language. */
function spellings(header: string): string[] {
  const own = spellingsOf(header)
  const plain = header.split('/').map((part) => part.replace(foreignWords, '').trim()).join('/')
  return plain === header ? own : [...new Set([...own, ...spellingsOf(plain)])]
}

/** What databases write around their English headings, and ways to write one word: [S]Current Assignee(s), Publication (Announcement) No. */
const englishMarks = /^\((?:s|std|o)\)|\((?:s|announcement|standardi[sz]ed)\)/gu

function inOneSpelling(key: string): string {
  return /^[a-z(]/u.test(key) ? key.replace(englishMarks, '').replace(/(?:no\.?|num\.?|\(no\.?\))$/u, 'number').replace(/(?<=applicant|assignee|owner)s$/u, '') : key
}

function spellingsOf(header: string): string[] {
  const whole = inOneSpelling(headingKey(header))
  const parts = whole.split('/')
  const tail = parts.slice(-2)
  const found = [whole, tail.join('/'), tail.join(''), ...withGroup(tail), parts.at(-1) ?? '']
  const bare = found.map((text) => text.replace(/\([^()]*\)$|(?:及|和|与|、|\/)(?:排名|排序|位次|名次|顺序)$/u, ''))
  return [...new Set([...found, ...bare])].filter((text) => text !== '')
}

/** What a group of columns is called beyond its subject: 标准信息, 专利基本情况. */
const groupEnding = /(?:基本|主要|相关)?(?:信息|情况|资料|内容|阶段)$/u

/** A heading said together with its group: "标准信息/编号" is 标准编号, "日期/发布" 发布日期. */
function withGroup([group, own]: readonly string[]): string[] {
  if (group === undefined || own === undefined) return []
  // 发布 under 发布、实施日期 is 发布日期.
  const when = /(?:日期|时间)$/u.exec(group)?.[0]
  return [group.replace(groupEnding, '') + own, own + group, ...(when === undefined ? [] : [own + when])]
}

/** The mapping as cli.md prints it. */
export function describeMapping(mapping: Mapping): Record<string, { column: string; header: string }> {
  return Object.fromEntries([...mapping.fields].map(([field, column]) => [field, { column: columnLetters(column.index), header: column.header }]))
}
