import { columnLetters } from '../../../../shared/domain/columnLetters'
import { dateAsShown, parseDate, type DateResult } from '../../../../shared/domain/dates/dates'
import type { NoticeCode, RepairCode, VerdictCode } from '../../../../shared/domain/errorCodes'
import { headingKey } from '../../../../shared/domain/catalogue/headings'
import { cleanLines, cleanText, detectForeignText, hasControlCharacters, isOrdinaryText, isOtherScript, isPlaceholder } from '../../../../shared/domain/text'
import { simplify } from '../../../../shared/domain/units/characterForms'
import { withoutFootnoteMarks } from '../../../../shared/domain/footnotes'
import { stripMarkup } from '../../../../shared/domain/markup'
import { unguardFormula } from '../../../../shared/domain/formulaGuard'
import type { Cell, Row } from '../../../workbook/types'
import { dateQuestions } from '../dateAnswers'
import { tickOf } from '../table/tickMark'
import { cellText, isBlankCell, shownText } from '../table/cellText'
import type { HeaderColumn, Mapping } from '../table/columnFields'
import type { GroupFields } from '../table/sections'

export interface Fault {
  verdict: 'rejected' | 'review'
  field: string
  column: string
  /** What stands over the column, for the message. */
  heading: string
  code: VerdictCode
  value: string | number | null
  /** Readings to choose from, for a question. */
  choices?: readonly string[]
  /** What the message fills in beside the value: the expected check digit, the proposal. */
  words?: Readonly<Record<string, unknown>>
  isKey: boolean
}

export interface Repair { field: string; column: string; code: RepairCode; from: string | number | null; to: string }
export interface Notice { field: string; column: string; code: NoticeCode; value?: string; /** What another source says. */ kept?: string }

/**
 * What becomes of a text with characters that simplified Chinese does not use: it is left out, as one copied from a web page;
 * brought into simplified characters, where it is a word of a vocabulary; or kept, where any script may be meant.
 */
export type ForeignRule = 'leave_out' | 'simplify' | 'keep'

function isDitto(text: string): boolean {
  return text.length <= 2 && ditto.test(text)
}

/** What a row's answers settle: field name to the clerk's text, or null for "leave this row out". */
export type RowAnswers = ReadonlyMap<string, string | null>

