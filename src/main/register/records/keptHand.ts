import type { RecordKind } from '../../../shared/domain/catalogue/fields'
import type { Hand } from '../../../shared/domain/merging/hand'
import type { HandEdit, OldSupport } from '../../store/changeSet'

/** A person's word as the journal keeps it when it is replaced. */
export function keptHand(hand: Hand | null): Pick<OldSupport, 'hand' | 'handSince'> {
  return hand === null ? { hand: null } : { hand: hand.values, handSince: hand.since }
}

/** The word that a change replaced; undefined where it left it alone. */
export function replacedHand({ hand, handSince = {} }: OldSupport): Hand | null | undefined {
  return hand === undefined || hand === null ? hand : { values: hand, since: handSince }
}

/** A person's word as a change set writes it. */
export function handEditOf(kind: RecordKind, id: number, hand: Hand | null): HandEdit {
  return hand === null ? { kind, id, values: null } : { kind, id, values: hand.values, since: hand.since }
}
