import { z } from 'zod'
import { formSheetSchema } from '../../../shared/domain/filling/formSheetSchema'
import { longestMark, maxColumn, maxRow, mostFormWords } from '../limits'
import type { FormMarks, Markable } from './formMarks'
import type { CellEdit } from './formValues'
import type { RowGrowth } from './rowGrowth'

/**
 * What the register asks a parser process about a received workbook that it holds open, and what it believes of the answers:
 * the process has read a file of a stranger, so each answer is bounded and checked before anything is made of it.
 */
export type FormRequest =
  | { type: 'form.open'; path: string; reading: FormKind; maxMemoryBytes: number }
  | { type: 'form.looks' }
  | { type: 'form.canGrow'; growth: RowGrowth }
  | { type: 'form.fill'; edits: readonly (readonly [string, readonly CellEdit[]])[]; growths: readonly RowGrowth[] }
  | { type: 'form.markable'; sheets: readonly string[] }
  | { type: 'form.mark'; marks: FormMarks }

/** A form is read as a whole, words and all; of a list only the sheets that are filled or marked. */
export type FormKind = 'form' | 'list'

const mostSheets = 4_096
const row = z.int().min(1).max(maxRow)
const column = z.int().min(0).max(maxColumn)
const merge = z.strictObject({ top: row, bottom: row, left: column, right: column })
/** Address and text. */
const words = z.array(z.tuple([z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/u), z.string()])).max(mostFormWords)

/** Sheets in the workbook's order; of a list none is described. */
export const formDescription = z.strictObject({
  sheets: z.array(z.strictObject({ name: z.string(), texts: words, results: words, merges: z.array(merge).max(mostFormWords) })).max(mostSheets),
})
export type FormDescription = z.output<typeof formDescription>

export const formLooks = z.array(formSheetSchema).max(mostSheets)
export const growthAnswer = z.boolean()
export const filledAnswer = z.literal(true)
export const markableAnswer: z.ZodType<Markable> = z.object({ canBeMarked: z.boolean(), macros: z.boolean(), mark: z.string().max(longestMark).nullable() })
export const markedCells = z.int().nonnegative()
