import { orderByPinyin } from '../../../shared/domain/order/pinyinOrder'

/**
 * One field of all records as ranks: comparing two ranks compares the values, a value test becomes a look-up in a table
 * as long as the distinct values, and sorting is counting. Rows follow the ids of the kind.
 */
export interface RankedColumn {
  /** Rank of each row's value; `values.length` where the row has none, so that empty rows come last. */
  ranks: Int32Array
  /** The distinct values in the field's order. */
  values: readonly (string | number)[]
}

/** Several values a row: those of row r are `ranks[starts[r]]` up to `starts[r + 1]`, in the record's order. */
export interface RankedLists {
  starts: Int32Array
  ranks: Int32Array
  values: readonly (string | number)[]
}

/** How the values of a field are ordered: numbers and codes as they are, Chinese text by pinyin. */
export type ValueOrder = 'plain' | 'pinyin'

/** Numbers the distinct values as they come; `finish` turns the numbers into ranks. */
export class ValueNumbers {
  readonly #numbers = new Map<string | number, number>()

  /** Number of a value, -1 for none. */
  of(value: string | number | null): number {
    if (value === null) return -1
    let number = this.#numbers.get(value)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(value, number)
    }
    return number
  }

  /** Replaces the numbers in `cells` by ranks (and -1 by the count of values) and gives the values in order. */
  finish(cells: Int32Array, order: ValueOrder): (string | number)[] {
    const found = [...this.#numbers.keys()]
    const sequence = order === 'pinyin' ? orderByPinyin(found.map(String)) : plainOrder(found)
    const rankOf = new Int32Array(found.length + 1)
    sequence.forEach((number, rank) => { rankOf[number] = rank })
    for (let at = 0; at < cells.length; at++) {
      const number = cells[at] ?? -1
      cells[at] = number < 0 ? found.length : (rankOf[number] ?? 0)
    }
    return Array.from(sequence, (number) => found[number] ?? '')
  }
}

function plainOrder(values: readonly (string | number)[]): Uint32Array {
  const order = Uint32Array.from(values, (_, index) => index)
  return order.sort((a, b) => {
    const left = values[a] ?? ''
    const right = values[b] ?? ''
    return left < right ? -1 : left > right ? 1 : 0
  })
}

/** A growing Int32Array, for lists whose total length is not known beforehand. */
export class IntList {
  #items = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#items.length) this.#grow()
    this.#items[this.length++] = value
  }

  #grow(): void {
    const grown = new Int32Array(this.length * 2)
    grown.set(this.#items)
    this.#items = grown
  }

  toArray(): Int32Array<ArrayBuffer> {
    return this.#items.slice(0, this.length)
  }
}
