import type { AskedRecords, AskedState, Destination } from '../components/navigation'

/** The list that another place of the window asks for, everything of one unit, or what falls due. */
export type AskedKind = AskedRecords & Pick<AskedState, 'profile' | 'isDue'>

/** What a destination asks for, after what was asked for before; another object every time, for the same may be asked for again. */
export function askedAfter(before: AskedKind | null, { state, list }: Pick<Destination, 'state' | 'list'>): AskedKind | null {
  const nth = (before?.nth ?? 0) + 1
  if (list !== undefined) return { kind: list.kind, list, nth }
  if (state === undefined) return null
  const { kind, profile, isDue, isReturn = false } = state
  return { kind, nth: isReturn ? null : nth, ...(profile === undefined ? {} : { profile }), ...(isDue === undefined ? {} : { isDue }) }
}
