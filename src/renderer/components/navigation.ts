import { createContext, useContext } from 'react'
import type { WordedFilter } from '../../shared/text/filterWords'

/** A kept original file, and the row of it that is asked for; without a row, the rows that wait for an answer. */
export interface OriginalPlace {
  batch: number
  /** Name of the sheet; null where the format has none. */
  sheet: string | null
  row: number | null
}

/** Records of a kind under conditions: what a list begins with, and what a cross table is made of. */
export interface AskedList {
  kind: string
  search: string
  filters: readonly WordedFilter[]
}

/** What a page was asked for, anew with every question. */
export interface AskedRecords {
  kind: string
  list?: AskedList
  /** Counts up with every question: what is asked for begins anew. Null for a page that is come back to, as it was left. */
  nth: number | null
}

/** What another page is to begin with: a kind of record, a problem of 数据体检, or a part of the settings. */
export interface AskedState {
  kind: string
  /** What stands in the search of the title bar then. */
  search?: string
  /** Code or name of the unit whose 一企一档 is asked for. */
  profile?: string
  /** What falls due, with reviews and notes. */
  isDue?: boolean
  /** The page is come back to: it stands as it was left. */
  isReturn?: boolean
}

/** Where a page can send the clerk, without knowing the page that is there. */
export interface Destination {
  route: 'workbench' | 'standards' | 'patents' | 'trademarks' | 'units' | 'honours' | 'imports' | 'ranking' | 'reports' | 'settings'
  state?: AskedState
  /** Which records the other page is to be about. */
  list?: AskedList
  /** What the import page opens. */
  original?: OriginalPlace
  /** The way back, offered on the other page until the clerk goes on from there. */
  cameFrom?: WayBack
}

/** Where a clerk came from, in words. */
export interface WayBack { text: string; to: Destination }

export type GoTo = (destination: Destination) => void

export const NavigationContext = createContext<GoTo>(() => undefined)

export function useGoTo(): GoTo {
  return useContext(NavigationContext)
}
