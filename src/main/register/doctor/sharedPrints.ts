import type { ColumnRow } from '../../store/columnSource'

/** Rows of a kind with a number each for what they say; of a million records only that is held. */
export class Prints {
  readonly #ids: Int32Array
  readonly #prints: Float64Array
  #rows = 0

  /** @param most  rows there can be */
  constructor(most: number) {
    this.#ids = new Int32Array(most)
    this.#prints = new Float64Array(most)
  }

  /** Ids so far, in the order in which they came. */
  get ids(): Int32Array {
    return this.#ids.subarray(0, this.#rows)
  }

  /** More than there can be are not taken: they came since the rows were counted. */
  add(id: number, cells: ColumnRow): void {
    if (this.#rows === this.#ids.length) return
    this.#ids[this.#rows] = id
    this.#prints[this.#rows++] = cells.reduce<number>(printOf, 0)
  }

  /** A walk over the rows that goes along with pages in the same order: what `next` is not given, or not told more of, is dropped. */
  refine(): { next(id: number, more: ColumnRow): void; end(): void } {
    const before = this.#rows
    let [at, kept] = [0, 0]
    return {
      next: (id, more) => {
        while (at < before && (this.#ids[at] ?? 0) < id) at++
        if (at === before || this.#ids[at] !== id) return
        this.#ids[kept] = id
        this.#prints[kept++] = more.reduce<number>(printOf, this.#prints[at++] ?? 0)
      },
      end: () => { this.#rows = kept },
    }
  }

  /** Drops nearly all rows that say something of their own, without putting a million numbers in order. */
  keepShared(): void {
    const places = 2 ** Math.ceil(Math.log2(Math.max(64, this.#rows * 8)))
    const [once, twice] = [new Uint8Array(places / 8), new Uint8Array(places / 8)]
    for (let row = 0; row < this.#rows; row++) {
      const place = placeOf(this.#prints[row] ?? 0, places)
      if (isSet(once, place)) set(twice, place)
      else set(once, place)
    }
    let kept = 0
    for (let row = 0; row < this.#rows; row++) {
      const print = this.#prints[row] ?? 0
      if (!isSet(twice, placeOf(print, places))) continue
      this.#ids[kept] = this.#ids[row] ?? 0
      this.#prints[kept++] = print
    }
    this.#rows = kept
  }

  /** Ids of rows that say the same, ascending; groups in the order of their first. */
  groups(): number[][] {
    const sorted = this.#prints.slice(0, this.#rows).sort()
    const groups = new Map<number, number[]>()
    for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) groups.set(sorted[at] ?? 0, [])
    for (let row = 0; row < this.#rows; row++) groups.get(this.#prints[row] ?? 0)?.push(this.#ids[row] ?? 0)
    return [...groups.values()].toSorted(([a = 0], [b = 0]) => a - b)
  }
}

function placeOf(print: number, places: number): number {
  return (print >>> 0) & (places - 1)
}

function isSet(bits: Uint8Array, place: number): boolean {
  return ((bits[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0
}

function set(bits: Uint8Array, place: number): void {
  bits[place >>> 3] = (bits[place >>> 3] ?? 0) | (1 << (place & 7))
}

/** A number for what was said before, by its number, and one cell more, of 53 bits: of a million records hardly two that say different things share one. */
function printOf(before: number, cell: string | number | null): number {
  const text = String(cell)
  let [high, low] = [0xdead_beef ^ Math.floor(before / 0x1_0000_0000), 0x41c6_ce57 ^ (before >>> 0)]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 0x9e37_79b1)
    low = Math.imul(low ^ code, 0x5f35_6495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85eb_ca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2_ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85eb_ca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2_ae35)
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0)
}
