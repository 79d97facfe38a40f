import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { callBridge } from '../../bridge/bridgeClient'

const shownUnits = 20

/** A unit of the directory as a line of a list to choose from: its code, and its name with it. */
export interface UnitChoice { value: string; label: string }

/**
 * Units of the directory that a part of a name, a code or pinyin finds.
 *
 * @param text     trimmed; nothing is offered for an empty one
 * @param isAsked  false for a text that stands there without having been typed
 */
export function useUnitChoice(text: string, isAsked = true): UnitChoice[] {
  const found = useQuery({
    queryKey: ['units.choice', text], queryFn: () => callBridge('search.find', { text, limit: shownUnits }), enabled: isAsked && text !== '', placeholderData: keepPreviousData,
  })
  const hits = text === '' ? [] : (found.data?.groups.find(({ kind }) => kind === 'units')?.hits ?? [])
  return hits.map(({ key, title }) => ({ value: key.text, label: `${title.text} ${key.text}` }))
}
