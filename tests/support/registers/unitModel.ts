/**
 * Which units and names are one, in the plainest terms: everything is looked through every time. A ref is `u0`, `u1` for
 * units of the directory and `n0`, `n1` … for names that no unit carried at first.
 */
export type Ref = string

/** All that was said about units; never changed in place. */
export interface UnitState {
  /** Unit to the unit it went into. */
  into: ReadonlyMap<Ref, Ref>
  /** Name to the unit whose other name it is. */
  alias: ReadonlyMap<Ref, Ref>
  /** Names that stand for one, the kept one first. */
  links: readonly (readonly Ref[])[]
  /** Pairs that were told apart. */
  apart: readonly (readonly [Ref, Ref])[]
}

const isUnit = (ref: Ref): boolean => ref.startsWith('u')

export class UnitModel {
  #state: UnitState = { into: new Map(), alias: new Map(), links: [], apart: [] }
  readonly #changes = new Map<number, { before: UnitState; after: UnitState }>()

  constructor(readonly refs: readonly Ref[]) {}

  /** What a ref stands for: a unit, or the name that is kept of those that are one. */
  meant(ref: Ref): Ref {
    const { into, alias, links } = this.#state
    if (!isUnit(ref)) {
      const unit = alias.get(ref)
      return unit === undefined ? (links.find((link) => link.includes(ref))?.[0] ?? ref) : this.meant(unit)
    }
    const next = into.get(ref)
    return next === undefined ? ref : this.meant(next)
  }

  apart(): string[] {
    return this.#state.apart.map((pair) => pair.toSorted().join(' ')).toSorted()
  }

  /** @returns whether anything changes */
  merge(keep: Ref, other: Ref): boolean {
    const [kept, joined] = [this.meant(keep), this.meant(other)]
    if (kept === joined) return false
    const names = new Set([...this.#names(kept), ...this.#names(joined)])
    const { into, alias, links, apart } = this.#state
    const left = { links: links.filter((link) => !link.every((name) => names.has(name))), apart: apart.filter((pair) => !pair.every((name) => names.has(name))) }
    if (!isUnit(kept)) this.#state = { into, alias, ...left, links: [...left.links, [...names]] }
    else if (isUnit(joined)) this.#state = { ...left, alias, into: new Map([...into, [joined, kept]]) }
    else this.#state = { ...left, into, alias: new Map([...alias, ...this.#names(joined).map((name) => [name, kept] as const)]) }
    return true
  }

  /** @returns null when it was not merged */
  split(ref: Ref): boolean | null {
    const { into, alias, links, apart } = this.#state
    const own = isUnit(ref) ? into.get(ref) : alias.get(ref)
    const link = links.find((names) => names.includes(ref))
    if (own === undefined && link === undefined) return null
    const left = link?.filter((name) => name !== ref) ?? []
    const other = own ?? left[0] ?? ref
    this.#state = {
      into: new Map([...into].filter(([unit]) => unit !== ref)), alias: new Map([...alias].filter(([name]) => name !== ref)),
      links: own === undefined ? [...links.filter((names) => names !== link), ...(left.length > 1 ? [left] : [])] : links,
      apart: this.#areApart(other, ref) ? apart : [...apart, [other, ref]],
    }
    return true
  }

  /** @returns whether anything changes; null when both are one */
  tellApart(one: Ref, other: Ref): boolean | null {
    const [first, second] = [this.meant(one), this.meant(other)]
    if (first === second) return null
    if (this.#areApart(first, second)) return false
    this.#state = { ...this.#state, apart: [...this.#state.apart, [first, second]] }
    return true
  }

  get state(): UnitState {
    return this.#state
  }

  /** Remembers a change by its number. */
  note(sequence: number, before: UnitState): void {
    this.#changes.set(sequence, { before, after: this.#state })
  }

  knows(sequence: number): boolean {
    return this.#changes.has(sequence)
  }

  /** Takes the last change that stands back; `as` is the number of the undo. */
  undo(sequence: number, as: number): void {
    const change = this.#changes.get(sequence)
    if (!change) return
    this.#state = change.before
    this.#changes.set(as, { before: change.after, after: change.before })
  }

  #areApart(one: Ref, other: Ref): boolean {
    return this.#state.apart.some((pair) => pair.includes(one) && pair.includes(other))
  }

  /** Every name of what a ref stands for; a unit's own name goes by its ref. */
  #names(subject: Ref): Ref[] {
    const link = this.#state.links.find((names) => names[0] === subject)
    return isUnit(subject) ? this.refs.filter((ref) => this.meant(ref) === subject) : [...(link ?? [subject])]
  }
}
