import { savedViews, type SavedView } from '../../../shared/bridge/views'
import type { InfoStore } from '../../store/registerStore'

/** Entry of register_info that holds the views of all lists: they go with the register to the next clerk. */
export const viewsKey = 'saved_views'

/** The saved views, in the order in which they were made; what a later version wrote differently is left out. */
export async function readViews(info: Pick<InfoStore, 'get'>): Promise<SavedView[]> {
  const stored = savedViews.safeParse(parsed((await info.get(viewsKey)) ?? ''))
  return stored.success ? stored.data.views : []
}

/** The entry that keeps the view in place of one of the same name; `null` as its view takes it away. */
export function withView(views: readonly SavedView[], { kind, name }: Pick<SavedView, 'kind' | 'name'>, view: SavedView | null): SavedView[] {
  const at = views.findIndex((known) => known.kind === kind && known.name === name)
  if (view === null) return views.filter((_, index) => index !== at)
  return at === -1 ? [...views, view] : views.map((known, index) => (index === at ? view : known))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
