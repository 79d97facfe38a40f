import { z } from 'zod'
import { operation } from '../operation'
import { foundGroup } from '../search'

export const searchOperations = {
  /** Finds in all kinds, as written and by pinyin. A newer question ends an older one: that answers job_cancelled. */
  'search.find': operation(z.object({ text: z.string().max(200), limit: z.int().min(1).max(50) }), z.object({ groups: z.array(foundGroup) })),
} as const
