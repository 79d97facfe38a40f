import { z } from 'zod'
import { listFilter, listKind, sortKey } from './lists'

const fieldName = z.string().regex(/^[a-zA-Z]{1,40}$/)

/** Columns that are shown, from left to right; without a width one is as wide as the program makes it. */
export const viewColumn = z.object({ field: fieldName, width: z.int().min(20).max(2_000).optional(), isPinned: z.boolean().optional() })
export type ViewColumn = z.output<typeof viewColumn>

/** A list that a clerk keeps: what is in it, in which order, and how it is laid out. */
export const savedView = z.object({
  kind: listKind,
  name: z.string().trim().min(1).max(40),
  search: z.string().max(200),
  filters: z.array(listFilter).max(30),
  sort: z.array(sortKey).max(5),
  /** Empty: the program's own columns. */
  columns: z.array(viewColumn).max(60),
})
export type SavedView = z.output<typeof savedView>

/** More than anybody chooses from. */
export const mostViews = 200
export const savedViews = z.object({ views: z.array(savedView).max(mostViews) })
