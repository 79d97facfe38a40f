import { z } from 'zod'
import { nothing, operation } from '../operation'
import { recordChange } from '../records'
import { countedTag } from '../tags'

const tag = z.string().min(1).max(1_000)

/** The tags of all lists; those of single records are a field like any other. */
export const tagOperations = {
  /** By pinyin. */
  'tags.list': operation(nothing, z.object({ tags: z.array(countedTag) })),
  /** Renames a tag on every record that has it, or takes it off them (null), as one change. */
  'tags.retag': operation(z.object({ tag, to: tag.nullable() }), recordChange),
} as const
