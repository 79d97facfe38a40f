import type { AskedRecords, AskedState } from '../components/navigation'

/** The list that another place of the window asks for, or everything of one unit. */
export type AskedKind = AskedRecords & Pick<AskedState, 'profile'>

/** What a destination asks for; another object every time, for the same may be asked for again. */
export function askedKindOf({ kind, profile }: AskedState): AskedKind {
  return { kind, ...(profile === undefined ? {} : { profile }) }
}
