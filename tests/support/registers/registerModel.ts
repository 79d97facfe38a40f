/**
 * What the register should be, in the plainest terms: records with the rows that support them, the word of a person and
 * the files attached to them, and the changes of persons as what each field was before and after. It knows two fields of
 * standards, and their tags, which no file speaks of.
 */
export const modelFields = ['title', 'publishedOn', 'tags'] as const
export type ModelField = (typeof modelFields)[number]
export type ModelValues = Partial<Record<ModelField, string | null>>

interface SupportingRow { batch: number; states: ModelValues }
/**
 * A person's word; a field that is null is said to be empty. A word without any field says which record it is and no more;
 * no word at all is null.
 */
type Hand = ReadonlyMap<ModelField, string | null> | null

interface ModelRecord { key: string; rows: SupportingRow[]; hand: Hand; files: readonly string[] }
type Gone = ModelRecord & { values: Required<ModelValues> }

/** One record's part of a change by a person: its word before and after, or its coming or going. */
type Part =
  | { id: number; how: 'set'; before: Hand; after: Hand }
  | { id: number; how: 'files'; added: readonly string[]; removed: readonly string[] }
  | { id: number; how: 'came' }
  | { id: number; how: 'went'; gone: Gone }

interface Moment { sequence: number; values: Required<ModelValues>; hand: Hand }

export class RegisterModel {
  readonly living = new Map<number, ModelRecord>()
  /** What a person deleted last of each record that is not there. */
  readonly bin = new Map<number, Gone>()
  readonly #undone = new Set<number>()
  /** Rows of undone batches that supported a record at the undo. */
  readonly #withdrawn = new Map<number, { id: number; key: string; states: ModelValues }[]>()
  readonly #changes = new Map<number, readonly Part[]>()
  readonly #moments = new Map<number, (Moment | { sequence: number; values: null })[]>()

  idOf(key: string): number | undefined {
    return [...this.living].find(([, record]) => record.key === key)?.[0]
  }

  values(id: number): Required<ModelValues> | null {
    const record = this.living.get(id)
    return record ? this.#fold(record, record.hand) : null
  }

  addRow(id: number, key: string, batch: number, states: ModelValues): void {
    const record = this.living.get(id) ?? { key, rows: [], hand: null, files: [] }
    this.living.set(id, { ...record, rows: [...record.rows, { batch, states }] })
  }

  undoBatch(batch: number): void {
    this.#undone.add(batch)
    const withdrawn: { id: number; key: string; states: ModelValues }[] = []
    this.#withdrawn.set(batch, withdrawn)
    for (const [id, record] of this.living) {
      const own = record.rows.filter((row) => row.batch === batch)
      if (own.length === 0) continue
      withdrawn.push(...own.map(({ states }) => ({ id, key: record.key, states })))
      record.rows = record.rows.filter((row) => row.batch !== batch)
      // A file of a person's holds a record that no row and no word holds.
      if (record.hand === null && record.rows.length === 0 && record.files.length > 0) record.hand = new Map()
      if (record.hand !== null || record.rows.length > 0) continue
      this.living.delete(id)
      this.bin.delete(id)
      this.#moments.delete(id)
    }
  }

  /** Its rows support again what they supported, under the record's new number where it has one. */
  redoBatch(batch: number): void {
    this.#undone.delete(batch)
    for (const { id, key, states } of this.#withdrawn.get(batch) ?? []) {
      const there = this.idOf(key) ?? id
      this.addRow(there, key, batch, states)
      this.living.get(there)?.rows.sort((a, b) => a.batch - b.batch)
      this.bin.delete(there)
    }
  }