const longestText = 32_767
/** An apostrophe ahead, by which programs keep a spreadsheet from changing a number or a day. */
const shield = /^\s*['‘’＇`](?=[A-Za-z\d])/u
/** Asked of every row. */
const headings = new WeakMap<HeaderColumn, string>()
const notYet = /^(?:(?:尚|暂|还)?未|暂不|尚待|待)[\u4e00-\u9fff]{1,8}$|^(?!.*[年月日])[\u4e00-\u9fff]{1,6}(?:中|在审)$/u
const ditto = /^(?:同上|同前|[〃″”]|"|“)$/u

/** An identifier, or null where what stands in its cell says that there is none: 无, 待定, —. */
export function withoutPlaceholder(identifier: string | number | null): string | number | null {
  return typeof identifier === 'string' && isPlaceholder(identifier) ? null : identifier
}

/**
 * One body row under a mapping: hands out cells by field and gathers what is wrong with, repaired in, or worth saying
 * about them. Judges ask for fields in the order of importance; faults carry their cell.
 */
export class RowReader {
  readonly faults: Fault[] = []
  readonly repairs: Repair[] = []
  readonly notices: Notice[] = []
  /** What cells say once something is parted from them that belongs elsewhere: of few rows. */
  private parted: Map<string, string> | undefined

  constructor(
    readonly row: Row,
    readonly mapping: Mapping,
    private readonly base1904: boolean,
    private readonly answers?: RowAnswers,
    /** What the heading above a group of rows says, for fields that have no column. */
    private readonly group: GroupFields = {},
  ) {}

  has(field: string): boolean {
    return this.mapping.fields.has(field)
  }

  column(field: string): string {
    const column = this.mapping.fields.get(field)
    return column ? columnLetters(column.index) : ''
  }

  /** What stands over the field's own column, in its comparable form. */
  heading(field: string): string {
    const column = this.mapping.fields.get(field)
    if (column === undefined) return ''
    const known = headings.get(column) ?? headingKey(column.header.split('/').at(-1) ?? '')
    headings.set(column, known)
    return known
  }

  /** The clerk's answer about a field; undefined where none was given. */
  answer(field: string): string | null | undefined {
    return this.answers?.get(field)
  }

  /** The cell as it is, or the clerk's answer for it. */
  cell(field: string): Cell {
    const answer = this.answers?.get(field)
    if (typeof answer === 'string') return answer
    const parted = this.parted?.get(field)
    if (parted !== undefined) return parted
    const column = this.mapping.fields.get(field)
    if (column === undefined) return this.group[field] ?? null
    return this.row.cells[column.index] ?? null
  }

  /** From here on the field is read as this text, which another part of its row gives. */
  readAs(field: string, text: string): void {
    this.parted ??= new Map()
    this.parted.set(field, text)
  }

  /** Cell of an identifier: text or number; null when blank; formula errors are faults. */
  identifier(field: string): string | number | null {
    return this.identifierOf(field, false)
  }

  /** As `identifier`, of what the record is known by: a fault of it comes before all others. */
  key(field: string): string | number | null {
    return this.identifierOf(field, true)
  }

  private identifierOf(field: string, isKey: boolean): string | number | null {
    const cell = this.cell(field)
    if (isBlankCell(cell)) return null
    if (typeof cell === 'string') return this.boundedText(field, this.unmarked(field, cell))
    if (typeof cell === 'number') return cell
    if (typeof cell === 'boolean') return cellText(cell)
    if (cell === null) return null
    if ('d' in cell) return cell.d
    if ('iso' in cell) return cell.iso
    if ('p' in cell) return cell.p
    const code = 'e' in cell && cell.e === 'shared_string_missing' ? 'shared_string_missing' : 'e' in cell && cell.e === 'quote_not_closed' ? 'quote_not_closed' : 'formula_error'
    this.fault(field, code, { isKey })
    return null
  }

  /** Clean text of a descriptive field; placeholders are empty; unreadable texts are left out with a notice. */
  text(field: string, foreign: ForeignRule = 'leave_out'): string | null {
    const text = this.cleaned(field, cleanText, foreign)
    return foreign === 'simplify' && text !== null ? this.simplified(field, text) : text
  }

  /** As `text`, but line breaks survive: in a list of names they separate. */
  lines(field: string): string | null {
    return this.cleaned(field, cleanLines, 'leave_out')
  }

  private cleaned(field: string, clean: (text: string) => string, rule: ForeignRule): string | null {
    const cell = this.cell(field)
    if (isBlankCell(cell) || cell === null) return null
    if (typeof cell === 'object' && ('e' in cell || 'f' in cell)) {
      if ('e' in cell && cell.e === 'quote_not_closed') this.fault(field, 'quote_not_closed')
      else if ('e' in cell) this.noticeShown(field, 'formula_error')
      else this.notice(field, 'formula_without_value')
      return null
    }
    const raw = typeof cell === 'string' ? this.boundedText(field, cell) : cellText(cell)
    if (raw === null) return null
    if (isOrdinaryText(raw)) return isPlaceholder(raw) || isDitto(raw) ? this.emptied(field, raw) : raw
    if (hasControlCharacters(raw)) this.notice(field, 'control_characters')
    const text = clean(this.withoutMarkup(field, unguardFormula(raw)))
    if (text === '' || isPlaceholder(text) || isDitto(text)) return this.emptied(field, text)
    const foreign = detectForeignText(text)
    if (foreign === null || (rule === 'keep' && isOtherScript(text)) || (rule === 'simplify' && detectForeignText(simplify(text)) === null)) return text
    this.notice(field, foreign, text)
    return null
  }

  /** The text without marks of footnotes behind it, which is said. */
  unmarked(field: string, text: string): string {
    const unshielded = text.replace(shield, '')
    const plain = withoutFootnoteMarks(unshielded)
    if (plain !== unshielded && !this.notices.some((notice) => notice.field === field && notice.code === 'cleaned')) this.notice(field, 'cleaned', text)
    return plain
  }

  private simplified(field: string, text: string): string {
    const plain = simplify(text)
    if (plain !== text && !this.notices.some((notice) => notice.field === field && notice.code === 'simplified')) this.notice(field, 'simplified', text, plain)
    return plain
  }

  /** Nothing is read from a placeholder; a ditto mark may mean the row above, or the one above that: it is said. */
  private emptied(field: string, text: string): null {
    if (isDitto(text)) this.notice(field, 'bad_text_value', text)
    return null
  }

  /** Titles copied from query pages carry tags of index letters and breaks (import-sources.md 6.4). */
  private withoutMarkup(field: string, raw: string): string {
    const plain = stripMarkup(raw)
    if (plain !== raw) this.notice(field, 'markup_removed', raw)
    return plain
  }

  private boundedText(field: string, text: string): string | null {
    if (text.length <= longestText) return text
    this.fault(field, 'text_too_long')
    return null
  }

  /** Calendar text of a date field (YYYY-MM-DD, YYYY-MM, YYYY); null when blank or a placeholder; doubt is a question. */
  date(field: string): string | null {
    const cell = this.cell(field)
    if (isBlankCell(cell) || cell === null) return null
    if (typeof cell === 'object' && ('e' in cell || 'f' in cell)) {
      this.fault(field, 'formula_error')
      return null
    }
    if (typeof cell === 'boolean') {
      this.fault(field, 'bad_date')
      return null
    }
    if (typeof cell === 'object' && 'p' in cell) return this.takeDate(field, parseDate(cell.p, { base1904: this.base1904 }))
    const result = typeof cell === 'object' && 'iso' in cell ? dateAsShown(parseDate(cell.iso), cell.shows) : parseDate(typeof cell === 'string' ? this.unmarked(field, cell) : (cell as number | { d: number }), { base1904: this.base1904 })
    return this.takeDate(field, result)
  }

  /** As `date`, of an event that may not have come yet, which a word in its place says: 未授权, 审查中. */
  dateOfEvent(field: string): string | null {
    const cell = this.cell(field)
    if (typeof cell !== 'string' || !notYet.test(cell.trim())) return this.date(field)
    this.notice(field, 'bad_text_value', cell)
    return null
  }

  /** As `date`, of a part of the field's cell. */
  dateOf(field: string, text: string): string | null {
    return this.takeDate(field, parseDate(text.trim(), { base1904: this.base1904 }))
  }

  private takeDate(field: string, result: DateResult): string | null {
    if (result.ok) {
      if (result.precision === 'month' || result.precision === 'year') this.notice(field, 'month_precision', shownText(this.cell(field), this.base1904))
      return result.value
    }
    const candidates = result.details?.['candidates']
    this.fault(field, result.code === 'bad_format' ? 'bad_date' : result.code, {
      verdict: dateQuestions.has(result.code) ? 'review' : 'rejected',
      choices: Array.isArray(candidates) ? candidates.map(String) : [],
    })
    return null
  }

  /**
   * Whether a tick column is ticked (√, ✓, 是, 1, Y …); what says neither yes nor no is no tick, and said.
   *
   * @param means  words that are a yes in this column alone
   */
  ticked(field: string, means?: RegExp): boolean {
    const text = cellText(this.cell(field))
    const tick = tickOf(text) ?? (means?.test(text) ? true : null)
    if (tick === null && !this.notices.some((notice) => notice.field === field && notice.code === 'bad_text_value')) this.notice(field, 'bad_text_value', text)
    return tick ?? false
  }

  fault(field: string, code: VerdictCode, more: { verdict?: 'rejected' | 'review'; choices?: readonly string[]; isKey?: boolean; words?: Fault['words']; /** Where the doubt stands in no cell of the row. */ value?: string } = {}): void {
    const cell = this.cell(field)
    const value = more.value !== undefined ? more.value.slice(0, 200) : typeof cell === 'number' ? cell : cell === null ? null : shownText(cell, this.base1904).slice(0, 200)
    this.faults.push({ verdict: more.verdict ?? 'rejected', field, column: this.column(field), heading: this.mapping.fields.get(field)?.header.split('/').at(-1) ?? '', code, value, ...(more.choices ? { choices: more.choices } : {}), ...(more.words ? { words: more.words } : {}), isKey: more.isKey ?? false })
  }

  repair(field: string, code: RepairCode, to: string): void {
    const cell = this.cell(field)
    this.repairs.push({ field, column: this.column(field), code, from: typeof cell === 'number' ? cell : shownText(cell, this.base1904), to })
  }

  notice(field: string, code: NoticeCode, value?: string, kept?: string): void {
    this.notices.push({ field, column: this.column(field), code, ...(value === undefined ? {} : { value: value.slice(0, 200) }), ...(kept === undefined ? {} : { kept: kept.slice(0, 200) }) })
  }

  /** Says which cell holds a delimiter that parted it; nothing where that column is none of the fields. */
  noticeJoined(index: number | null): void {
    const field = [...this.mapping.fields].find(([, column]) => column.index === index)?.[0]
    if (field !== undefined) this.noticeShown(field, 'delimiter_in_text')
  }

  /** A notice that quotes the cell as it is shown. */
  noticeShown(field: string, code: NoticeCode): void {
    this.notice(field, code, shownText(this.cell(field), this.base1904))
  }

  /** The fault that decides the row: the key's before others, a rejection before a question, then the leftmost. */
  decidingFault(): Fault | null {
    if (this.faults.length === 0) return null
    const position = (fault: Fault): number => this.mapping.fields.get(fault.field)?.index ?? Number.MAX_SAFE_INTEGER
    const sorted = [...this.faults].sort((a, b) => Number(b.isKey) - Number(a.isKey) || Number(a.verdict === 'review') - Number(b.verdict === 'review') || position(a) - position(b))
    return sorted[0] ?? null
  }
}
