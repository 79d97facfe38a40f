import { useEffect, useState } from 'react'
import type { FoundGroup } from '../../../shared/bridge/search'
import { callBridge } from '../../bridge/bridgeClient'

/** What was found for a text; the groups of the text before stay until the new ones are there. */
export interface Found {
  text: string
  groups: readonly FoundGroup[]
}

const hitsOfKind = 5
/** A pause in typing shorter than this is none: a question for every key would only be cancelled by the next. */
const pauseMs = 80

/** Whether a text says enough: one letter or digit stands nearly everywhere, one character does not. */
export function isWorthFinding(text: string): boolean {
  return text !== '' && !/^[\u0021-\u007e]$/u.test(text)
}

/**
 * Asks as the clerk types; only the newest question counts, the register drops an older one.
 *
 * @param text  trimmed; one that is not worth it asks nothing
 * @returns     null until the first answer
 */
export function useFind(text: string): { found: Found | null; error: unknown } {
  const [found, setFound] = useState<Found | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    if (!isWorthFinding(text)) return undefined
    let isNewest = true
    const ask = async (): Promise<void> => {
      try {
        const { groups } = await callBridge('search.find', { text, limit: hitsOfKind })
        if (!isNewest) return
        setFound({ text, groups })
        setError(null)
      } catch (failure) {
        if (isNewest) setError(failure)
      }
    }
    const timer = setTimeout(() => void ask(), pauseMs)
    return () => {
      isNewest = false
      clearTimeout(timer)
    }
  }, [text])
  return { found, error }
}
