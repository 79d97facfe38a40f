import { createContext, useContext } from 'react'

/** Where a page can send the clerk, without knowing the page that is there. */
export interface Destination {
  route: 'workbench' | 'standards' | 'patents' | 'trademarks' | 'units' | 'honours' | 'imports' | 'ranking' | 'reports' | 'settings'
  /** What the other page should begin with, in its own words. */
  state?: unknown
}

export type GoTo = (destination: Destination) => void

export const NavigationContext = createContext<GoTo>(() => undefined)

export function useGoTo(): GoTo {
  return useContext(NavigationContext)
}
