/** A set of record ids as bits: sets of a million are joined and cut in a millisecond. */
export class IdSet {
  readonly #bits: Uint32Array

  /** @param largest no id of the set is larger */
  constructor(readonly largest: number, bits?: Uint32Array) {
    this.#bits = bits ?? new Uint32Array((largest >>> 5) + 1)
  }

  static of(largest: number, ids: Iterable<number>): IdSet {
    const set = new IdSet(largest)
    set.add(ids)
    return set
  }

  /** Larger ids than the set takes are left out: they came into the register after it was asked. */
  add(ids: Iterable<number>): void {
    for (const id of ids) if (id <= this.largest) this.#bits[id >>> 5] = (this.#bits[id >>> 5] ?? 0) | (1 << (id & 31))
  }

  unite(other: IdSet): void {
    for (let at = 0; at < this.#bits.length; at++) this.#bits[at] = (this.#bits[at] as number) | (other.#bits[at] as number)
  }

  cutWith(other: IdSet): IdSet {
    return new IdSet(this.largest, this.#bits.map((bits, at) => bits & (other.#bits[at] as number)))
  }

  without(other: IdSet): IdSet {
    return new IdSet(this.largest, this.#bits.map((bits, at) => bits & ~(other.#bits[at] as number)))
  }

  get size(): number {
    let size = 0
    for (const bits of this.#bits) if (bits !== 0) size += ones(bits)
    return size
  }

  /** Ascending. */
  ids(): Int32Array {
    const ids = new Int32Array(this.size)
    let count = 0
    for (let at = 0; at < this.#bits.length; at++) {
      for (let bits = this.#bits[at] as number; bits !== 0; bits &= bits - 1) ids[count++] = (at << 5) + 31 - Math.clz32(bits & -bits)
    }
    return ids
  }
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
