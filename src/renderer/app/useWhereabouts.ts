import { useState } from 'react'
import type { Destination, OriginalPlace, WayBack } from '../components/navigation'
import { askedAfter, type AskedKind } from './askedKind'
import type { RouteId } from './routes'

/** Where in the window the clerk is, what its page was asked for, and the words that are searched for. */
export function useWhereabouts() {
  const [chosen, setChosen] = useState<RouteId>(location.hash === '#settings' ? 'settings' : 'workbench')
  const [search, setSearch] = useState('')
  const [askedKind, setAskedKind] = useState<AskedKind | null>(null)
  const [cameFrom, setCameFrom] = useState<WayBack | null>(null)
  const [original, setOriginal] = useState<OriginalPlace | null>(null)
  const [pageStatus, setPageStatus] = useState('')
  const show = (next: RouteId): void => {
    // The page that shows already will not say again where it is.
    if (next !== chosen) setPageStatus('')
    setOriginal(null)
    setCameFrom(null)
    setChosen(next)
  }
  const goTo = ({ route, state, list, original: asked, cameFrom: from }: Destination): void => {
    if (state?.search !== undefined) setSearch(state.search)
    if (list !== undefined && route !== 'ranking') setSearch(list.search)
    setAskedKind((before) => askedAfter(before, { state, list }))
    show(route)
    setOriginal(asked ?? null)
    setCameFrom(from ?? null)
  }
  return { chosen, search, setSearch, askedKind, cameFrom, original, pageStatus, setPageStatus, show, goTo }
}
