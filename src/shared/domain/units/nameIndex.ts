import { normaliseName } from '../text'

/**
 * Which unit a name means: the one that bears it now, else the one that bore it formerly or is also called so.
 * A name that two units share means neither (domain.md 4).
 */
export class NameIndex<Unit> {
  readonly #current = new Map<string, Unit | null>()
  readonly #other = new Map<string, Unit | null>()

  /** @param unit  the one that stands for whoever bears the names */
  add(unit: Unit, name: string | null, otherNames: readonly string[]): void {
    if (name !== null) claim(this.#current, name, unit)
    for (const other of otherNames) claim(this.#other, other, unit)
  }

  /** @param key  a normalised name  @returns null where two units share it, undefined where nobody is called so */
  find(key: string): Unit | null | undefined {
    const current = this.#current.get(key)
    return current === undefined ? this.#other.get(key) : current
  }
}

function claim<Unit>(index: Map<string, Unit | null>, name: string, unit: Unit): void {
  const key = normaliseName(name)
  if (key === '') return
  const holder = index.get(key)
  index.set(key, holder === undefined || holder === unit ? unit : null)
}
