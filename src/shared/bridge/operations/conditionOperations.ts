import { z } from 'zod'
import { nothing, operation } from '../operation'

/** Whether the open register is as it was written. */
export const registerCondition = z.object({
  /** When everything was last looked at, epoch milliseconds; null when it never was. A backup looks at everything too. */
  checkedAt: z.number().nullable(),
  /** What was found wrong, by any check, backup or glance; the register is only read since. null: nothing. */
  problem: z.string().nullable(),
  isChecking: z.boolean(),
})
export type RegisterCondition = z.output<typeof registerCondition>

/** The soundness of the open register. */
export const conditionOperations = {
  'condition.status': operation(nothing, registerCondition),
  /** Looks at every page, digest and link now; answered when it is over. */
  'condition.check': operation(nothing, registerCondition),
  'condition.cancel': operation(nothing, nothing),
} as const
