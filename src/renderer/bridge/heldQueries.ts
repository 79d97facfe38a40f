import type { Query } from '@tanstack/react-query'

/** What is counted beside a list. The sequence of the list is part of its key, so it needs no asking while the list stays as it was. */
const held: ReadonlySet<unknown> = new Set(['lists.facets', 'lists.groups'])

/** For everything that is to be asked again when the register has changed. */
export function isNotHeld({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return !held.has(queryKey[0])
}
