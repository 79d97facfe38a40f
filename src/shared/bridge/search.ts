import { z } from 'zod'
import { listKind } from './lists'

/** A text of a record with the places, [start, end), where the words of a search stand. */
export const markedText = z.object({
  field: z.string(),
  label: z.string(),
  text: z.string(),
  ranges: z.array(z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })),
})
export type MarkedText = z.output<typeof markedText>

export const foundHit = z.object({
  id: z.int(),
  key: markedText,
  title: markedText,
  /** Further texts in which words were found. */
  others: z.array(markedText),
})
export type FoundHit = z.output<typeof foundHit>

export const foundGroup = z.object({
  kind: listKind,
  /** All records that a list with this search shows. */
  count: z.int().nonnegative(),
  /** The best of them. */
  hits: z.array(foundHit),
})
export type FoundGroup = z.output<typeof foundGroup>
