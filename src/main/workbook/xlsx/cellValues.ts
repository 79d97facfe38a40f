import type { Refusal } from '../../../shared/domain/result'
import { numberAt } from '../numberBytes'
import type { Cell } from '../types'
import type { CellType } from './cellType'
import { isoCell, numberCell } from './dateFormats'
import { isRoundedAway } from './disguise'
import { decodeEscapes } from './escapedText'
import type { NumberLooks } from './numberLooks'
import type { SharedStrings } from './sharedStrings'

export interface ValueContext {
  strings: SharedStrings | undefined
  looks: NumberLooks
  /** Tells formulas, and numbers that show as others, instead of what is stored. */
  marksDisguises: boolean
  /** Tells numbers that show as percentages. */
  tellsPercents: boolean
  /** Cell formats whose letters cannot be seen, where such cells are to be told. */
  hides?: readonly boolean[] | undefined
  /** Whether a piece of a shared string, by its number, cannot be read in a cell of that format. */
  hidesString?: ((index: number, style: number) => boolean) | undefined
}

/** What is stored in a cell, by its type and format, as every reader tells it. */
export class CellValues {
  /** @param withoutStrings  the refusal of a cell that names a shared string where the workbook has none */
  constructor(private readonly context: ValueContext, private readonly withoutStrings: () => Refusal) {}

  /** The value of a cell that is written as `text`. */
  of(text: string, type: CellType, style: number): Cell {
    switch (type) {
      case 'n':
        return text.trim() === '' ? null : this.numeric(numberAt(Buffer.from(text), 0, Buffer.byteLength(text)), style)
      case 's':
        return this.shared(/^\d{1,9}$/.test(text.trim()) ? Number(text) : -1, style)
      case 'b':
        return text.trim() === '1' || text.trim() === 'true'
      case 'e':
        return { e: text.trim() }
      case 'd':
        return isoCell(text.trim(), this.context.looks.dates[style] ?? 'whole')
      case 'str':
      case 'inlineStr':
        return decodeEscapes(text)
    }
  }

  numeric(value: number, style: number): Cell {
    const { looks, marksDisguises, tellsPercents } = this.context
    if (marksDisguises && this.isDisguised(value, style)) return { e: 'format' }
    if (tellsPercents && looks.percents[style] === true && !Number.isNaN(value)) return { p: value }
    return Number.isNaN(value) ? { e: 'bad_number' } : numberCell(value, looks.dates[style])
  }

  private isDisguised(value: number, style: number): boolean {
    const { looks } = this.context
    const places = looks.places[style] ?? null
    return looks.disguises[style] === true || (places !== null && isRoundedAway(value, places))
  }

  /** A position in the table of shared strings is never passed on as if it were the text. */
  shared(index: number, style: number): Cell {
    if (!this.context.strings) throw this.withoutStrings()
    if (this.context.hidesString?.(index, style) === true) return { e: 'format' }
    const text = this.context.strings.get(index)
    return text === undefined ? { e: 'shared_string_missing' } : text === '' ? null : text
  }
}
