import type { RecordKind } from '../../../../shared/domain/catalogue/fields'
import type { ChangedRecords, ColumnChanges } from '../../../store/columnChanges'
import type { ColumnSource } from '../../../store/columnSource'
import { loadIds } from '../fieldColumns'

/** One state of the register, and what led to it. */
export interface ColumnState {
  sequence: number
  /** What has changed from a former state to this one; null where columns have to be read again. */
  since(sequence: number): Promise<ChangesSince | null>
}

export interface ChangesSince {
  /** Whether records of one of the kinds came, went or changed. */
  touches(...kinds: readonly RecordKind[]): boolean
  /** Ids of the records of a kind that did, ascending. */
  touched(kind: RecordKind): Int32Array
  /** Ids of those of them that are there now, ascending; read once for all that is carried. */
  present(kind: RecordKind): Promise<Int32Array>
  /** These alone. */
  only(kind: RecordKind): ColumnSource
  namesAfter: ColumnChanges['namesAfter']
}

/** A state that nothing is carried into. */
export function loadedState(sequence: number): ColumnState {
  return { sequence, since: async () => null }
}

/** A state whose changes the store tells; what was asked since a sequence is asked once. */
export function followedState(sequence: number, source: ColumnSource, changes: ColumnChanges): ColumnState {
  const known = new Map<number, Promise<ChangesSince | null>>()
  const find = async (former: number): Promise<ChangesSince | null> => {
    const changed = await changes.since(former)
    // Somebody wrote meanwhile: what is told is more than what led to this state.
    return changed === null || (await source.sequence()) !== sequence ? null : changesOf(changed, changes)
  }
  return {
    sequence,
    since(former) {
      const found = known.get(former) ?? find(former)
      known.set(former, found)
      return found
    },
  }
}

const none = new Int32Array(0)

function changesOf(changed: ChangedRecords, { only, namesAfter }: ColumnChanges): ChangesSince {
  const touched = (kind: RecordKind): Int32Array => changed.get(kind) ?? none
  const onlyTouched = (kind: RecordKind): ColumnSource => only(kind, touched(kind))
  const presentOf = new Map<RecordKind, Promise<Int32Array>>()
  return {
    touches: (...kinds) => kinds.some((kind) => changed.has(kind)), touched, only: onlyTouched, namesAfter,
    present(kind) {
      const present = presentOf.get(kind) ?? loadIds(onlyTouched(kind), kind)
      presentOf.set(kind, present)
      return present
    },
  }
}

/** Makes the value of the next state from the former one; null where it has to be loaded. */
export type Carry<T> = (former: T, changes: ChangesSince) => Promise<T | null> | T | null

/**
 * A part of the register in memory over its states: loaded in the first state that asks for it, and carried into the
 * next, so that a changed record does not cost the reading of all others. A state keeps what it has been given.
 */
export class Carried<T> {
  readonly #ofState = new WeakMap<ColumnState, Promise<T>>()
  #last: { sequence: number; value: Promise<T> } | null = null

  at(state: ColumnState, load: () => Promise<T>, carry: Carry<T>): Promise<T> {
    const known = this.#ofState.get(state)
    if (known) return known
    const value = this.#made(state, load, carry)
    this.#ofState.set(state, value)
    if (this.#last === null || this.#last.sequence <= state.sequence) this.#last = { sequence: state.sequence, value }
    return value
  }

  /** Whether the value of some former state holds in this one as it is, when no record of the kinds was touched. */
  async holds(state: ColumnState, ...kinds: readonly RecordKind[]): Promise<boolean> {
    if (this.#last === null || this.#last.sequence > state.sequence) return false
    const changes = this.#last.sequence === state.sequence ? undefined : await state.since(this.#last.sequence)
    return changes === undefined || (changes !== null && !changes.touches(...kinds))
  }

  async #made(state: ColumnState, load: () => Promise<T>, carry: Carry<T>): Promise<T> {
    const last = this.#last
    if (last === null || last.sequence > state.sequence) return load()
    if (last.sequence === state.sequence) return last.value
    const changes = await state.since(last.sequence)
    if (changes === null) return load()
    const former = await last.value.catch(() => null)
    return (former === null ? null : await carry(former, changes)) ?? load()
  }
}
