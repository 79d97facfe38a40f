import { z } from 'zod'
import { comparedAtMost, twinProblems } from '../../domain/catalogue/problems'
import { listKind } from '../lists'
import { operation } from '../operation'
import { recordChange } from '../records'
import { apartRecords, comparedRecords, twinGroup } from '../twins'

const problem = z.enum(twinProblems)
const limit = z.int().positive().max(1_000)

/** Records that may be one: found, laid side by side, and told apart. */
export const twinOperations = {
  /** Groups in the order of their first record; `total` has all of them, `apart` how often somebody said 不是同一项. */
  'twins.groups': operation(z.object({ problem, limit }), z.object({ kind: listKind, total: z.int().nonnegative(), apart: z.int().nonnegative(), groups: z.array(twinGroup) })),
  'twins.compare': operation(z.object({ kind: listKind, ids: z.array(z.int()).min(1).max(comparedAtMost) }), comparedRecords),
  /** Remembers that no two of them are one. */
  'twins.apart': operation(z.object({ kind: listKind, ids: z.array(z.int()).min(2).max(1_000) }), recordChange),
  'twins.told': operation(z.object({ kind: listKind, limit }), z.object({ total: z.int().nonnegative(), sets: z.array(apartRecords) })),
  'twins.together': operation(z.object({ kind: listKind, numbers: z.array(z.string().max(200)).min(2).max(1_000) }), recordChange),
} as const
