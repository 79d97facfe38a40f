import { z } from 'zod'
import { fillingPreview, fillingRequest, receivedFile, receivedForm } from '../fill'
import { operation } from '../operation'

/** Received forms: looked at, bound, filled. */
export const fillOperations = {
  'fill.open': operation(z.object({ file: receivedFile }), receivedForm),
  /** What would stand in the bound cells now; nothing is written. */
  'fill.preview': operation(fillingRequest, fillingPreview),
  /** Writes the filled form and keeps its bindings for the next period. A job of the status bar. */
  'fill.write': operation(fillingRequest.extend({ out: receivedFile }), z.object({ file: z.string(), cells: z.int() })),
} as const
