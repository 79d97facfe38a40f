import type { HandlersOf } from '../../../shared/bridge/contract'
import type { searchOperations } from '../../../shared/bridge/operations/searchOperations'
import { succeed } from '../../../shared/domain/result'
import { findEverywhere, foundKinds } from '../search/findEverywhere'
import type { HandlerContext } from './handlerContext'

export function createSearchHandlers({ register }: HandlerContext): HandlersOf<keyof typeof searchOperations> {
  let newest = 0
  return {
    'search.find': async ({ text, limit }) => {
      const asked = ++newest
      const session = register.session()
      if (!session.ok) return session
      const found = await findEverywhere(session.value.hits, { text, kinds: foundKinds, limit, isStale: () => asked !== newest })
      return found.ok ? succeed({ groups: found.value }) : found
    },
  }
}
