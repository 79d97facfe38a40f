import { columnIndex } from '../columnLetters'
import { placeKey, type FormPlace, type FormSheet } from './formSheet'

/** A number that will stand in a cell, null for a text; rows are one-based, columns zero-based. */
export interface FilledNumber extends FormPlace { number: number | null }

export interface FormulaValues {
  /** What a formula's cell comes to; null where it is no formula, names what is no number, or says more than is read here. */
  of(sheet: string, row: number, column: number): number | null
  /** The cells that a formula adds, one by one; null where it does anything else. */
  summands(sheet: string, row: number, column: number): FormPlace[] | null
}

type Content = { number: number } | { formula: string } | 'text' | 'unknown'

/** Formulas that name each other in a circle end somewhere; so does a range of a whole sheet. */
const deepest = 60
const mostCells = 20_000

/**
 * The results of a form's plain formulas once it is filled, for whoever looks before it is written: the four kinds of reckoning,
 * SUM, AVERAGE, MAX, MIN, ROUND, ABS and RANK. The file keeps its formulas; its program reckons them anew when it opens.
 *
 * @param unfilled  cells that could not be filled: what names them comes to nothing yet
 */
export function formulaValues(sheets: readonly FormSheet[], filled: readonly FilledNumber[], unfilled: readonly FormPlace[] = []): FormulaValues {
  const contents = new Map<string, Content>()
  for (const { name, cells } of sheets) {
    for (const { row, column, kind, text } of cells) {
      if (kind === 'formula') contents.set(placeKey({ sheet: name, row, column }), { formula: text.replace(/^=/u, '') })
      else if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) contents.set(placeKey({ sheet: name, row, column }), { number: Number(text) })
      else if (kind !== 'empty') contents.set(placeKey({ sheet: name, row, column }), 'text')
    }
  }
  for (const { sheet, row, column, number } of filled) contents.set(placeKey({ sheet, row, column }), number === null ? 'text' : { number })
  for (const { sheet, row, column } of unfilled) contents.set(placeKey({ sheet, row, column }), 'unknown')
  const known = new Map<string, number | null>()

  function valueOf(key: string, depth: number): number | 'text' | null {
    const content = contents.get(key)
    if (content === undefined) return 0
    if (content === 'text') return 'text'
    if (content === 'unknown') return null
    if ('number' in content) return content.number
    const found = known.get(key)
    if (found !== undefined) return found
    const value = depth > deepest ? null : new Reckoning(content.formula, key.slice(0, key.indexOf('\n')), (cell) => valueOf(cell, depth + 1), (cell) => contents.has(cell)).result()
    known.set(key, value)
    return value
  }

  return {
    of(sheet, row, column) {
      const key = placeKey({ sheet, row, column })
      const content = contents.get(key)
      const value = typeof content === 'object' && 'formula' in content ? valueOf(key, 0) : null
      return typeof value === 'number' && Number.isFinite(value) ? value : null
    },
    summands(sheet, row, column) {
      const content = contents.get(placeKey({ sheet, row, column }))
      if (typeof content !== 'object' || !('formula' in content)) return null
      const terms = /^\s*SUM\(([^()]*)\)\s*$/iu.exec(content.formula)?.[1]?.split(',') ?? content.formula.split('+')
      const ranges = terms.map((term) => parseReference(term.trim(), sheet))
      return ranges.every((range) => range !== null) ? ranges.flatMap((range) => cellsOf(range)) : null
    },
  }
}

interface Range { sheet: string; top: number; left: number; bottom: number; right: number }

const reference = /^(?:(?:'((?:[^']|'')+)'|([^\s'!()[\]+*/,-]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/u

function parseReference(text: string, home: string): Range | null {
  const [all, quoted, plain, left = '', top = '', right = left, bottom = top] = reference.exec(text) ?? []
  const [from, to] = [columnIndex(left), columnIndex(right)]
  if (all === undefined || from === null || to === null) return null
  const rows = [Number(top), Number(bottom)] as const
  const range = { sheet: quoted?.replaceAll("''", "'") ?? plain ?? home, top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(from, to), right: Math.max(from, to) }
  return (range.bottom - range.top + 1) * (range.right - range.left + 1) > mostCells ? null : range
}

function cellsOf({ sheet, top, bottom, left, right }: Range): FormPlace[] {
  const width = right - left + 1
  return Array.from({ length: (bottom - top + 1) * width }, (_, at) => ({ sheet, row: top + Math.floor(at / width), column: left + (at % width) }))
}

type Term = number | Range

/** What is not read ends the whole formula: a guess would be worse than none. */
class Unread extends Error {}

const tokens = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|((?:'(?:[^']|'')+'!|[^\s'!()[\]+*/,%-]+!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w(.])|([A-Za-z_.]+)\(|([-+*/(),%]))/uy

/** One formula, read from left to right. */
class Reckoning {
  private at = 0
  private token: { kind: 'number' | 'reference' | 'function' | 'sign' | 'end'; text: string } = { kind: 'end', text: '' }

