import { createContext, useContext, useEffect, useMemo, useState, type Dispatch, type SetStateAction } from 'react'

/** What pages leave behind when another one is opened, by name. A name belongs to one place, so what stands there is of its type. */
export type KeptStates = Map<string, unknown>

/** Gone with the register and with the process that answered for it. */
export const KeptStatesContext = createContext<KeptStates>(new Map())

interface Wish {
  /** Begins anew, whatever was left. */
  isAnew?: boolean
}

/** A state that is there again when the clerk comes back to its page. */
export function useKept<T>(name: string, begin: T | (() => T), { isAnew = false }: Wish = {}): [T, Dispatch<SetStateAction<T>>] {
  const kept = useContext(KeptStatesContext)
  const [value, setValue] = useState<T>(isAnew || !kept.has(name) ? begin : (kept.get(name) as T))
  useEffect(() => void kept.set(name, value), [kept, name, value])
  return [value, setValue]
}

/** Where a list is scrolled to, as its grid takes and tells it: the first row that is seen. */
export interface KeptPlace {
  beginAt: number
  onFirstRow(row: number): void
}

/** A place that is there again when the clerk comes back; kept beside the states, for nothing is drawn by it. */
export function useKeptPlace(name: string, isAnew: boolean): KeptPlace {
  const kept = useContext(KeptStatesContext)
  return useMemo(() => ({ beginAt: isAnew ? 0 : Number(kept.get(name) ?? 0), onFirstRow: (row) => void kept.set(name, row) }), [kept, name, isAnew])
}
