import { useCallback, useState } from 'react'

/** What stands beside a list. */
export type Side = 'record' | 'history' | 'new' | 'bin' | 'groups'

export interface ListSide {
  side: Side | null
  show(side: Side): void
  close(): void
  /** Closes what was opened in the record's place. */
  leave(): void
  /** Opens the record, or closes whatever is open. */
  toggle(): void
  /** Another row is current: its record takes the place of what was done to another one. */
  follow(): void
}

/**
 * Which panel stands beside a list. The record is there from the beginning; in a small window, where it would lie over the
 * rows, it waits until somebody asks for it.
 */
export function useListSide(isSmall: boolean): ListSide {
  const [place, setPlace] = useState<{ side: Side | null; isAsked: boolean }>({ side: 'record', isAsked: false })
  const side = isSmall && place.side === 'record' && !place.isAsked ? null : place.side
  const show = (asked: Side): void => setPlace({ side: asked, isAsked: true })
  const close = (): void => setPlace({ side: null, isAsked: true })
  // The counts stay beside the list while it is walked through.
  const follow = useCallback(() => setPlace((before) => (before.side === null || before.side === 'groups' ? before : { ...before, side: 'record' })), [])
  return {
    side, show, close, follow,
    leave: () => setPlace({ side: 'record', isAsked: false }),
    toggle: () => (side === null ? show('record') : close()),
  }
}
