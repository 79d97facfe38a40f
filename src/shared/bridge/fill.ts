import { z } from 'zod'
import { filePath } from './filePath'
import { bindingsSchema } from '../domain/filling/bindings'
import { formSheetSchema } from '../domain/filling/formSheetSchema'
import { countingChoice, figureRequest } from './counting'

/** Received forms as the window shows, binds and fills them. */

export const receivedFile = filePath

/** What is other than in the form that was bound before; words that were found in another cell have moved. */
export const templateDifference = z.object({ sheet: z.string(), cell: z.string().nullable(), before: z.string().nullable(), now: z.string().nullable(), movedTo: z.string().nullable() })
export type TemplateDifference = z.output<typeof templateDifference>

export const receivedForm = z.object({
  file: z.string(),
  sheets: z.array(formSheetSchema),
  /** Bindings kept from the last time, and what has changed since; null where this form was never bound. */
  kept: z.object({ bindings: bindingsSchema, differences: z.array(templateDifference) }).nullable(),
  proposals: z.array(z.object({ sheet: z.string(), place: z.string(), words: z.string(), bindings: bindingsSchema })),
})
export type ReceivedForm = z.output<typeof receivedForm>

export const fillingRequest = z.object({ file: receivedFile, bindings: bindingsSchema, choice: countingChoice.omit({ scope: true }) })
export type FillingRequest = z.input<typeof fillingRequest>

/** A place in a form, one-based row and zero-based column. */
const place = z.object({ sheet: z.string(), row: z.int(), column: z.int() })

export const fillingPreview = z.object({
  /** `number` is what a formula would reckon with, null for a text. */
  cells: z.array(place.extend({ text: z.string(), number: z.number().nullable(), figure: figureRequest.nullable() })),
  lists: z.array(z.object({ sheet: z.string(), rows: z.string(), count: z.int(), /** Rows that are put into the form. */ missing: z.int() })),
  /** Why a binding cannot be filled, in words; without a place where none of them can. */
  problems: z.array(z.object({ place: place.nullable(), text: z.string() })),
})
export type FillingPreview = z.output<typeof fillingPreview>
