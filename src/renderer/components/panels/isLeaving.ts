import type { KeyboardEvent } from 'react'

/** Whether a key leaves the part it was pressed in: Escape, unless it gives up a list that is open or a word that is being composed. */
export function isLeaving({ key, target, nativeEvent }: KeyboardEvent): boolean {
  const isTaken = nativeEvent.isComposing || (target instanceof HTMLElement && target.ariaExpanded === 'true')
  return key === 'Escape' && !isTaken
}
