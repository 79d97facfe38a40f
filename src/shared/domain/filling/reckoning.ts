import { columnIndex } from '../columnLetters'
import { placeKey, type FormPlace } from './formSheet'

/** A formula of a form, read and reckoned: references, the four kinds of reckoning and the few functions that forms have. */

/** A range of more cells is no form's. */
const mostCells = 20_000

export interface Range { sheet: string; top: number; left: number; bottom: number; right: number }

const reference = /^(?:(?:'((?:[^']|'')+)'|([^\s'!()[\]+*/,-]+))!)?\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/u

/** The range that a reference names; null for what is none, or is larger than anybody's form. @param home  sheet of the formula */
export function parseReference(text: string, home: string): Range | null {
  const [all, quoted, plain, left = '', top = '', right = left, bottom = top] = reference.exec(text) ?? []
  const [from, to] = [columnIndex(left), columnIndex(right)]
  if (all === undefined || from === null || to === null) return null
  const rows = [Number(top), Number(bottom)] as const
  const range = { sheet: quoted?.replaceAll("''", "'") ?? plain ?? home, top: Math.min(...rows), bottom: Math.max(...rows), left: Math.min(from, to), right: Math.max(from, to) }
  return sizeOf(range) > mostCells ? null : range
}

export function sizeOf({ top, bottom, left, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1)
}

/** The cells of a range, row by row. */
export function cellsOf({ sheet, top, bottom, left, right }: Range): FormPlace[] {
  const width = right - left + 1
  return Array.from({ length: (bottom - top + 1) * width }, (_, at) => ({ sheet, row: top + Math.floor(at / width), column: left + (at % width) }))
}

/** What a formula asks of the cells around it. */
export interface Surroundings {
  /** Sheet of the formula. */
  sheet: string
  /** 'text' for what is no number, null for what is not known; an empty cell is 0. @param key  placeKey */
  valueAt(key: string): number | 'text' | null
  /** Whether anything stands there. */
  holds(key: string): boolean
  /** Whether so many cells more may be looked at: forms are small, and a file may say that it is not. */
  maySpend(cells: number): boolean
}

type Term = number | Range

/** What is not read ends the whole formula: a guess would be worse than none. */
class Unread extends Error {}

const tokens = /\s*(?:(\d+(?:\.\d*)?|\.\d+)|((?:'(?:[^']|'')+'!|[^\s'!()[\]+*/,%-]+!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?)(?![\w(.])|([A-Za-z_.]+)\(|([-+*/(),%]))/uy

/** What a formula comes to; null where it names what is no number, or says more than is read here. @param text  without its sign */
export function reckon(text: string, around: Surroundings): number | null {
  return new Reckoning(text, around).result()
}

/** One formula, read from left to right. */
class Reckoning {
  private at = 0
  private token: { kind: 'number' | 'reference' | 'function' | 'sign' | 'end'; text: string } = { kind: 'end', text: '' }

  constructor(private readonly text: string, private readonly around: Surroundings) {}

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
    const range = parseReference(text, this.around.sheet)
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
    const value = this.around.valueAt(placeKey({ sheet: term.sheet, row: term.top, column: term.left }))
    if (typeof value !== 'number') throw new Unread()
    return value
  }

  /** The numbers of ranges: texts and empty cells are passed over. */
  private numbers(terms: readonly Term[]): number[] {
    return terms.flatMap((term) => {
      if (typeof term === 'number') return [term]
      if (!this.around.maySpend(sizeOf(term))) throw new Unread()
      return cellsOf(term).flatMap(({ sheet, row, column }) => {
        const key = placeKey({ sheet, row, column })
        if (!this.around.holds(key)) return []
        const value = this.around.valueAt(key)
        if (value === null) throw new Unread()
        return value === 'text' ? [] : [value]
      })
    })
  }
}