  /** Every field that differs becomes a person's word. @returns the parts of the change; none when all is so already */
  set(ids: readonly number[], typed: ModelValues): Part[] {
    return ids.flatMap((id) => {
      const record = this.living.get(id)
      const now = this.values(id)
      const changed = modelFields.filter((field) => field in typed && now !== null && now[field] !== (typed[field] ?? null))
      if (!record || changed.length === 0) return []
      return [this.#setHand(id, record, this.#said(record, record.hand, changed.map((field) => [field, typed[field] ?? null])))]
    })
  }

  /** @returns none when the record has it already, or is not there */
  attach(id: number, file: string): Part[] {
    const record = this.living.get(id)
    return !record || record.files.includes(file) ? [] : [this.#moveFiles(id, record, [file], [])]
  }

  /** @returns null when the record does not have it */
  detach(id: number, file: string): Part[] | null {
    const record = this.living.get(id)
    return record?.files.includes(file) ? [this.#moveFiles(id, record, [], [file])] : null
  }

  create(id: number, key: string, values: ModelValues): Part[] {
    this.living.set(id, { key, rows: [], files: [], hand: new Map(modelFields.flatMap((field) => (values[field] ? [[field, values[field]] as const] : []))) })
    return [{ id, how: 'came' }]
  }

  remove(ids: readonly number[]): Part[] {
    return ids.flatMap((id) => {
      const record = this.living.get(id)
      const values = this.values(id)
      if (!record || !values) return []
      this.living.delete(id)
      const gone = { ...record, values }
      this.bin.set(id, gone)
      return [{ id, how: 'went' as const, gone }]
    })
  }

  /** @returns null when it cannot come back */
  restore(id: number, gone = this.bin.get(id)): Part[] | null {
    if (!gone || this.living.has(id) || this.idOf(gone.key) !== undefined) return null
    const { values, ...record } = gone
    const said = new Map(modelFields.flatMap((field) => (values[field] === null ? [] : [[field, values[field]] as const])))
    const rows = this.#active(record)
    this.living.set(id, rows.length > 0 || record.hand !== null ? { ...record, rows } : { ...record, rows, hand: said })
    this.bin.delete(id)
    return [{ id, how: 'came' }]
  }

  /** @returns null when there was no such state */
  restoreState(id: number, sequence: number): Part[] | null {
    const record = this.living.get(id)
    const then = this.#moments.get(id)?.findLast((moment) => moment.sequence <= sequence)
    if (!record || !then || then.values === null) return null
    const now = this.#fold(record, record.hand)
    if (modelFields.every((field) => now[field] === then.values[field])) return []
    const hand = this.#said(record, then.hand, [])
    const folded = this.#fold(record, hand)
    const differing = modelFields.filter((field) => folded[field] !== then.values[field])
    return [this.#setHand(id, record, differing.length === 0 ? hand : this.#said(record, hand, differing.map((field) => [field, then.values[field]])))]
  }

  /** Takes a change back as a whole. @returns null when something of it has moved on since */
  undo(sequence: number): Part[] | null {
    const parts = this.#changes.get(sequence)
    if (!parts || !parts.every((part) => this.#canUndo(part))) return null
    return parts.flatMap((part) => {
      if (part.how === 'came') return this.remove([part.id])
      if (part.how === 'went') return this.restore(part.id, part.gone) ?? []
      const record = this.living.get(part.id)
      if (!record) return []
      if (part.how === 'files') return [this.#moveFiles(part.id, record, part.removed, part.added)]
      const hand = this.#said(record, reversed(part.before, part.after, record.hand), [])
      return hand === null && this.#active(record).length === 0 ? this.remove([part.id]) : [this.#setHand(part.id, record, hand)]
    })
  }

  /** Remembers a change and how all records are after it. */
  note(sequence: number, parts: readonly Part[]): void {
    if (parts.length > 0) this.#changes.set(sequence, parts)
    for (const id of new Set([...this.living.keys(), ...this.#moments.keys()])) {
      const values = this.values(id)
      const moments = this.#moments.get(id) ?? []
      moments.push(values === null ? { sequence, values } : { sequence, values, hand: this.living.get(id)?.hand ?? null })
      this.#moments.set(id, moments)
    }
  }

  sequences(): number[] {
    return [...this.#changes.keys()]
  }

  #canUndo(part: Part): boolean {
    if (part.how === 'came') return this.living.has(part.id)
    if (part.how === 'went') return !this.living.has(part.id) && this.idOf(part.gone.key) === undefined
    const record = this.living.get(part.id)
    if (!record) return false
    const { hand, files } = record
    if (part.how === 'files') return part.added.every((file) => files.includes(file)) && !part.removed.some((file) => files.includes(file))
    // A word also says which record it is of: with the first field it comes, with the last it goes.
    if ((part.before === null) !== (part.after === null) && (part.after === null) !== (hand === null)) return false
    return modelFields.every((field) => isSame(part.before, part.after, field) || isSame(part.after, hand, field))
  }

  #setHand(id: number, record: ModelRecord, after: Hand): Part {
    this.living.set(id, { ...record, hand: after })
    return { id, how: 'set', before: record.hand, after }
  }

  #moveFiles(id: number, record: ModelRecord, added: readonly string[], removed: readonly string[]): Part {
    this.living.set(id, { ...record, files: [...record.files.filter((file) => !removed.includes(file)), ...added] })
    return { id, how: 'files', added, removed }
  }

  /** A word with some fields more: tags that are gone leave nothing of it, and rows say themselves which record it is. */
  #said(record: ModelRecord, hand: Hand, set: readonly (readonly [ModelField, string | null])[]): Hand {
    const said = new Map([...(hand ?? []), ...set])
    if (said.get('tags') === null) said.delete('tags')
    return said.size === 0 && (hand === null || this.#active(record).length > 0) ? null : said
  }

  #active({ rows }: Pick<ModelRecord, 'rows'>): SupportingRow[] {
    return rows.filter(({ batch }) => !this.#undone.has(batch))
  }

  #fold(record: ModelRecord, hand: Hand): Required<ModelValues> {
    const valueOf = (field: ModelField): string | null => (hand?.has(field) ? (hand.get(field) ?? null) : (this.#active(record).findLast(({ states }) => states[field])?.states[field] ?? null))
    return { title: valueOf('title'), publishedOn: valueOf('publishedOn'), tags: valueOf('tags') }
  }
}

function isSame(a: Hand, b: Hand, field: ModelField): boolean {
  return (a?.has(field) ?? false) === (b?.has(field) ?? false) && a?.get(field) === b?.get(field)
}

function reversed(before: Hand, after: Hand, now: Hand): Hand {
  const hand = new Map(now)
  for (const field of modelFields) {
    if (isSame(before, after, field)) continue
    if (before?.has(field)) hand.set(field, before.get(field) ?? null)
    else hand.delete(field)
  }
  const saysWhich = (before === null) === (after === null) ? now !== null : before !== null
  return saysWhich || hand.size > 0 ? hand : null
}
