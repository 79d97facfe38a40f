import { z } from 'zod'
import { nothing, operation } from '../operation'
import { filterField, indicatorChange, indicatorDraft, indicatorPreview, ownIndicators } from '../ownIndicators'

const name = z.string().min(1).max(60)

/** Indicators that the office defines itself. */
export const indicatorOperations = {
  'indicators.own': operation(nothing, ownIndicators),
  /** What can be asked of the records of a count. */
  'indicators.fields': operation(z.object({ of: name }), z.object({ fields: z.array(filterField) })),
  /** What a definition would count in a period, or all that is wrong with it; nothing is written. */
  'indicators.preview': operation(z.object({ written: indicatorDraft, period: z.string().min(4).max(40) }), indicatorPreview),
  'indicators.define': operation(z.object({ written: indicatorDraft }), indicatorChange),
  'indicators.retire': operation(z.object({ id: name }), indicatorChange),
} as const
