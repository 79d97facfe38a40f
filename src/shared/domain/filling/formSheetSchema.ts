import { z } from 'zod'
import type { FormCell, FormSheet } from './formSheet'

const formCell: z.ZodType<FormCell> = z.object({
  row: z.int().positive(), column: z.int().nonnegative(), rowSpan: z.int().positive(), colSpan: z.int().positive(), text: z.string(),
  kind: z.enum(['empty', 'text', 'number', 'formula']), align: z.enum(['left', 'center', 'right']), isBold: z.boolean(), size: z.number(), fill: z.string().nullable(), hasBorder: z.boolean(), isWrapped: z.boolean(),
})

/** A sheet of a received form as it crosses a border: it comes from where files of strangers are read. */
export const formSheetSchema: z.ZodType<FormSheet> = z.object({ name: z.string(), columnWidths: z.array(z.number()), rowHeights: z.array(z.number()), cells: z.array(formCell), isCut: z.boolean() })
