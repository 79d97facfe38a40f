import type { AskedRecords } from '../components/navigation'

/** The list that another place of the window asks for, or everything of one unit. */
export interface AskedKind extends AskedRecords {
  /** Code or name of the unit whose 一企一档 is asked for. */
  profile?: string
}

/** What a page's own words to another one (`Destination.state`) ask for; null where they ask for no list. */
export function askedKindOf(state: unknown): AskedKind | null {
  if (typeof state !== 'object' || state === null || !('kind' in state)) return null
  return { kind: String(state.kind), ...('profile' in state ? { profile: String(state.profile) } : {}) }
}