  constructor(private readonly text: string, private readonly sheet: string, private readonly valueAt: (key: string) => number | 'text' | null, private readonly holds: (key: string) => boolean) {}

  result(): number | null {
    try {
      this.next()
      const value = this.number(this.sum())
      return this.token.kind === 'end' ? value : null
    } catch (error) {
      if (error instanceof Unread) return null
      throw error
    }
  }

  private next(): void {
    if (this.text.slice(this.at).trim() === '') {
      this.token = { kind: 'end', text: '' }
      return
    }
    tokens.lastIndex = this.at
    const found = tokens.exec(this.text)
    if (!found) throw new Unread()
    this.at = tokens.lastIndex
    const [, number, cell, name, sign] = found
    this.token = number !== undefined ? { kind: 'number', text: number } : cell !== undefined ? { kind: 'reference', text: cell } : name !== undefined ? { kind: 'function', text: name } : { kind: 'sign', text: sign ?? '' }
  }

  private takes(...signs: string[]): string | null {
    if (this.token.kind !== 'sign' || !signs.includes(this.token.text)) return null
    const { text } = this.token
    this.next()
    return text
  }

  private sum(): Term {
    let value = this.product()
    for (let sign = this.takes('+', '-'); sign !== null; sign = this.takes('+', '-')) {
      const more = this.number(this.product())
      value = this.number(value) + (sign === '+' ? more : -more)
    }
    return value
  }

  private product(): Term {
    let value = this.signed()
    for (let sign = this.takes('*', '/'); sign !== null; sign = this.takes('*', '/')) {
      const more = this.number(this.signed())
      if (sign === '/' && more === 0) throw new Unread()
      value = sign === '*' ? this.number(value) * more : this.number(value) / more
    }
    return value
  }

  private signed(): Term {
    if (this.takes('-') !== null) return -this.number(this.signed())
    if (this.takes('+') !== null) return this.number(this.signed())
    let value = this.primary()
    while (this.takes('%') !== null) value = this.number(value) / 100
    return value
  }

  private primary(): Term {
    const { kind, text } = this.token
    if (kind === 'sign' && text === '(') {
      this.next()
      const value = this.sum()
      if (this.takes(')') === null) throw new Unread()
      return value
    }
    if (kind === 'end' || kind === 'sign') throw new Unread()
    this.next()
    if (kind === 'number') return Number(text)
    if (kind === 'function') return this.call(text.toUpperCase().replace(/^_XLFN\./u, ''))
    const range = parseReference(text, this.sheet)
    if (range === null) throw new Unread()
    return range
  }

  private call(name: string): number {
    const given: Term[] = []
    if (this.takes(')') === null) {
      do given.push(this.sum())
      while (this.takes(',') !== null)
      if (this.takes(')') === null) throw new Unread()
    }
    const [first, second, third] = given
    switch (name) {
      case 'SUM': return this.numbers(given).reduce((sum, value) => sum + value, 0)
      case 'MAX': return Math.max(...this.atLeastOne(this.numbers(given)))
      case 'MIN': return Math.min(...this.atLeastOne(this.numbers(given)))
      case 'AVERAGE': {
        const values = this.atLeastOne(this.numbers(given))
        return values.reduce((sum, value) => sum + value, 0) / values.length
      }
      case 'ABS': return Math.abs(this.number(first))
      case 'ROUND': {
        const [value, scale] = [this.number(first), 10 ** this.number(second)]
        return (Math.sign(value) * Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))) / scale
      }
      case 'RANK':
      case 'RANK.EQ': {
        const [value, others] = [this.number(first), second === undefined ? [] : this.numbers([second])]
        const isAscending = third !== undefined && this.number(third) !== 0
        if (!others.includes(value)) throw new Unread()
        return 1 + others.filter((other) => (isAscending ? other < value : other > value)).length
      }
      default: throw new Unread()
    }
  }

  private atLeastOne(values: number[]): number[] {
    if (values.length === 0) throw new Unread()
    return values
  }

  /** A single number; an empty cell is zero, as in the program that will reckon. */
  private number(term: Term | undefined): number {
    if (typeof term === 'number') return term
    if (term === undefined || term.top !== term.bottom || term.left !== term.right) throw new Unread()
    const value = this.valueAt(placeKey({ sheet: term.sheet, row: term.top, column: term.left }))
    if (typeof value !== 'number') throw new Unread()
    return value
  }

  /** The numbers of ranges: texts and empty cells are passed over. */
  private numbers(terms: readonly Term[]): number[] {
    return terms.flatMap((term) => {
      if (typeof term === 'number') return [term]
      return cellsOf(term).flatMap(({ sheet, row, column }) => {
        const key = placeKey({ sheet, row, column })
        if (!this.holds(key)) return []
        const value = this.valueAt(key)
        if (value === null) throw new Unread()
        return value === 'text' ? [] : [value]
      })
    })
  }
}
