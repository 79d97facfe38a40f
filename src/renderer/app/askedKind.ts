import type { AskedRecords, AskedState } from '../components/navigation'

/** The list that another place of the window asks for, everything of one unit, or what falls due. */
export type AskedKind = AskedRecords & Pick<AskedState, 'profile' | 'isDue'>

/** What a destination asks for; another object every time, for the same may be asked for again. */
export function askedKindOf({ kind, profile, isDue }: AskedState): AskedKind {
  return { kind, ...(profile === undefined ? {} : { profile }), ...(isDue === undefined ? {} : { isDue }) }
}
