import { z } from 'zod'
import { listKind } from './lists'

/** A tag with how many records have it, all together and in each list. */
export const countedTag = z.object({
  tag: z.string(),
  count: z.int().positive(),
  kinds: z.array(z.object({ kind: listKind, count: z.int().positive() })),
})
export type CountedTag = z.output<typeof countedTag>
